/**
 * How many people get each article: `each`, the same number; or, of a `share` (0–1) of the articles, two, and one of the
 * rest.
 */
export type Overlap = { readonly each: number } | { readonly share: number };

/** The overlap that somebody writes as `2` or `20%`; undefined for anything else. */
export function parseOverlap(text: string): Overlap | undefined {
  const percent = /^(\d{1,3}(?:\.\d{1,6})?)\s?%$/.exec(text.trim())?.[1];
  if (percent !== undefined) return Number(percent) <= 100 ? { share: Number(percent) / 100 } : undefined;
  return /^[1-9]\d{0,2}$/.test(text.trim()) ? { each: Number(text) } : undefined;
}

/** The most people that one article gets. */
export function mostOf(overlap: Overlap): number {
  if ('each' in overlap) return overlap.each;
  return overlap.share > 0 ? 2 : 1;
}

/**
 * How many people each of the new articles gets, by its place in the list. With a share, the first ones get two, so many
 * that the share is right over all articles; `doubled` and `others` are the articles that have people already.
 */
export function wantedNumbers(
  overlap: Overlap,
  fresh: number,
  { doubled, others }: { readonly doubled: number; readonly others: number },
): number[] {
  if ('each' in overlap) return Array.from({ length: fresh }, () => overlap.each);
  const all = fresh + doubled + others;
  const twice = Math.min(fresh, Math.max(0, Math.round(overlap.share * all) - doubled));
  return Array.from({ length: fresh }, (_, i) => (i < twice ? 2 : 1));
}
