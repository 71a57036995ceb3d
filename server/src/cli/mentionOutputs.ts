import type { Mention } from '../core/entities/mention.ts';
import { findDates } from '../core/suggestions/dates/dates.ts';
import { overlaps, type TextRange } from '../core/text/range.ts';
import type { Article } from '../service/articles.ts';
import type { EntityKnowledge } from '../service/entities/knowledge.ts';
import type { MentionOutput } from './contracts.ts';
import { codePoints, mentionOutput } from './outputs.ts';

/** The label of dates, as the default label set has it. */
const DATE = 'DATE';

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
  const dates = datesOf(article, mentions).map(({ start, end, score }) => {
    const text = article.text.slice(start, end);
    const output = {
      ...codePoints(article.offsets, { start, end }),
      text,
      entity: '',
      name: text,
      type: DATE,
      score,
    };
    return { start, output };
  });
  return [...named, ...dates].sort((a, b) => a.start - b.start).map(({ output }) => output);
}

/** Dates beside the mentions; UTF-16 units of the article. Both are in text order. */
function datesOf(
  { paragraphs, language, project }: Article,
  mentions: readonly TextRange[],
): (TextRange & { readonly score: number })[] {
  if (!project.project.labels.some(({ name, sentence }) => name === DATE && !sentence)) return [];
  const dates: (TextRange & { readonly score: number })[] = [];
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
