import { becauseDate } from '../../core/suggestions/becauses.ts';
import { findDates } from '../../core/suggestions/dates/dates.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { Article } from '../articles.ts';
import type { Workspace } from '../workspace.ts';

/** The label of dates, as the default label set has it. */
const DATE = 'DATE';

/** A suggestion for all that reads like a date, where the project has a label for dates. */
export function dateSuggestions(
  { suggesting }: Workspace,
  { language, paragraphs, project: { project } }: Article,
): Suggestion[] {
  if (!project.labels.some(({ name, sentence }) => name === DATE && !sentence)) return [];
  return paragraphs.flatMap(({ paragraph, start: offset }) =>
    suggesting
      .inParagraph(paragraph, 'dates', language, () => findDates(paragraph.text, language))
      .map(({ start, end, score }) => ({
        start: start + offset,
        end: end + offset,
        label: DATE,
        score,
        source: 'date',
        because: becauseDate(),
      })),
  );
}
