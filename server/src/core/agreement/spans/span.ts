/** A labelled stretch of a text, in whatever units the text is counted in; `end` exclusive. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** The pieces of a span with a gap, in order; `start`–`end` then is the hull. */
  readonly parts?: readonly { readonly start: number; readonly end: number }[];
}

/** The stretches that a span really marks. */
export function piecesOf(span: LabelledSpan): readonly { readonly start: number; readonly end: number }[] {
  return span.parts ?? [span];
}

/** Equal of spans with the same boundaries, those of gaps included. */
export function boundariesOf(span: LabelledSpan): string {
  return piecesOf(span)
    .map(({ start, end }) => `${start} ${end}`)
    .join(' ');
}

/** True where two spans have a unit in common that both really mark: what lies in the gap of either is not. */
export function touching(a: LabelledSpan, b: LabelledSpan): boolean {
  if (a.end <= b.start || b.end <= a.start) return false;
  if (!a.parts && !b.parts) return true;
  return piecesOf(a).some((x) => piecesOf(b).some((y) => x.start < y.end && y.start < x.end));
}

/** Who of `b` shares at least one unit with each of `a` (places in `b`), where `may` allows the pair. */
export function overlapping<T extends LabelledSpan>(
  a: readonly T[],
  b: readonly T[],
  may: (one: T, other: T) => boolean,
): number[][] {
  const order = b.map((_, place) => place).sort((x, y) => (b[x]?.start ?? 0) - (b[y]?.start ?? 0));
  const longest = b.reduce((most, span) => Math.max(most, span.end - span.start), 0);
  return a.map((span) => {
    const partners: number[] = [];
    // What starts earlier than the longest span reaches cannot touch it.
    for (let at = firstFrom(b, order, span.start - longest); at < order.length; at++) {
      const place = order[at] ?? 0;
      const other = b[place];
      if (!other || other.start >= span.end) break;
      if (touching(span, other) && may(span, other)) partners.push(place);
    }
    return partners;
  });
}

/** The first place of the order whose span starts at `start` or later. */
function firstFrom(spans: readonly LabelledSpan[], order: readonly number[], start: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[order[middle] ?? 0]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
