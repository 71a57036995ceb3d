import { hasDateLabel } from '../core/suggestions/dates/dateLabel.ts';
import { findDates } from '../core/suggestions/dates/dates.ts';
import type { FoundDate } from '../core/suggestions/dates/foundDate.ts';
import { overlaps, type TextRange } from '../core/text/range.ts';
import type { Article } from './articles.ts';

/**
 * What of an article reads like a date beside its mentions (both in text order, UTF-16 units of the article); none where
 * the project has no label for dates.
 */
export function datesBeside(
  { paragraphs, language, project }: Article,
  mentions: readonly TextRange[],
): FoundDate[] {
  if (!hasDateLabel(project.project.labels)) return [];
  const dates: FoundDate[] = [];
  let next = 0;
  for (const { paragraph, start: offset } of paragraphs) {
    for (const { start, end, score } of findDates(paragraph.text, language)) {
      const date = { start: start + offset, end: end + offset, score };
      while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= date.start) next++;
      const mention = mentions[next];
      if (mention === undefined || !overlaps(mention, date)) dates.push(date);
    }
  }
  return dates;
}
