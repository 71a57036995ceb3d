import type { Operation } from '../../core/annotations/operations.ts';
import { type AnchoredAnnotation, reanchored } from '../../core/annotations/reanchor.ts';
import { type Message, msg } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { Layer } from '../sidecars.ts';

/** What gives annotations of one's own the place, and the revision, that they have now. */
export type ReanchorPurpose =
  /** *Keep here* and *Move here*: the annotation stands at this place (UTF-16 units of the article) from now on. */
  | ({ readonly kind: 'reanchor'; readonly sidecar: string; readonly id: string } & TextRange)
  /** All annotations of a sidecar whose place is certain. */
  | { readonly kind: 'reanchorAll'; readonly sidecar: string };

/** The changes of a sidecar that give its annotations their present places, or why there are none. */
export function reanchorOperations(
  article: Article,
  layer: Layer,
  purpose: ReanchorPurpose,
): readonly Operation[] | { readonly refused: Message } {
  if (purpose.kind === 'reanchorAll') {
    const operations = movedAnnotations(article, layer);
    if (operations.length > 0) return operations;
    return { refused: msg('Your tags are all where the article says.') };
  }
  const entries = layer.sidecar?.annotations ?? [];
  const found = entries.find((e) => e.annotation.id === purpose.id)?.annotation;
  if (found?.kind !== 'span' && found?.kind !== 'review') {
    return { refused: msg('This tag is no longer in the sidecar.') };
  }
  if (found.conflict) {
    return {
      refused: msg('Two versions of this tag wait for a decision. Take it first, then place the tag.'),
    };
  }
  if (purpose.start >= purpose.end) {
    return { refused: msg('Select the words on which the tag is to stand.') };
  }
  const annotation = reanchored(found, placeIn(article, purpose));
  if (annotation) return [{ kind: 'replace', annotation }];
  return {
    refused: msg(
      'This tag has a gap, and its words are not the same there: tag the words anew and delete this tag.',
    ),
  };
}

/**
 * The annotations of a sidecar that are not of the article's present text, and whose place in it is certain, given that
 * place. Lines about which somebody has to decide stay as they are. `wanted`: which ones, by default all.
 */
export function movedAnnotations(
  article: Article,
  layer: Layer,
  wanted: (annotation: AnchoredAnnotation) => boolean = () => true,
): Operation[] {
  const operations: Operation[] = [];
  for (const { annotation } of layer.sidecar?.annotations ?? []) {
    if (annotation.kind !== 'span' && annotation.kind !== 'review') continue;
    if (annotation.rev === article.revision || annotation.conflict || !wanted(annotation)) continue;
    const place = article.places.of(layer.uri, annotation.id, annotation, article);
    if (!place || place.status === 'review') continue;
    const now = reanchored(annotation, placeIn(article, place.range));
    if (now) operations.push({ kind: 'replace', annotation: now });
  }
  return operations;
}

function placeIn({ text, offsets, revision }: Article, { start, end }: TextRange) {
  return { article: text, range: { start, end }, offsets, revision };
}
