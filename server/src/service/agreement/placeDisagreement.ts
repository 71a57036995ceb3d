import type { Disagreement } from '../../core/agreement/corpus/disagreements.ts';
import { canonicalSlice } from '../../core/annotations/create.ts';
import type { Article } from '../articles.ts';
import { toRange } from '../convert.ts';
import type { PlacedDisagreement } from './report.ts';

/** Where a disagreement is in the article: the hull of what both have there, or the sentence. */
export function placeDisagreement(article: Article, disagreement: Disagreement): PlacedDisagreement {
  const { document, offsets, text, uri } = article;
  const { start, end } = hullOf(disagreement);
  const range = { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
  return {
    ...disagreement,
    uri,
    start,
    end,
    ...offsets.position(range.start),
    range: toRange(document, range),
    text: canonicalSlice(text, range.start, range.end),
  };
}

function hullOf({ ofA, ofB, item }: Disagreement): { start: number; end: number } {
  const spans = [ofA, ofB].filter((span) => span !== undefined);
  if (spans.length > 0)
    return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
  const [start = 0, end = 0] = (item ?? '').split(' ').map(Number);
  return { start, end };
}
