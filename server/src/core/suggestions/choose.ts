import { overlaps } from '../text/range.ts';
import type { Suggestion, SuggestionSource } from './suggestion.ts';

/** Labels that may be offered for the same words, where it is doubtful which is right. */
const MOST_LABELS = 2;
const RANKS: Readonly<Record<SuggestionSource, number>> = {
  entity: 0,
  learned: 1,
  near: 2,
  date: 3,
  unknown: 4,
  machine: 5,
};
/** A second label is offered where it is nearly as sure as the first. */
const NEARLY = 0.25;

/**
 * Of everything that could be suggested, what is: at each place the longest, and of those on the same words the surest
 * label, and one more that is nearly as sure. In text order; no two have equal span and label.
 */
export function chooseSuggestions(candidates: readonly Suggestion[]): Suggestion[] {
  const longest = bestSources(candidates);
  const chosen: Suggestion[] = [];
  let from = 0;
  let reach = 0;
  for (const [i, { start, end }] of longest.entries()) {
    // What comes from here on touches nothing before.
    if (start >= reach) {
      for (const one of chosenOf(longest.slice(from, i))) chosen.push(one);
      from = i;
    }
    reach = Math.max(reach, end);
  }
  for (const one of chosenOf(longest.slice(from))) chosen.push(one);
  return chosen.sort((a, b) => a.start - b.start || a.end - b.end || b.score - a.score);
}

/** The same for candidates that hang together by overlaps, which are few however long the article is. */
function chosenOf(candidates: readonly Suggestion[]): readonly Suggestion[] {
  if (candidates.length < 2) return candidates;
  const byLength = candidates.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || b.score - a.score || byLabel(a, b),
  );
  const taken = new Places();
  const chosen: Suggestion[] = [];
  for (const candidate of byLength) {
    const same = taken.at(candidate);
    if (same === undefined) continue;
    const [first] = same;
    if (first !== undefined) {
      const isNew = same.every((s) => s.label !== candidate.label);
      if (!isNew || same.length >= MOST_LABELS || candidate.score < first.score - NEARLY) continue;
    }
    same.push(candidate);
    chosen.push(candidate);
  }
  return chosen;
}

/** By place. Of the same label on the same words, what is known goes before what is guessed, which is left out. */
function bestSources(candidates: readonly Suggestion[]): Suggestion[] {
  const sorted = candidates.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || byLabel(a, b) || RANKS[a.source] - RANKS[b.source],
  );
  return sorted.filter(({ start, end, label }, i) => {
    const before = sorted[i - 1];
    return before?.start !== start || before.end !== end || before.label !== label;
  });
}

function byLabel(a: Suggestion, b: Suggestion): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}

/** Stretches that do not overlap, each with what was chosen for it. */
class Places {
  private readonly starts: number[] = [];
  private readonly all: { readonly start: number; readonly end: number; readonly chosen: Suggestion[] }[] =
    [];

  /** What was chosen for just this stretch, to be added to; undefined where it overlaps another one. */
  at(range: { readonly start: number; readonly end: number }): Suggestion[] | undefined {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < range.start) low = middle + 1;
      else high = middle;
    }
    const here = this.all[low];
    if (here?.start === range.start && here.end === range.end) return here.chosen;
    const before = this.all[low - 1];
    if ((here && overlaps(here, range)) || (before && overlaps(before, range))) return undefined;
    const chosen: Suggestion[] = [];
    this.starts.splice(low, 0, range.start);
    this.all.splice(low, 0, { start: range.start, end: range.end, chosen });
    return chosen;
  }
}
