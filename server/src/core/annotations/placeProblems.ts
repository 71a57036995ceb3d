import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { isRefusal } from '../suggestions/refusalLine.ts';
import { type LocatedArticle, type Location, locate } from './locate.ts';
import { problemAt } from './problemAt.ts';
import type { AnchoredAnnotation } from './reanchor.ts';
import type { SidecarEntry } from './sidecar.ts';

/** Tells where an annotation is; by default its quote and surroundings do. */
export type Locator = (annotation: AnchoredAnnotation) => Location;

/** What is wrong with the place of an annotation. */
export function placeProblems(
  entry: SidecarEntry,
  annotation: AnchoredAnnotation,
  article: LocatedArticle,
  locator: Locator | undefined,
): Problem[] {
  const { text, start, end, rev } = annotation;
  if (rev === article.revision && end > article.offsets.codePoints) {
    const message = msg(
      'This annotation ends at {0}, but the article has {1} characters only: tag the words again and delete this line.',
      end,
      article.offsets.codePoints,
    );
    return [problemAt(entry, 'sidecar/past-end', 'error', message)];
  }
  const { status } = locator?.(annotation) ?? locate(annotation, article);
  if (status === 'review' && rev === article.revision) {
    const message = msg(
      'The article does not say “{0}” at {1}–{2}: tag the words again and delete this line.',
      text,
      start,
      end,
    );
    return [problemAt(entry, 'sidecar/quote-differs', 'error', message)];
  }
  if (status === 'review') {
    const message = msg(
      'The article has changed, and the place of “{0}” is not certain: open the article and choose Keep here, Move here or Delete there.',
      text,
    );
    return [problemAt(entry, 'sidecar/review', 'warning', message)];
  }
  // Where the words are gone there is nothing to suggest.
  if (status === 'orphan' && isRefusal(annotation)) return [];
  if (status === 'orphan' && annotation.kind === 'review') {
    const message = msg(
      'The finding on “{0}” is gone with its words: the line still counts in how right the rule is. Delete it if it should not.',
      text,
    );
    return [problemAt(entry, 'sidecar/past-verdict', 'information', message)];
  }
  if (status === 'orphan') {
    const message = msg(
      'The article no longer says “{0}”: open the article, select what it says now and choose Move here, or delete this line.',
      text,
    );
    return [problemAt(entry, 'sidecar/orphan', 'warning', message)];
  }
  return [];
}
