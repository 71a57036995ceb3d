import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import { legacyOf } from '../../legacyText.ts';
import { damageAt } from '../../mojibake/damage.ts';
import type { ParagraphRule } from '../../rule.ts';
import { codePointName } from '../../unicodeNames.ts';

const SOFT_HYPHENS = /\u00ad+/g;

export const softHyphen: ParagraphRule = {
  code: 'encoding/soft-hyphen',
  title: 'Invisible hyphens',
  description: 'Soft hyphens, which tell a web page where a word may break: a search does not find the word.',
  group: 'garbled',
  severity: 'hint',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.invisible),
  examples: {
    bad: [
      {
        language: 'de',
        text: 'Die Bundes[[\u00ad]]regierung tagt in der Landes[[\u00ad\u00ad]]haupt[[\u00ad]]stadt.',
        fixed: 'Die Bundesregierung tagt in der Landeshauptstadt.',
      },
      { language: 'id', text: 'Peme[[\u00ad]]rintah rapat.', fixed: 'Pemerintah rapat.' },
    ],
    good: [
      { language: 'en', text: 'A well-known, twenty‑year‐old plan – or two.' },
      {
        language: 'vi',
        text: 'ChÃ\u00adn giá»\u009d sÃ¡ng.',
        note: 'half of a misread letter, which encoding/mojibake reports',
      },
    ],
  },
  *check(paragraph: Paragraph, context): Generator<Observation> {
    const { text } = paragraph;
    // There it is the letter ư of TCVN3, or a letter of another old encoding.
    if (!text.includes('\u00ad') || legacyOf(paragraph, context) !== undefined) return;
    for (const match of text.matchAll(SOFT_HYPHENS)) {
      const start = match.index;
      const end = start + match[0].length;
      if (damageAt(paragraph, start) !== undefined) continue;
      yield {
        start,
        end,
        message: msg('An invisible hyphen splits this word for programs. Remove it.'),
        why: msg('It is {0}.', codePointName('\u00ad')),
        fixes: [{ title: msg('Remove it'), edits: [{ start, end, newText: '' }], certain: true }],
      };
    }
  },
};
