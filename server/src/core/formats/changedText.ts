/** What of a text is another one in a file. Places and counts are code points, 0-based. */
export interface ChangedText {
  /** The first character that is another one. */
  readonly start: number;
  /** UTF-16 units to it. */
  readonly unit: number;
  /** How many of the text's characters are others; where the file has more or fewer, all from the first to the last. */
  readonly characters: number;
}

/** What of a text differs from the one that a file has; undefined where nothing does. A lone surrogate is a character. */
export function changedText(text: string, now: string): ChangedText | undefined {
  if (text === now) return undefined;
  const [old, other] = [Array.from(text), Array.from(now)];
  let start = 0;
  while (start < old.length && old[start] === other[start]) start++;
  const unit = old.slice(0, start).join('').length;
  if (old.length === other.length)
    return { start, unit, characters: old.filter((character, i) => character !== other[i]).length };
  let tail = 0;
  const most = Math.min(old.length, other.length) - start;
  while (tail < most && old[old.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return { start, unit, characters: old.length - tail - start };
}
