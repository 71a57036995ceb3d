import type { Comparison } from './comparison.ts';
import type { Slide } from './slides.ts';

/** True where an insertion or deletion that can be read in several ways would leave the tokens elsewhere in one of them. */
export function isAmbiguous({ slides }: Comparison, first: number, last: number): boolean {
  const differs = (slide: Slide, edge: (slide: Slide, shift: number) => number) =>
    edge(slide, slide.first) !== edge(slide, slide.last);
  const atStart = slides.get(first) ?? [];
  const atEnd = slides.get(last) ?? [];
  return (
    atStart.some((slide) => differs(slide, (s, shift) => startUnder(s, shift, first))) ||
    atEnd.some((slide) => differs(slide, (s, shift) => endUnder(s, shift, last + 1)))
  );
}

/** Where a span that starts with an old token starts if a gap is read `shift` tokens on, up to a constant. */
function startUnder({ start, end }: Slide, shift: number, token: number): number {
  if (start === end) return token >= start + shift ? 1 : 0;
  const length = end - start;
  if (token < start + shift) return token;
  return token < end + shift ? start + shift : token - length;
}

function endUnder({ start, end }: Slide, shift: number, tokenEnd: number): number {
  if (start === end) return tokenEnd > start + shift ? 1 : 0;
  const length = end - start;
  if (tokenEnd <= start + shift) return tokenEnd;
  return tokenEnd <= end + shift ? start + shift : tokenEnd - length;
}

/**
 * How far from deleted tokens the same words stand that may be what they were: tokens to add to their numbers; 0
 * where there is no doubt about what was deleted.
 */
export function twinDistance({ slides }: Comparison, first: number, last: number): number {
  for (const { start, end, first: least, last: most } of slides.get(first) ?? []) {
    const length = end - start;
    if (first < start || last >= end) continue;
    if (last < start + most) return length;
    if (first >= end + least) return -length;
  }
  return 0;
}
