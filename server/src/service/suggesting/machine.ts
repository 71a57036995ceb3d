import { becauseMachine } from '../../core/suggestions/becauses.ts';
import { suggestedBy } from '../../core/suggestions/suggestedLine.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { anchorsOf } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Layer } from '../sidecars.ts';
import { standingsOf } from '../standings.ts';
import type { Workspace } from '../workspace.ts';

/** What a line without a score counts. */
const UNKNOWN_SCORE = 0.5;

/**
 * What a batch suggested, in its layer, where its words certainly stand now. Who annotates blind is not told what was
 * learned from others' tags.
 */
export async function machineSuggestions(
  workspace: Workspace,
  article: Article,
  layer: Layer,
): Promise<Suggestion[]> {
  const { sidecar, uri } = layer;
  if (!sidecar || sidecar.annotations.length === 0) return [];
  const isBlind = workspace.people.isBlind(article.project);
  await workspace.anchoring.place(article, anchorsOf([layer], standingsOf([layer], [])), 'quick');
  return sidecar.annotations.flatMap(({ annotation }): Suggestion[] => {
    if (annotation.kind !== 'span') return [];
    const by = suggestedBy(annotation);
    if (isBlind && (by === undefined || by === 'learned')) return [];
    const place = article.places.of(uri, annotation.id, annotation, article);
    if (!place || place.status === 'review') return [];
    const { label, entity, score = UNKNOWN_SCORE } = annotation;
    const link = entity === undefined ? {} : { entity };
    return [{ ...place.range, label, ...link, score, source: 'machine', because: becauseMachine(by) }];
  });
}
