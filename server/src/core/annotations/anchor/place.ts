import type { TextRange } from '../../text/range.ts';
import { blockEdge, isSolid } from './blockEdge.ts';
import type { Block, Replacement } from './blocks.ts';
import type { Comparison } from './comparison.ts';
import type { Edge, Side, TokenSpan } from './edge.ts';
import { linkedEdge } from './linkedEdge.ts';
import { tokensBefore, withReappearing } from './reappearing.ts';
import { isScattered } from './scattered.ts';
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

/** Where a stretch of the old text (UTF-16 units of the canonical text) is now; undefined where its words are gone. */
export function placeOf(comparison: Comparison, range: TextRange): Place | undefined {
  const { starts, ends, count } = comparison.draft.old;
  const first = tokensBefore(ends, count, range.start + 1);
  const last = tokensBefore(starts, count, range.end) - 1;
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

function placeOfSpan(comparison: Comparison, span: TokenSpan): Place | undefined {
  const kept = keptOf(comparison, span);
  if (kept.weight === 0) return undefined;
  const first = edgeOf(comparison, span, kept.region, 'start');
  const last = edgeOf(comparison, span, kept.region, 'end');
  if (!first || !last || first.at >= last.at) return undefined;
  const start = withReappearing(comparison, span, first, 'start');
  const end = withReappearing(comparison, span, last, 'end');
  const range = { start: start.at, end: end.at };
  const sure = start.sure && end.sure && kept.isEnough && !isAmbiguous(comparison, span.first, span.last);
  return { range, sure: sure && !isScattered(comparison, span, kept.region, range) };
}

/** What is left of a span. */
interface Kept {
  /** The region that most of it is in. */
  readonly region: number;
  readonly weight: number;
  readonly isEnough: boolean;
}

/** Weighs what is left of a span, in the region that has most of it; nothing where it was cut or rewritten. */
function keptOf({ draft, blocks }: Comparison, span: TokenSpan): Kept {
  const byRegion = new Map<number, number>();
  let total = 0;
  // A span may be as long as the text: what neighbours share is looked up once.
  let [region, weight] = [draft.oldRegion[span.first] ?? 0, 0];
  let [known, worth]: [Block | undefined, number] = [undefined, 1];
  for (let o = span.first; o <= span.last; o++) {
    const there = draft.oldRegion[o] ?? 0;
    if (there !== region) {
      byRegion.set(region, weight);
      [region, weight] = [there, byRegion.get(there) ?? 0];
    }
    const block = blocks.of(o);
    if (block !== known) {
      worth = block ? worthOf(blocks.replacement(block), block, span) : 1;
      known = block;
    }
    total += draft.old.weights[o] ?? 0;
    weight += (draft.old.weights[o] ?? 0) * worth;
  }
  byRegion.set(region, weight);
  [region, weight] = [0, 0];
  for (const [candidate, kept] of byRegion) if (kept > weight) [region, weight] = [candidate, kept];
  return { region, weight, isEnough: weight >= LEAST_KEPT * total };
}

function worthOf(replacement: Replacement, block: Block, span: TokenSpan): number {
  if (replacement === 'deleted') return 0;
  if (replacement === 'renamed') return 1;
  if (replacement === 'wordForWord') return EXCHANGED;
  const covers = span.first <= block.oldStart && block.oldEnd <= span.last + 1;
  const isSmall =
    block.oldEnd - block.oldStart <= MOST_REWRITTEN && block.newEnd - block.newStart <= MOST_REWRITTEN;
  return covers || isSmall ? 0.01 : 0;
}

/** The edge of a span: at its outermost token in a region that is not cut. */
function edgeOf(comparison: Comparison, span: TokenSpan, region: number, edge: Side): Edge | undefined {
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
