import type { PlacedParagraph } from '../../core/text/paragraph.ts';
import type { TextRange } from '../../core/text/range.ts';

/** For each paragraph the ranges that begin in it, in units of the paragraph. `ranges`: of the article, in text order. */
export function rangesByParagraph(
  paragraphs: readonly PlacedParagraph[],
  ranges: readonly TextRange[],
): TextRange[][] {
  let next = 0;
  return paragraphs.map(({ paragraph, start }) => {
    const here: TextRange[] = [];
    for (; next < ranges.length; next++) {
      const range = ranges[next];
      if (!range || range.start >= start + paragraph.text.length) break;
      if (range.start >= start) here.push({ start: range.start - start, end: range.end - start });
    }
    return here;
  });
}
