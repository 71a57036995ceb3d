/** A half-open stretch of a text in memory: UTF-16 code units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A replacement of `start`–`end` (UTF-16 units of the text before the edit) by `newText`. */
export interface TextReplacement extends TextRange {
  readonly newText: string;
}

/** True where the two share at least one unit, or one is empty and lies inside or at an edge of the other. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** True where `outer` has all of `inner`. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The text after the replacements, which must not overlap; their order does not matter. */
export function applyReplacements(text: string, replacements: readonly TextReplacement[]): string {
  let result = '';
  let from = 0;
  for (const r of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, r.start) + r.newText;
    from = r.end;
  }
  return result + text.slice(from);
}
