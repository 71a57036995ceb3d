import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Fix, Observation } from '../../finding.ts';
import { legacyOf } from '../../legacyText.ts';
import { fromC1 } from '../../mojibake/charmaps.ts';
import { damageAt } from '../../mojibake/damage.ts';
import type { ParagraphRule } from '../../rule.ts';
import { codePointName } from '../../unicodeNames.ts';

/** C0 but tab, line feed and carriage return; DEL; C1; U+2028/9; noncharacters; halves of surrogate pairs. */
const CONTROL =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}\p{Cs}]+/gu;
/** Their units: a quick look that passes over most paragraphs. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]/;
/** Controls that separate: what they stand between are two words. */
const SEPARATOR = /[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]/;
const NEXT_LINE_ONLY = /^\x85+$/;
const C1 = /[\x80-\x9f]/g;
const C1_ONLY = /^[\x80-\x9f]+$/;

export const control: ParagraphRule = {
  code: 'encoding/control',
  title: 'Invisible control characters',
  description:
    'Control characters, noncharacters and halves of characters, which no article is meant to hold.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.control | Kind.surrogate),
  examples: {
    bad: [
      { language: 'id', text: 'Harga be[[\u0008]]ras naik lagi.', fixed: 'Harga beras naik lagi.' },
      {
        language: 'en',
        text: 'The mayor[[\u0092]]s plan, as [[\u0093]]promised[[\u0094]].',
        fixed: 'The mayor’s plan, as “promised”.',
      },
      {
        language: 'en',
        text: 'Rain is due[[\u000b]]tomorrow.',
        fixed: 'Rain is due tomorrow.',
        note: 'a line break of a word processor',
      },
    ],
    good: [
      { language: 'en', text: 'Team\tPoints\tGoals', note: 'tabs are blanks' },
      { language: 'th', text: 'ราคาข้าวขึ้นอีก' },
      { language: 'en', text: 'A family 👨‍👩‍👧 and a flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿.' },
    ],
  },
  *check(paragraph: Paragraph, context): Generator<Observation> {
    const { text } = paragraph;
    // In old Vietnamese encodings these are letters.
    if (!SUSPECT.test(text) || legacyOf(paragraph, context) !== undefined) return;
    for (const match of text.matchAll(CONTROL)) {
      const start = match.index;
      const end = start + match[0].length;
      if (damageAt(paragraph, start) !== undefined) continue;
      yield {
        start,
        end,
        // An old line end of mainframes, left by some converters: ugly, seldom harmful.
        severity: NEXT_LINE_ONLY.test(match[0]) ? 'warning' : 'error',
        message: msg('An invisible control character stands here. Remove it, or put what it stood for.'),
        why: msg('It is {0}.', [...new Set(match[0])].map(codePointName).join(', ')),
        fixes: fixes(text, start, end),
      };
    }
  },
};

function fixes(text: string, start: number, end: number): Fix[] {
  const run = text.slice(start, end);
  const between = start > 0 && end < text.length && !/\s/.test(text.charAt(start - 1) + text.charAt(end));
  const rest = between && SEPARATOR.test(run) ? ' ' : '';
  const removal: Fix =
    rest === ''
      ? { title: msg('Remove it'), edits: [{ start, end, newText: '' }], certain: true }
      : { title: msg('Replace by a space'), edits: [{ start, end, newText: ' ' }], certain: true };
  const meant = run.replace(C1, fromC1);
  if (!C1_ONLY.test(run) || C1_ONLY.test(meant.charAt(0))) return [removal];
  return [
    { title: msg('Replace by “{0}”', meant), edits: [{ start, end, newText: meant }], certain: true },
    removal,
  ];
}
