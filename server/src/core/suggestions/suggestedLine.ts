import { newId, newSpan } from '../annotations/create.ts';
import type { SpanAnnotation } from '../annotations/model.ts';
import type { TextOffsets } from '../text/offsets.ts';
import { revisionOf } from '../text/revision.ts';
import { SUGGESTION_SOURCES, type Suggestion, type SuggestionSource } from './suggestion.ts';

/** The article that suggestions stand in. */
export interface SuggestedArticle {
  readonly text: string;
  readonly offsets: TextOffsets;
  readonly revision: string;
}

const SUFFIX_LENGTH = 6;

/**
 * The lines of the `suggested` layer for these suggestions: spans with `score`, rounded to hundredths, and `by`, the
 * source. Ids follow from what the lines say, so that the same suggestions give the same bytes.
 */
export function suggestedLines(
  article: SuggestedArticle,
  suggestions: readonly Suggestion[],
): SpanAnnotation[] {
  const ids = new Set<string>();
  return suggestions.map(({ start, end, label, entity, score, source }) => {
    const { text, offsets, revision } = article;
    const span = newSpan({ article: text, offsets, revision, range: { start, end }, label, suffix: '' });
    const said = [span.end, label, source, entity ?? '', span.text].join('\n');
    let id = newId(span.start, suffixOf(said));
    for (let again = 1; ids.has(id); again++) id = newId(span.start, suffixOf(`${said}\n${again}`));
    ids.add(id);
    const link = entity === undefined ? {} : { entity };
    return { ...span, id, ...link, score: Math.round(score * 100) / 100, by: source };
  });
}

/** Six base-36 characters that follow from a text. */
function suffixOf(said: string): string {
  const number = Number.parseInt(revisionOf(said), 16);
  return number.toString(36).slice(-SUFFIX_LENGTH).padStart(SUFFIX_LENGTH, '0');
}

/** The source that a line's `by` names; undefined where it names none. */
export function suggestedBy({ by }: SpanAnnotation): SuggestionSource | undefined {
  return SUGGESTION_SOURCES.find((source) => source === by);
}
