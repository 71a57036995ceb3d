import type { Steps } from '../../core/steps.ts';
import { becauseDate } from '../../core/suggestions/becauses.ts';
import { DATE_LABEL, hasDateLabel } from '../../core/suggestions/dates/dateLabel.ts';
import { findDates } from '../../core/suggestions/dates/dates.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { KEPT_A_STEP, type SuggestingScene } from './scene.ts';

/** A suggestion for all that reads like a date, where the project has a label for dates. */
export function* dateSuggestions({ article, suggesting }: SuggestingScene): Steps<Suggestion[]> {
  const { language, paragraphs, project } = article;
  if (!hasDateLabel(project.project.labels)) return [];
  const suggestions: Suggestion[] = [];
  for (const [i, { paragraph, start: offset }] of paragraphs.entries()) {
    let fresh = i % KEPT_A_STEP === 0;
    const found = suggesting.inParagraph(paragraph, 'dates', language, () => {
      fresh = true;
      return findDates(paragraph.text, language);
    });
    for (const { start, end, score } of found) {
      const range = { start: start + offset, end: end + offset };
      suggestions.push({ ...range, label: DATE_LABEL, score, source: 'date', because: becauseDate() });
    }
    if (fresh) yield;
  }
  return suggestions;
}
