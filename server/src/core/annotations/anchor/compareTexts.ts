import { canonicalText, TextOffsets } from '../../text/offsets.ts';
import { canonicalSlice } from '../create.ts';
import type { Location } from '../locate.ts';
import type { Anchor } from '../model.ts';

/** A stretch of the old text: code points of its canonical text, `end` exclusive. */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

/** What became of every place of an old text in a new one. */
export interface TextComparison {
  /** Where an annotation is now. One whose quote the old text disproves is never placed silently. */
  locate(anchor: Anchor): Location;
  /** Where a stretch of the old text is now: for the `parts` of a span, which have no quote of their own. */
  locateRange(range: CodePointRange): Location;
}

/**
 * Compares two versions of an article, each as an editor or the disk holds it, once for all its annotations. Offsets
 * of anchors are code points of the canonical old text; the ranges that come back are UTF-16 units of `text` as given.
 */
export function compareTexts(old: string, text: string): TextComparison {
  const before = canonicalText(old);
  const after = canonicalText(text);
  const [oldOffsets, newOffsets, given] = [
    new TextOffsets(` ${before}`),
    new TextOffsets(` ${after}`),
    new TextOffsets(text),
  ];
  let same = 0;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before[same] === after[same]) same++;
  let sameEnd = 0;
  while (
    sameEnd < shorter - same &&
    before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]
  ) {
    sameEnd++;
  }
  const locateRange = ({ start, end }: CodePointRange): Location => {
    const from = oldOffsets.toUtf16(start + 1) - 1;
    const to = oldOffsets.toUtf16(end + 1) - 1;
    const shift = after.length - before.length;
    const units = (offset: number) => given.toUtf16(newOffsets.toCodePoint(offset + 1) - 1);
    if (to <= same) return { status: 'kept', range: { start: units(from), end: units(to) } };
    if (from >= before.length - sameEnd) {
      const status = newOffsets.toCodePoint(from + shift + 1) - 1 === start ? 'kept' : 'moved';
      return { status, range: { start: units(from + shift), end: units(to + shift) } };
    }
    const inside = { start: Math.min(from, same), end: Math.max(to + shift, after.length - sameEnd) };
    if (inside.end <= inside.start) return { status: 'orphan', range: undefined };
    return { status: 'review', range: { start: units(inside.start), end: units(inside.end) } };
  };
  return {
    locateRange,
    locate(anchor) {
      const found = locateRange(anchor);
      const from = oldOffsets.toUtf16(anchor.start + 1) - 1;
      const to = oldOffsets.toUtf16(anchor.end + 1) - 1;
      if (canonicalSlice(before, from, to) === anchor.text || found.status === 'orphan') return found;
      return { status: 'review', range: found.range };
    },
  };
}
