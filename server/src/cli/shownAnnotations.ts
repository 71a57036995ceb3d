import type { KnownAnnotation } from '../core/annotations/model.ts';
import { annotationLine } from '../core/annotations/serialize.ts';
import type { Article } from '../service/articles.ts';
import type { Layer } from '../service/sidecars.ts';
import { type Standing, type Standings, shownAnnotation } from '../service/standings.ts';
import type { ShowOutput } from './contracts.ts';
import { codePoints } from './outputs.ts';

/** The name of the sidecar that nobody owns alone. */
const SHARED = 'shared';

/** What `show` says of an annotation: its own keys, where it is now, and what people say about it. */
export type Shown = ShowOutput['annotations'][number];

/** What a layer is called on the command line: an annotator, `gold` or `shared`. */
export function nameOfLayer({ annotator }: { readonly annotator: string | undefined }): string {
  return annotator ?? SHARED;
}

/** The annotations of a layer at their places in the article, with the records of all layers applied. */
export function shownAnnotations(article: Article, layer: Layer, standings: Standings): Shown[] {
  const outcomes = outcomesOf(standings);
  return (layer.sidecar?.annotations ?? []).flatMap(({ annotation }): Shown[] => {
    if (annotation.kind === 'unknown') return [];
    if (annotation.kind === 'record') {
      const outcome = outcomes.get(annotation) ?? 'thread';
      return [{ ...keysOf(layer, annotation), kind: 'record', outcome } as Shown];
    }
    const standing = standings.of(annotation);
    const shown = shownAnnotation<KnownAnnotation>(annotation, standing);
    const said = standing ? { standing: standingOutput(standing) } : {};
    return [{ ...keysOf(layer, shown), ...placeOf(article, layer, shown), ...said } as Shown];
  });
}

/** Kind, id and layer, and then the sidecar's own keys, less those that say how the place is found. */
function keysOf(layer: Layer, annotation: KnownAnnotation): object {
  const {
    id,
    start: _s,
    end: _e,
    before: _b,
    after: _a,
    rev: _r,
    ...own
  } = JSON.parse(annotationLine(annotation));
  return { kind: annotation.kind, id, layer: nameOfLayer(layer), ...own };
}

function placeOf(article: Article, layer: Layer, annotation: KnownAnnotation): object {
  if (annotation.kind !== 'span' && annotation.kind !== 'review') return {};
  const place = article.places.of(layer.uri, annotation.id, annotation, article);
  if (!place) return { status: 'orphan' };
  return { status: place.status, ...codePoints(article.offsets, place.range) };
}

/** What becomes of every record: its outcome, or why it speaks of nothing. */
function outcomesOf({ spoken, dangling }: Standings): ReadonlyMap<KnownAnnotation, string> {
  return new Map<KnownAnnotation, string>([
    ...spoken.flatMap((s) => s.words.map((w): [KnownAnnotation, string] => [w.record, w.outcome])),
    ...dangling.map((d): [KnownAnnotation, string] => [d.record, d.reason]),
  ]);
}

function standingOutput({ annotation, now, words, acceptedBy, disputed, thread }: Standing) {
  return {
    now: now === undefined ? 'deleted' : now === annotation ? 'kept' : 'changed',
    disputed,
    acceptedBy,
    ...(now !== undefined && now !== annotation ? { own: JSON.parse(annotationLine(annotation)) } : {}),
    words: words.map(({ record, layer, by, outcome }) => {
      const { set, note } = JSON.parse(annotationLine(record));
      return {
        layer: nameOfLayer(layer),
        ...(by === undefined ? {} : { by }),
        says: record.set ? 'set' : record.delete ? 'delete' : 'accept',
        ...(set === undefined ? {} : { set }),
        ...(note === undefined ? {} : { note }),
        outcome,
      };
    }),
    ...(thread
      ? {
          resolved: thread.resolved,
          comments: thread.comments.map(({ text, by, layer, outdated, record: { time } }) => ({
            layer: nameOfLayer(layer),
            ...(by === undefined ? {} : { by }),
            ...(time === undefined ? {} : { time }),
            text,
            outdated,
          })),
        }
      : {}),
  };
}
