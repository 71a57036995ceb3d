import type { Steps } from '../../core/steps.ts';
import { becauseDate } from '../../core/suggestions/becauses.ts';
import { findDates } from '../../core/suggestions/dates/dates.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { KEPT_A_STEP, type SuggestingScene } from './scene.ts';

/** The label of dates, as the default label set has it. */
const DATE = 'DATE';

/** A suggestion for all that reads like a date, where the project has a label for dates. */
export function* dateSuggestions({ article, suggesting }: SuggestingScene): Steps<Suggestion[]> {
  const { language, paragraphs, project } = article;
  if (!project.project.labels.some(({ name, sentence }) => name === DATE && !sentence)) return [];
  const suggestions: Suggestion[] = [];
  for (const [i, { paragraph, start: offset }] of paragraphs.entries()) {
    let fresh = i % KEPT_A_STEP === 0;
    const found = suggesting.inParagraph(paragraph, 'dates', language, () => {
      fresh = true;
      return findDates(paragraph.text, language);
    });
    for (const { start, end, score } of found) {
      const range = { start: start + offset, end: end + offset };
      suggestions.push({ ...range, label: DATE, score, source: 'date', because: becauseDate() });
    }
    if (fresh) yield;
  }
  return suggestions;
}
