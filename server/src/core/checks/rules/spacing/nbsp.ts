import { msg } from '../../../message.ts';
import { Kind } from '../../../text/signs.ts';
import type { ParagraphRule } from '../../rule.ts';
import { codePointName } from '../../unicodeNames.ts';

/** No-break spaces, tabs and double blanks between two characters of a line. */
const BLANKS = /(?<=\S)(?:[ \t\u00a0]{2,}|\t|\u00a0)(?=\S)/gu;
/** Typographers set a no-break space beside marks, figures, capitals and abbreviations: between words it is a left-over. */
const BETWEEN_WORDS = /^\p{Ll}\p{Ll}$/u;
/** Many typists set two blanks behind a sentence. */
const TYPED = /^[.!?:;][ ]{2}$/;
/** One finding for many: a paragraph that is full of them is one case. */
const MOST = 3;

export const nbsp: ParagraphRule = {
  code: 'spacing/nbsp',
  title: 'Unusual space',
  description: 'A no-break space, a tab or several spaces between two words.',
  group: 'garbled',
  severity: 'hint',
  notFor: ['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo'],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Harga[[\u00a0]]beras naik[[  ]]lagi[[\t]]hari ini.',
        fixed: 'Harga beras naik lagi hari ini.',
      },
      { language: 'vi', text: 'Cây cầu[[ \u00a0]]mới.', fixed: 'Cây cầu mới.' },
    ],
    good: [
      { language: 'fr', text: 'Il dit\u00a0: «\u00a0Oui\u00a0!\u00a0»' },
      { language: 'en', text: 'It weighs 5\u00a0kg – and costs €\u00a05.' },
      { language: 'en', text: '  A line that is indented.  It has two sentences by Mr.\u00a0Smith.' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.oddBlank) || signs.hasPair(Kind.space, Kind.space),
  *check({ text }) {
    let found = 0;
    // Most paragraphs end here.
    if (!text.includes('\u00a0') && !text.includes('  ') && !text.includes('\t')) return;
    for (const match of text.matchAll(BLANKS)) {
      const start = match.index;
      const end = start + match[0].length;
      const single = match[0].length === 1;
      if (match[0] === '\u00a0' && !BETWEEN_WORDS.test(text.charAt(start - 1) + text.charAt(end))) continue;
      if (TYPED.test(text.slice(start - 1, end))) continue;
      if (++found > MOST) return;
      yield {
        start,
        end,
        message: msg('An unusual space stands between two words. Replace it by a plain space.'),
        why: single
          ? msg('It is {0}.', codePointName(match[0]))
          : msg('{0} blanks stand here in a row.', match[0].length),
        fixes: [{ title: msg('Write a plain space'), edits: [{ start, end, newText: ' ' }], certain: true }],
      };
    }
  },
};
