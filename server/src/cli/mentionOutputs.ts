import type { Mention } from '../core/entities/mention.ts';
import { DATE_LABEL } from '../core/suggestions/dates/dateLabel.ts';
import { datesBeside } from '../service/articleDates.ts';
import type { Article } from '../service/articles.ts';
import type { EntityKnowledge } from '../service/entities/knowledge.ts';
import type { MentionOutput } from './contracts.ts';
import { codePoints, mentionOutput } from './outputs.ts';

/**
 * Whom an article mentions as the contracts have it, in text order; and dates, where the project has a label for them.
 * A date is no entity: its `entity` is empty.
 */
export function mentionOutputs(
  article: Article,
  mentions: readonly Mention[],
  knowledge: EntityKnowledge,
): MentionOutput[] {
  const named = mentions.map((mention) => ({
    start: mention.start,
    output: mentionOutput(article, mention, knowledge),
  }));
  const dates = datesBeside(article, mentions).map(({ start, end, score }) => {
    const text = article.text.slice(start, end);
    const output = {
      ...codePoints(article.offsets, { start, end }),
      text,
      entity: '',
      name: text,
      type: DATE_LABEL,
      score,
    };
    return { start, output };
  });
  return [...named, ...dates].sort((a, b) => a.start - b.start).map(({ output }) => output);
}
