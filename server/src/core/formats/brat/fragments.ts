import type { TextRange } from '../../text/range.ts';

/** What brat's reader takes for the end of a line, wherever it stands: Python's `splitlines`. */
const LINE_ENDS = '\\n\\r\\v\\f\\u001c-\\u001e\\u0085\\u2028\\u2029';
const RUNS = new RegExp(`[^${LINE_ENDS}]+`, 'g');
const GAP = new RegExp(`^[\\s${LINE_ENDS}]*$`);
const LINE_END = new RegExp(`[${LINE_ENDS}]`);

/**
 * The stretches as brat can write them: none over a line end, for an annotation is a line of its file; brat itself
 * divides a span over several lines so. Of line ends alone comes one empty fragment. UTF-16 units.
 */
export function fragmentsOf(text: string, parts: readonly TextRange[]): TextRange[] {
  const fragments = parts.flatMap(({ start, end }) =>
    start === end
      ? [{ start, end }]
      : [...text.slice(start, end).matchAll(RUNS)].map((run) => ({
          start: start + run.index,
          end: start + run.index + run[0].length,
        })),
  );
  const at = parts[0]?.start ?? 0;
  return fragments.length > 0 ? fragments : [{ start: at, end: at }];
}

/**
 * The stretches that fragments stand for: those between which there is nothing but blanks and a line end, or nothing at
 * all, are one. `between` gives the text between two offsets, undefined where it is not known.
 */
export function joined(
  fragments: readonly TextRange[],
  between: (start: number, end: number) => string | undefined,
): TextRange[] {
  const parts: TextRange[] = [];
  for (const fragment of fragments) {
    const last = parts.at(-1);
    const gap = last && (last.end === fragment.start ? '\n' : between(last.end, fragment.start));
    if (last && gap !== undefined && GAP.test(gap) && LINE_END.test(gap))
      parts[parts.length - 1] = { start: last.start, end: fragment.end };
    else parts.push(fragment);
  }
  return parts;
}

/** True where two lists have the same stretches. */
export function sameParts(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return a.length === b.length && a.every((p, i) => p.start === b[i]?.start && p.end === b[i]?.end);
}
