/** A stretch of a text that was replaced: from `start` in both texts to `oldEnd` in the old and `newEnd` in the new one. */
export interface ChangedStretch {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** What was replaced between two texts: UTF-16 offsets. The stretch is the smallest one that has all that differs. */
export interface ChangedLines extends ChangedStretch {
  /** The whole lines around it, in the same way. */
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** Engines compare stretches of text far faster than we compare unit by unit. */
const STRETCH = 2048;

/** What is left between the lines that two texts have in common at their start and at their end. */
export function changedLines(old: string, text: string): ChangedLines {
  const shorter = Math.min(old.length, text.length);
  let same = 0;
  while (same + STRETCH <= shorter && old.slice(same, same + STRETCH) === text.slice(same, same + STRETCH)) {
    same += STRETCH;
  }
  while (same < shorter && old.charCodeAt(same) === text.charCodeAt(same)) same++;
  let sameEnd = 0;
  const most = shorter - same;
  while (
    sameEnd + STRETCH <= most &&
    old.slice(old.length - sameEnd - STRETCH, old.length - sameEnd) ===
      text.slice(text.length - sameEnd - STRETCH, text.length - sameEnd)
  ) {
    sameEnd += STRETCH;
  }
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
  return {
    start: same,
    oldEnd: old.length - sameEnd,
    newEnd: text.length - sameEnd,
    from,
    oldTo: old.length - (text.length - newTo),
    newTo,
  };
}

/** True for the UTF-16 units LF and CR. */
export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
