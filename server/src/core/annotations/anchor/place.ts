import type { TextRange } from '../../text/range.ts';
import { CharacterAlignment } from './alignCharacters.ts';
import type { Block, Replacement } from './blocks.ts';
import type { Comparison } from './comparison.ts';
import { type Draft, LINK } from './draft.ts';
import { startsSentence } from './gaps.ts';
import { isAmbiguous, twinDistance } from './slideEffect.ts';

/** Where a stretch of the old text is in the new one. */
export interface Place {
  /** UTF-16 units of the canonical new text. */
  readonly range: TextRange;
  /** Both edges can be relied on. */
  readonly sure: boolean;
}

/** Of the words of a stretch, by weight, so many must still be there. */
const LEAST_KEPT = 0.45;
/** Words that were exchanged one by one count so much. */
const EXCHANGED = 0.8;
/** A stretch inside a rewritten one of more tokens than this is nowhere to be seen. */
const MOST_REWRITTEN = 8;

/** Words are exchanged one by one for certain where so much around them is the same. */
const LEAST_AROUND = 0.75;
/** And where so many tokens on either side are. */
const CALM = 4;

/** Tokens from `first` to `last`, both inclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

interface Edge {
  readonly at: number;
  readonly sure: boolean;
}

/** Where a stretch of the old text (UTF-16 units of the canonical text) is now; undefined where its words are gone. */
export function placeOf(comparison: Comparison, range: TextRange): Place | undefined {
  const { starts, ends, count } = comparison.draft.old;
  const first = firstAbove(ends, count, range.start);
  const last = firstAtLeast(starts, count, range.end) - 1;
  if (last < first) return betweenTokens(comparison, range, first);
  const place = placeOfSpan(comparison, { ...range, first, last });
  if (place) return place;
  // Of words that stood twice, only one may be gone.
  const distance = twinDistance(comparison, first, last);
  if (distance === 0) return undefined;
  const twin = { first: first + distance, last: last + distance };
  const found = placeOfSpan(comparison, {
    start: starts[twin.first] ?? 0,
    end: ends[twin.last] ?? 0,
    ...twin,
  });
  return found && { range: found.range, sure: false };
}

function placeOfSpan(comparison: Comparison, span: Span): Place | undefined {
  const kept = keptOf(comparison, span);
  if (kept.weight === 0) return undefined;
  const start = edgeOf(comparison, span, kept.region, 'start');
  const end = edgeOf(comparison, span, kept.region, 'end');
  if (!start || !end || start.at >= end.at) return undefined;
  const sure = start.sure && end.sure && kept.isEnough && !isAmbiguous(comparison, span.first, span.last);
  return { range: { start: start.at, end: end.at }, sure };
}

/** What is left of a span. */
interface Kept {
  /** The region that most of it is in. */
  readonly region: number;
  readonly weight: number;
  readonly isEnough: boolean;
}

/** Weighs what is left of a span, in the region that has most of it; nothing where it was cut or rewritten. */
function keptOf({ draft, blocks }: Comparison, span: Span): Kept {
  const byRegion = new Map<number, number>();
  let total = 0;
  for (let o = span.first; o <= span.last; o++) {
    const weight = draft.old.weights[o] ?? 0;
    total += weight;
    const block = blocks.of(o);
    const region = draft.oldRegion[o] ?? 0;
    const worth = block ? worthOf(blocks.replacement(block), block, span) : 1;
    byRegion.set(region, (byRegion.get(region) ?? 0) + weight * worth);
  }
  let [region, weight] = [0, 0];
  for (const [candidate, kept] of byRegion) if (kept > weight) [region, weight] = [candidate, kept];
  return { region, weight, isEnough: weight >= LEAST_KEPT * total };
}

function worthOf(replacement: Replacement, block: Block, span: Span): number {
  if (replacement === 'deleted') return 0;
  if (replacement === 'renamed') return 1;
  if (replacement === 'wordForWord') return EXCHANGED;
  const covers = span.first <= block.oldStart && block.oldEnd <= span.last + 1;
  const isSmall =
    block.oldEnd - block.oldStart <= MOST_REWRITTEN && block.newEnd - block.newStart <= MOST_REWRITTEN;
  return covers || isSmall ? 0.01 : 0;
}

/** The edge of a span: at its outermost token in a region that is not cut. */
function edgeOf(comparison: Comparison, span: Span, region: number, edge: 'start' | 'end'): Edge | undefined {
  const { draft, blocks } = comparison;
  const isStart = edge === 'start';
  const outermost = isStart ? span.first : span.last;
  let sure = draft.oldRegion[outermost] === region;
  for (let o = outermost; o >= span.first && o <= span.last; o += isStart ? 1 : -1) {
    if (draft.oldRegion[o] !== region) continue;
    const block = blocks.of(o);
    if (block && block.newStart === block.newEnd) {
      // Where it is not certain what was cut, it is not where the rest starts.
      sure &&= isSolid(comparison, block);
      continue;
    }
    const offset = o !== outermost ? undefined : isStart ? span.start : span.end;
    const found = block
      ? blockEdge(comparison, block, span, o, edge)
      : linkedEdge(comparison, o, offset, edge);
    return { at: found.at, sure: found.sure && sure };
  }
  return undefined;
}

/** An edge at a token that is linked: at the token's own, or at an offset in the old text. */
function linkedEdge(
  comparison: Comparison,
  token: number,
  offset: number | undefined,
  edge: 'start' | 'end',
): Edge {
  const { draft, evidence } = comparison;
  const { old, now } = draft;
  const joint = draft.kind[token] === LINK.joined ? draft.joints.get(token) : undefined;
  const to = draft.to[token] ?? 0;
  const oldFrom = old.starts[joint?.oldStart ?? token] ?? 0;
  const oldTo = old.ends[joint ? joint.oldEnd - 1 : token] ?? 0;
  const newFrom = now.starts[to] ?? 0;
  const newTo = now.ends[joint ? joint.newEnd - 1 : to] ?? 0;
  const sure = evidence.isSecure(token);
  const wanted = offset ?? (edge === 'start' ? old.starts[token] : old.ends[token]) ?? 0;
  if (edge === 'start' && wanted <= oldFrom)
    return outer(comparison, token, to, oldFrom - wanted, sure, edge);
  if (edge === 'end' && wanted >= oldTo) {
    const last = joint ? joint.newEnd - 1 : to;
    return outer(comparison, joint ? joint.oldEnd - 1 : token, last, wanted - oldTo, sure, edge);
  }
  const [a, b] = [old.text.slice(oldFrom, oldTo), now.text.slice(newFrom, newTo)];
  if (a === b) return { at: newFrom + wanted - oldFrom, sure };
  const alignment = new CharacterAlignment(a, b);
  const inside = edge === 'start' ? alignment.start(wanted - oldFrom) : alignment.end(wanted - oldFrom);
  return { at: newFrom + inside.at, sure: sure && inside.sure };
}

/** An edge that stands `blanks` units outside a token, in the blanks beside it. */
function outer(
  { draft }: Comparison,
  oldToken: number,
  newToken: number,
  blanks: number,
  sure: boolean,
  edge: 'start' | 'end',
): Edge {
  const { old, now } = draft;
  const isStart = edge === 'start';
  const at = (isStart ? now.starts[newToken] : now.ends[newToken]) ?? 0;
  if (blanks === 0) return { at, sure };
  const width = ({ starts, ends, text, count }: typeof old, token: number) => {
    if (isStart) return (starts[token] ?? 0) - (token > 0 ? (ends[token - 1] ?? 0) : 0);
    return (token + 1 < count ? (starts[token + 1] ?? 0) : text.length) - (ends[token] ?? 0);
  };
  const there = Math.min(blanks, width(now, newToken));
  return {
    at: isStart ? at - there : at + there,
    sure: sure && width(old, oldToken) === width(now, newToken),
  };
}

/** An edge in words that were replaced. */
function blockEdge(
  comparison: Comparison,
  block: Block,
  span: Span,
  token: number,
  edge: 'start' | 'end',
): Edge {
  const { draft, blocks } = comparison;
  const { old, now } = draft;
  const isStart = edge === 'start';
  const [oldCount, newCount] = [block.oldEnd - block.oldStart, block.newEnd - block.newStart];
  const replacement = blocks.replacement(block);
  const solid = isSolid(comparison, block);
  const inside = span.first <= block.oldStart && block.oldEnd <= span.last + 1;
  const oldEdge = (isStart ? old.starts[token] : old.ends[token]) ?? 0;
  const isClean = isStart ? span.start <= oldEdge : span.end >= oldEdge;
  const isOuter = isStart ? span.first <= block.oldStart : block.oldEnd <= span.last + 1;
  const isCalm = comparison.evidence.around(block) >= LEAST_AROUND && isAloneIn(draft, block);
  const known = replacement === 'renamed' || (replacement === 'wordForWord' && isCalm);
  const outerAt = (isStart ? now.starts[block.newStart] : now.ends[block.newEnd - 1]) ?? 0;
  if (isOuter && inside) {
    const sure = solid && isClean && (known || isBounded(comparison, block, edge));
    return { at: outerAt, sure };
  }
  // The block goes on beyond one of the span's edges.
  const place = Math.round(((token - block.oldStart) * (newCount - 1)) / Math.max(1, oldCount - 1));
  const guess = block.newStart + Math.min(newCount - 1, place);
  const at = (isStart ? now.starts[guess] : now.ends[guess]) ?? 0;
  const sure = solid && isClean && isCalm && replacement === 'wordForWord' && oldCount === newCount;
  return { at: isOuter && !sure ? outerAt : at, sure };
}

/** True where the tokens next to a block, on both sides, are linked one after the other. */
function isAloneIn(draft: Draft, { oldStart, oldEnd }: Block): boolean {
  const { to, oldRegion } = draft;
  const isJump = (before: number, behind: number) => {
    if (before < 0 || behind >= to.length || oldRegion[before] !== oldRegion[behind]) return false;
    const [left, right] = [draft.lastOf(before), to[behind] ?? -1];
    return left < 0 || right < 0 || right > left + 1;
  };
  for (let step = 1; step < CALM; step++) {
    if (isJump(oldStart - 1 - step, oldStart - step) || isJump(oldEnd + step - 1, oldEnd + step))
      return false;
  }
  return true;
}

/** True where what stands on both sides of a block can be relied on. */
function isSolid({ draft, evidence }: Comparison, block: Block): boolean {
  const region = draft.oldRegion[block.oldStart];
  const isSecure = (o: number) =>
    o < 0 || o >= draft.old.count || draft.oldRegion[o] !== region || evidence.isSecure(o);
  return !block.torn && isSecure(block.oldStart - 1) && isSecure(block.oldEnd);
}

/** True where the edge of a block is one of a sentence, in both texts, and no sentence came to it. */
function isBounded({ draft }: Comparison, block: Block, edge: 'start' | 'end'): boolean {
  const { old, now } = draft;
  const [o, n] = edge === 'start' ? [block.oldStart, block.newStart] : [block.oldEnd, block.newEnd];
  if (!startsSentence(old.breaks, o) || !startsSentence(now.breaks, n)) return false;
  for (let at = block.newStart + 1; at < block.newEnd; at++) if (startsSentence(now.breaks, at)) return false;
  return true;
}

/** A stretch without a word: blanks between two tokens, or nothing at all. `token` is the first one behind it. */
function betweenTokens({ draft, evidence }: Comparison, range: TextRange, token: number): Place | undefined {
  const { old, now } = draft;
  const before = token - 1;
  const hasBefore = before >= 0;
  const hasBehind = token < old.count;
  if ((hasBefore && !draft.isLinked(before)) || (hasBehind && !draft.isLinked(token))) return undefined;
  const newBefore = hasBefore ? draft.lastOf(before) : -1;
  const newBehind = hasBehind ? (draft.to[token] ?? 0) : now.count;
  if (newBehind !== newBefore + 1) return undefined;
  const [oldFrom, oldTo] = [
    hasBefore ? (old.ends[before] ?? 0) : 0,
    hasBehind ? (old.starts[token] ?? 0) : old.text.length,
  ];
  const [newFrom, newTo] = [
    hasBefore ? (now.ends[newBefore] ?? 0) : 0,
    hasBehind ? (now.starts[newBehind] ?? 0) : now.text.length,
  ];
  const isSame = oldTo - oldFrom === newTo - newFrom;
  const sure =
    isSame && (!hasBefore || evidence.isSecure(before)) && (!hasBehind || evidence.isSecure(token));
  const start = isSame ? newFrom + range.start - oldFrom : newFrom;
  const end = isSame ? newFrom + range.end - oldFrom : newTo;
  if (start === end && range.start !== range.end) return undefined;
  return { range: { start, end }, sure };
}

/** The first token of which the offset is above a value. */
function firstAbove(offsets: Uint32Array, count: number, value: number): number {
  return firstAtLeast(offsets, count, value + 1);
}

function firstAtLeast(offsets: Uint32Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
