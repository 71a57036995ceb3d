import { msg } from '../../../message.ts';
import type { ParagraphRule } from '../../rule.ts';

/** Five or more single letters with blanks between; two or three blanks stand between words. */
const SPACED =
  /(?<![\p{L}\p{M}\p{Nd}'’.])[\p{Lu}\p{Ll}]\p{M}*(?:[ \u00a0]{1,3}[\p{Lu}\p{Ll}]\p{M}*(?![\p{L}\p{M}\p{Nd}])){4,}/gu;
/** So many runs of one or two units side by side: a quick look. */
const FEWEST_SHORT = 3;
const LETTER = /[\p{Lu}\p{Ll}]/gu;
/** Fewer different capitals are results of matches (W D L W W). */
const FEWEST_CAPITALS = 4;
const FEWEST_DIFFERENT = 3;
/** A list of groups leaves out a letter at most. */
const WIDEST_STEP = 2;

export const letters: ParagraphRule = {
  code: 'spacing/letters',
  title: 'Spaces between letters',
  description: 'Five or more single letters with spaces between them: a word that was set wide.',
  group: 'garbled',
  severity: 'warning',
  scope: 'paragraph',
  examples: {
    bad: [
      { language: 'id', text: '[[P E N G U M U M A N]]', fixed: 'PENGUMUMAN' },
      {
        language: 'en',
        text: 'He wrote [[L e t t e r s  h o m e]] twice.',
        fixed: 'He wrote Letters home twice.',
      },
      { language: 'vi', text: 'Bản tin [[t h ờ i  s ự]] hôm nay.', fixed: 'Bản tin thời sự hôm nay.' },
    ],
    good: [
      { language: 'en', text: 'Groups A B C D E F play; our form is W D L W W L.' },
      { language: 'en', text: 'Plan A, B, C, D and E; I am not.' },
      { language: 'zh', text: '中 文 字 母 表' },
    ],
  },
  *check({ text }) {
    if (!hasShortRuns(text)) return;
    for (const { index, 0: written } of text.matchAll(SPACED)) {
      const found = written.match(LETTER) ?? [];
      const fewest = /\p{Ll}/u.test(written) ? FEWEST_DIFFERENT : FEWEST_CAPITALS;
      if (new Set(found).size < fewest || isAlphabet(found)) continue;
      const end = index + written.length;
      const joined = written.replace(/[ \u00a0]+/g, (blanks) => (blanks.length > 1 ? ' ' : ''));
      yield {
        start: index,
        end,
        message: msg('Spaces stand between the letters of “{0}”. Join them.', joined),
        why: msg('{0} single letters in a row.', found.length),
        fixes: [{ title: msg('Write “{0}”', joined), edits: [{ start: index, end, newText: joined }] }],
      };
    }
  },
};

/** True where runs of one or two units stand one after the other, a space between. */
function hasShortRuns(text: string): boolean {
  let short = 0;
  let start = 0;
  for (;;) {
    const space = text.indexOf(' ', start);
    const length = (space < 0 ? text.length : space) - start;
    short = length === 1 || length === 2 ? short + 1 : 0;
    if (short === FEWEST_SHORT) return true;
    if (space < 0) return false;
    start = space + 1;
  }
}

/** True where each letter comes next in the alphabet: a list. */
function isAlphabet(found: readonly string[]): boolean {
  const codes = found.map((letter) => letter.toLowerCase().charCodeAt(0));
  return codes.every((code, i) => {
    const step = code - (codes[i - 1] ?? code - 1);
    return step > 0 && step <= WIDEST_STEP;
  });
}
