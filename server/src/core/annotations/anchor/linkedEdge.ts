import { CharacterAlignment } from './alignCharacters.ts';
import type { Comparison } from './comparison.ts';
import { type Draft, LINK } from './draft.ts';
import type { Edge, Side } from './edge.ts';

/** An edge at a token that is linked: at the token's own, or at an offset in the old text. */
export function linkedEdge(
  comparison: Comparison,
  token: number,
  offset: number | undefined,
  edge: Side,
): Edge {
  const { draft, evidence } = comparison;
  const { old, now } = draft;
  const joint = draft.kind[token] === LINK.joined ? draft.joints.get(token) : undefined;
  const to = draft.to[token] ?? 0;
  const oldFrom = old.starts[joint?.oldStart ?? token] ?? 0;
  const oldTo = old.ends[joint ? joint.oldEnd - 1 : token] ?? 0;
  const newFrom = now.starts[to] ?? 0;
  const newTo = now.ends[joint ? joint.newEnd - 1 : to] ?? 0;
  const sure =
    evidence.isSecure(token) && !hasTwin(draft, token, edge) && !hasLetterBeside(draft, token, edge);
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

/** True where just outside a linked token the same word stands in one of the texts only: which of the two was it? */
function hasTwin(draft: Draft, token: number, edge: Side): boolean {
  const { old, now, to, from } = draft;
  const isStart = edge === 'start';
  const oldTwin = isStart ? token - 1 : token + 1;
  const n = isStart ? (to[token] ?? 0) : draft.lastOf(token);
  const newTwin = isStart ? n - 1 : n + 1;
  return (
    (old.keys[oldTwin] === old.keys[token] && to[oldTwin] === -1) ||
    (now.keys[newTwin] === now.keys[n] && from[newTwin] === -1)
  );
}

/** True where one character was put in just outside a token in a script without blanks: is it a word, or a letter of this one? */
function hasLetterBeside(draft: Draft, token: number, edge: Side): boolean {
  const { now, to, from, tokenizer } = draft;
  const step = edge === 'start' ? -1 : 1;
  const n = edge === 'start' ? (to[token] ?? 0) : draft.lastOf(token);
  const isNew = (at: number) => from[at] === -1 && tokenizer.isUnspaced(now.keys[at]);
  const isGlued = now.breaks[edge === 'start' ? n : n + 1] === 0;
  return isGlued && tokenizer.isUnspaced(now.keys[n]) && isNew(n + step) && !isNew(n + 2 * step);
}

/** An edge that stands `blanks` units outside a token, in the blanks beside it. */
function outer(
  { draft }: Comparison,
  oldToken: number,
  newToken: number,
  blanks: number,
  sure: boolean,
  edge: Side,
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
