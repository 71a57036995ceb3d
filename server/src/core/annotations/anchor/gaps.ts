import type { Draft, Hunk } from './draft.ts';
import { BREAK } from './tokens.ts';
import type { Search } from './uniqueRuns.ts';

/** The whole of both texts. */
export function wholeOf(draft: Draft): Hunk {
  return { oldStart: 0, oldEnd: draft.old.count, newStart: 0, newEnd: draft.now.count };
}

/**
 * What lies between the links of a region inside a part of the texts: the tokens of that region without a link, old
 * and new, in order. Gaps with nothing on either side are left out.
 */
export function gapsOf(draft: Draft, part: Hunk, region: number): Search[] {
  const gaps: Search[] = [];
  let old: number[] = [];
  let newFrom = part.newStart;
  const close = (newTo: number) => {
    const now: number[] = [];
    for (let n = newFrom; n < newTo; n++) {
      if (draft.newRegion[n] === region && (draft.from[n] ?? -1) < 0) now.push(n);
    }
    if (old.length > 0 || now.length > 0) gaps.push({ old: Int32Array.from(old), now: Int32Array.from(now) });
    old = [];
  };
  for (let o = part.oldStart; o < part.oldEnd; o++) {
    if (draft.oldRegion[o] !== region) continue;
    if (!draft.isLinked(o)) {
      old.push(o);
      continue;
    }
    const to = draft.to[o] ?? 0;
    if (old.length > 0 || to > newFrom) close(to);
    newFrom = Math.max(newFrom, draft.lastOf(o) + 1);
  }
  close(part.newEnd);
  return gaps;
}

/** Links the equal tokens at both ends of a gap, as long as they stand side by side. */
export function linkEnds(draft: Draft, { old, now }: Search): void {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && draft.same(old[start] ?? 0, now[start] ?? 0)) {
    draft.link(old[start] ?? 0, now[start] ?? 0);
    start++;
  }
  for (let end = 1; end <= most - start; end++) {
    const [o, n] = [old[old.length - end] ?? 0, now[now.length - end] ?? 0];
    if (!draft.same(o, n)) return;
    draft.link(o, n);
  }
}

/** True where a sentence, a line or the text starts with a token of a text with these breaks. */
export function startsSentence(breaks: Uint8Array, token: number): boolean {
  return (breaks[token] ?? BREAK.paragraph) >= BREAK.sentence;
}
