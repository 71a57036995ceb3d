/** Whole lines that were replaced by others: UTF-16 offsets, `from` the same in both texts. */
export interface ChangedLines {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** What is left between the lines that two texts have in common at their start and at their end. */
export function changedLines(old: string, text: string): ChangedLines {
  const shorter = Math.min(old.length, text.length);
  let same = 0;
  while (same < shorter && old.charCodeAt(same) === text.charCodeAt(same)) same++;
  let sameEnd = 0;
  const most = shorter - same;
  while (
    sameEnd < most &&
    old.charCodeAt(old.length - 1 - sameEnd) === text.charCodeAt(text.length - 1 - sameEnd)
  ) {
    sameEnd++;
  }
  let from = same;
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1))) from--;
  let newTo = text.length - sameEnd;
  while (newTo < text.length && !isLineEnd(text.charCodeAt(newTo))) newTo++;
  return { from, oldTo: old.length - (text.length - newTo), newTo };
}

/** True for the UTF-16 units LF and CR. */
export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
