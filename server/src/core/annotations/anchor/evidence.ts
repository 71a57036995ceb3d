import type { Steps } from '../../steps.ts';
import { type Draft, type Hunk, LINK } from './draft.ts';
import { standsElsewhere } from './elsewhere.ts';
import { startsSentence } from './gaps.ts';
import { isPause } from './pauses.ts';

/** Three words in a row that are the same. */
const SOLID_RUN = 5;
/** Tokens on either side in which words may have changed places. */
const NEAR = 3;
/** A row of so many tokens may be the same by chance. */
const SHORT_RUN = 8;
/** Tokens on either side that are looked at where a row is shorter. */
const WINDOW = 8;
/** The part of the weight around a token, in both texts, that must correspond. */
const LEAST_AROUND = 0.4;
/** The same for a token between gaps that make up for each other. */
const LEAST_AROUND_DISPLACED = 0.9;
/** By less, another link would be as good. */
const LEAST_MARGIN = 0.5;
const LEAST_MARGIN_ALONE = 0.7;
/** Words less alike than this are the same only where both their neighbours are. */
const ALIKE = 0.72;
/** What a link counts for by its kind, beside an equal one. */
const WORTH = [1, 0.7, 1];

/**
 * How far links can be relied on: those in a row of equal tokens, and single ones in a neighbourhood that mostly
 * corresponds, unless the alignment could nearly as well do without them. One common word between two different
 * sentences is no evidence that they are one.
 */
export class Evidence {
  private readonly secure: Uint8Array;
  private readonly old: Sums;
  private readonly now: Sums;

  private constructor(draft: Draft) {
    const { old, now } = draft;
    this.secure = new Uint8Array(old.count);
    this.old = new Sums(old.weights, (o) => (draft.isLinked(o) ? (WORTH[draft.kind[o] ?? 0] ?? 0) : 0));
    this.now = new Sums(now.weights, (n) => {
      const o = draft.from[n] ?? -1;
      return o < 0 ? 0 : (WORTH[draft.kind[o] ?? 0] ?? 0);
    });
  }

  /** Weighs all links of a finished draft. */
  static *of(draft: Draft): Steps<Evidence> {
    const evidence = new Evidence(draft);
    yield;
    yield* evidence.weigh(draft);
    return evidence;
  }

  private *weigh(draft: Draft): Steps<void> {
    const { old } = draft;
    const doubted = standsElsewhere(draft);
    yield;
    let runs = 0;
    for (let start = 0; start < old.count; ) {
      if (isPause(++runs)) yield;
      const end = runEnd(draft, start);
      const isSolid = this.old.weight(start, end) >= SOLID_RUN;
      if (isCutOff(draft, start, end)) {
        start = end;
        continue;
      }
      for (let o = start; o < end; o++) {
        if (doubted[o] === 0 && draft.isLinked(o) && this.isSecureLink(draft, o, isSolid, start, end))
          this.secure[o] = 1;
      }
      start = end;
    }
  }

  /** True where the link of an old token can be relied on. */
  isSecure(token: number): boolean {
    return this.secure[token] === 1;
  }

  /** The part of the weight around two stretches, themselves left out, that corresponds to something; the lesser of both. */
  around({ oldStart, oldEnd, newStart, newEnd }: Hunk): number {
    return Math.min(this.old.around(oldStart, oldEnd), this.now.around(newStart, newEnd));
  }

  private isSecureLink(draft: Draft, o: number, isSolid: boolean, start: number, end: number): boolean {
    const margin = draft.margin[o] ?? 0;
    const isAlone = !isSolid || draft.kind[o] !== LINK.equal;
    if (margin < (isAlone ? LEAST_MARGIN_ALONE : LEAST_MARGIN)) return false;
    if (!isAlone) return true;
    if (draft.kind[o] === LINK.similar && isBeside(draft, o)) return false;
    if ((draft.likeness[o] ?? 0) < ALIKE && !isBetweenLinks(draft, o)) return false;
    const n = draft.to[o] ?? 0;
    const around = Math.min(this.old.share(o), this.now.share(n));
    return around >= (isDisplaced(draft, start, end) ? LEAST_AROUND_DISPLACED : LEAST_AROUND);
  }
}

/** True where the word itself stands near the one that is like it: two like words may have changed places. */
function isBeside({ old, now, to }: Draft, o: number): boolean {
  const n = to[o] ?? 0;
  for (let at = n - NEAR; at <= n + NEAR; at++) if (now.keys[at] === old.keys[o]) return true;
  for (let at = o - NEAR; at <= o + NEAR; at++) if (old.keys[at] === now.keys[n]) return true;
  return false;
}

/** True for a few words of a sentence of which the rest moved elsewhere: another sentence may begin or end like it. */
function isCutOff({ old, oldRegion }: Draft, start: number, end: number): boolean {
  if (end - start > SHORT_RUN) return false;
  const isElsewhere = (o: number) => o >= 0 && o < oldRegion.length && oldRegion[o] !== oldRegion[start];
  return (
    (isElsewhere(start - 1) && !startsSentence(old.breaks, start)) ||
    (isElsewhere(end) && !startsSentence(old.breaks, end))
  );
}

/** True where what was put in or taken out on one side of a run makes up for the other: it may be there by chance. */
function isDisplaced(draft: Draft, start: number, end: number): boolean {
  const { to, from } = draft;
  const n = to[start] ?? 0;
  const nEnd = draft.lastOf(end - 1) + 1;
  let [oldLeft, newLeft, oldRight, newRight] = [0, 0, 0, 0];
  while (start - oldLeft > 0 && (to[start - 1 - oldLeft] ?? 0) < 0) oldLeft++;
  while (n - newLeft > 0 && (from[n - 1 - newLeft] ?? 0) < 0) newLeft++;
  while (end + oldRight < to.length && (to[end + oldRight] ?? 0) < 0) oldRight++;
  while (nEnd + newRight < from.length && (from[nEnd + newRight] ?? 0) < 0) newRight++;
  return (oldLeft - newLeft) * (oldRight - newRight) < 0;
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

  /** The part of the weight on both sides of a stretch that is linked. */
  around(start: number, end: number): number {
    const from = Math.max(0, start - WINDOW);
    const to = Math.min(this.all.length - 1, end + WINDOW);
    const linked =
      (this.linked[start] ?? 0) - (this.linked[from] ?? 0) + (this.linked[to] ?? 0) - (this.linked[end] ?? 0);
    return linked / Math.max(1e-9, this.weight(from, start) + this.weight(end, to));
  }

  /** The part of the weight around a token that is linked. */
  share(token: number): number {
    const start = Math.max(0, token - WINDOW);
    const end = Math.min(this.all.length - 1, token + WINDOW + 1);
    return ((this.linked[end] ?? 0) - (this.linked[start] ?? 0)) / Math.max(1e-9, this.weight(start, end));
  }
}
