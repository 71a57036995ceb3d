import { msg } from '../../message.ts';
import type { TextRange } from '../../text/range.ts';
import type { Alignment } from '../format.ts';
import type { Reason } from '../loss.ts';
import { firstEndingBehind } from './inOrder.ts';

/**
 * Where a range stands among tokens. `range` is what its tokens cover; where that is not the range that was asked for,
 * `reason` says why. Without `range` no tokens stand for it.
 */
export type Aligned =
  | {
      /** 0-based places of the first and the last token. */
      readonly first: number;
      readonly last: number;
      readonly range: TextRange;
      readonly reason?: Reason;
    }
  | { readonly range?: undefined; readonly reason: Reason };

/**
 * The tokens (in order, not overlapping) that a range of the same text covers. Where it begins or ends inside a token,
 * `strict` gives none, `expand` takes that token in and `contract` leaves it out. Blanks at the range's edges are no
 * tokens: it is then narrower in every mode.
 */
export function alignSpan(range: TextRange, tokens: readonly TextRange[], mode: Alignment): Aligned {
  if (range.start >= range.end) return { reason: EMPTY };
  let first = firstEndingBehind(tokens, range.start);
  let last = firstEndingBehind(tokens, range.end - 1);
  if ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) >= range.end) last--;
  if (last < first) return { reason: NO_TOKEN };
  const cutsFirst = (tokens[first]?.start ?? 0) < range.start;
  const cutsLast = (tokens[last]?.end ?? 0) > range.end;
  if (cutsFirst || cutsLast) {
    if (mode === 'strict') return { reason: DROPPED_AS_IT_CUTS };
    if (mode === 'contract') {
      if (cutsFirst) first++;
      if (cutsLast) last--;
      if (last < first) return { reason: INSIDE_A_TOKEN };
    }
  }
  const covered = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
  const same = covered.start === range.start && covered.end === range.end;
  if (same) return { first, last, range: covered };
  const reason = cutsFirst || cutsLast ? (mode === 'expand' ? EXPANDED : CONTRACTED) : TRIMMED;
  return { first, last, range: covered, reason };
}

const EMPTY: Reason = {
  code: 'empty',
  message: msg('It marks a place between characters, and the format knows tokens only.'),
};
const NO_TOKEN: Reason = {
  code: 'no-token',
  message: msg('It marks nothing but blanks, which are no tokens.'),
};
const DROPPED_AS_IT_CUTS: Reason = {
  code: 'cuts-token',
  message: msg('It begins or ends inside a token. Aligning by “expand” or “contract” would keep it.'),
};
const INSIDE_A_TOKEN: Reason = {
  code: 'cuts-token',
  message: msg('It has no whole token. Aligning by “expand” would keep it.'),
};
const EXPANDED: Reason = {
  code: 'cuts-token',
  message: msg('It begins or ends inside a token and was widened to all of that token.'),
};
const CONTRACTED: Reason = {
  code: 'cuts-token',
  message: msg('It begins or ends inside a token and was narrowed to the whole tokens in it.'),
};
const TRIMMED: Reason = {
  code: 'outer-blanks',
  message: msg('It begins or ends with blanks, which are no tokens: they were left out.'),
};
