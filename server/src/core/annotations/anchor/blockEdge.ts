import type { Block } from './blocks.ts';
import type { Comparison } from './comparison.ts';
import type { Draft } from './draft.ts';
import type { Edge, Side, TokenSpan } from './edge.ts';
import { startsSentence } from './gaps.ts';

/** Words are exchanged one by one for certain where so much around them is the same. */
const LEAST_AROUND = 0.75;
/** And where so many tokens on either side are. */
const CALM = 4;

/** Words in the place of others are so many times as many, at most. */
const MOST_GROWTH = 2.5;

/** An edge of a span, at one of its tokens in a block, in words that were replaced. */
export function blockEdge(
  comparison: Comparison,
  block: Block,
  span: TokenSpan,
  token: number,
  edge: Side,
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
  const isShort = oldCount === newCount && oldCount <= 2;
  const sure = solid && isClean && isCalm && replacement === 'wordForWord' && isShort;
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
export function isSolid({ draft, evidence }: Comparison, block: Block): boolean {
  const region = draft.oldRegion[block.oldStart];
  const isSecure = (o: number) =>
    o < 0 || o >= draft.old.count || draft.oldRegion[o] !== region || evidence.isSecure(o);
  return !block.torn && isSecure(block.oldStart - 1) && isSecure(block.oldEnd);
}

/** True where the edge of a block is one of a sentence, in both texts, and no sentence came to it. */
function isBounded({ draft }: Comparison, block: Block, edge: Side): boolean {
  const { old, now } = draft;
  const [o, n] = edge === 'start' ? [block.oldStart, block.newStart] : [block.oldEnd, block.newEnd];
  const [oldCount, newCount] = [block.oldEnd - block.oldStart, block.newEnd - block.newStart];
  if (Math.max(oldCount, newCount) > MOST_GROWTH * Math.min(oldCount, newCount)) return false;
  if (!startsSentence(old.breaks, o) || !startsSentence(now.breaks, n)) return false;
  for (let at = block.newStart + 1; at < block.newEnd; at++) if (startsSentence(now.breaks, at)) return false;
  return true;
}
