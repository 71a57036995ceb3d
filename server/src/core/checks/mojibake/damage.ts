import type { Paragraph } from '../../text/paragraph.ts';
import type { TextRange } from '../../text/range.ts';
import { fixEncoding } from './fixEncoding.ts';
import { mayBeBad, mayBeMisreadVietnamese } from './quickLook.ts';
import type { Traced } from './traced.ts';
import { fixVietnamese } from './vietnamese.ts';

/** A misread stretch of a paragraph, in UTF-16 units of it, at most a word long. */
export interface Damage extends TextRange {
  readonly damaged: string;
  /** What it was before it was misread; U+FFFD where bytes are lost. */
  readonly decoded: string;
  /** The pages through which it had been misread, the outermost first. */
  readonly pages: readonly string[];
}

/** The misread stretches of a paragraph, in order. Lone C1 controls are not among them: `encoding/control` has those. */
export function damageOf(paragraph: Paragraph): readonly Damage[] {
  return paragraph.memo('mojibake', () => {
    const { text, signs } = paragraph;
    const repair =
      (mayBeBad(signs) ? fixEncoding(text) : undefined) ??
      (mayBeMisreadVietnamese(signs) ? fixVietnamese(text) : undefined);
    return repair === undefined ? [] : damages(paragraph.text, repair.repaired, repair.pages);
  });
}

/** The misread stretch that the unit at `offset` lies in. Logarithmic in their number. */
export function damageAt(paragraph: Paragraph, offset: number): Damage | undefined {
  const all = damageOf(paragraph);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  const found = all[low];
  return found !== undefined && found.start <= offset ? found : undefined;
}

const C1 = /[\x80-\x9f]/;
const BLANK = /\s/;

function damages(original: string, repaired: Traced, pages: readonly string[]): Damage[] {
  const found: Damage[] = [];
  let open: { from: number; to: number; start: number; end: number } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { from, to, start, end } = open;
    const damaged = original.slice(start, end);
    const decoded = repaired.text.slice(from, to);
    found.push({ start, end, damaged, decoded, pages });
    open = undefined;
  };
  for (let i = 0; i < repaired.text.length; i++) {
    const start = repaired.starts[i] ?? 0;
    const end = repaired.ends[i] ?? start;
    const was = original.charAt(start);
    const unchanged = end - start === 1 && (was === repaired.text.charAt(i) || C1.test(was));
    if (unchanged) {
      // A blank ends the word; so the misread letters of one word make one stretch.
      if (BLANK.test(was)) close();
    } else if (open === undefined) open = { from: i, to: i + 1, start, end };
    else open = { ...open, to: i + 1, end: Math.max(open.end, end) };
  }
  close();
  return found;
}
