import { type Draft, LINK } from './draft.ts';

/** Three words in a row that are the same. */
const SOLID_RUN = 5;
/** Tokens on either side that are looked at where a row is shorter. */
const WINDOW = 8;
/** The part of the weight around a token, in both texts, that must correspond. */
const LEAST_AROUND = 0.4;
/** By less, another link would be as good. */
const LEAST_MARGIN = 0.5;
/** Words less alike than this are the same only where both their neighbours are. */
const ALIKE = 0.72;
/** What a link counts for by its kind, beside an equal one. */
const WORTH = [1, 0.7, 1];

/**
 * Which links can be relied on: those in a row of equal tokens, and single ones in a neighbourhood that mostly
 * corresponds, unless another link would have been nearly as good. One common word between two different sentences is
 * no evidence that they are one.
 */
export function secureLinks(draft: Draft): Uint8Array {
  const { old, now } = draft;
  const secure = new Uint8Array(old.count);
  const oldSums = new Sums(old.weights, (o) => (draft.isLinked(o) ? (WORTH[draft.kind[o] ?? 0] ?? 0) : 0));
  const newSums = new Sums(now.weights, (n) => {
    const o = draft.from[n] ?? -1;
    return o < 0 ? 0 : (WORTH[draft.kind[o] ?? 0] ?? 0);
  });
  for (let start = 0; start < old.count; ) {
    const end = runEnd(draft, start);
    const weight = oldSums.weight(start, end);
    for (let o = start; o < end; o++) {
      if (!draft.isLinked(o) || (draft.margin[o] ?? 0) < LEAST_MARGIN) continue;
      const isSolid = weight >= SOLID_RUN && draft.kind[o] === LINK.equal;
      if ((draft.likeness[o] ?? 0) < ALIKE && !isBetweenLinks(draft, o)) continue;
      const around = () => Math.min(oldSums.share(o), newSums.share(draft.to[o] ?? 0));
      if (isSolid || around() >= LEAST_AROUND) secure[o] = 1;
    }
    start = end;
  }
  return secure;
}

/** True where the tokens on both sides are linked to those on both sides. */
function isBetweenLinks({ to }: Draft, o: number): boolean {
  const at = to[o] ?? 0;
  return (o === 0 || to[o - 1] === at - 1) && (o === to.length - 1 || to[o + 1] === at + 1);
}

/** The end of the row of equal tokens that starts at a token, which may be that token alone. */
function runEnd(draft: Draft, start: number): number {
  const isEqual = (o: number) => draft.isLinked(o) && draft.kind[o] === LINK.equal;
  let end = start + 1;
  if (!isEqual(start)) return end;
  while (end < draft.old.count && isEqual(end) && draft.to[end] === (draft.to[end - 1] ?? 0) + 1) end++;
  return end;
}

/** Sums of weights over any part of a text. */
class Sums {
  private readonly all: Float64Array;
  private readonly linked: Float64Array;

  constructor(weights: Float32Array, worth: (token: number) => number) {
    this.all = new Float64Array(weights.length + 1);
    this.linked = new Float64Array(weights.length + 1);
    for (let at = 0; at < weights.length; at++) {
      const weight = weights[at] ?? 0;
      this.all[at + 1] = (this.all[at] ?? 0) + weight;
      this.linked[at + 1] = (this.linked[at] ?? 0) + weight * worth(at);
    }
  }

  weight(start: number, end: number): number {
    return (this.all[end] ?? 0) - (this.all[start] ?? 0);
  }

  /** The part of the weight around a token that is linked. */
  share(token: number): number {
    const start = Math.max(0, token - WINDOW);
    const end = Math.min(this.all.length - 1, token + WINDOW + 1);
    return ((this.linked[end] ?? 0) - (this.linked[start] ?? 0)) / Math.max(1e-9, this.weight(start, end));
  }
}
