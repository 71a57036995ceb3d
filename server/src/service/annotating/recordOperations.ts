import { newId } from '../../core/annotations/create.ts';
import type { Annotation, AnnotationRecord } from '../../core/annotations/model.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { qualified, withKeys, withoutConflict } from '../../core/annotations/records.ts';
import { lineHash } from '../../core/annotations/serialize.ts';
import { type Message, msg } from '../../core/message.ts';
import type { ArticleAnnotations } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { speaker } from '../people.ts';
import type { Layer } from '../sidecars.ts';
import type { Standing } from '../standings.ts';
import type { Workspace } from '../workspace.ts';
import type { AnnotationName, RecordPurpose, Says } from './intent.ts';
import { idSuffix } from './sidecarOperations.ts';

/** The changes of a sidecar that carry out a choice, or why there are none. */
export type Operations = readonly Operation[] | { readonly refused: Message };

/** What there is to know when somebody speaks of an annotation. */
export interface Speech {
  readonly workspace: Workspace;
  readonly article: Article;
  /** The sidecar that they write. */
  readonly own: Layer;
  readonly annotations: ArticleAnnotations & { readonly layers: readonly Layer[] };
}

/** The changes of one's own sidecar by which somebody speaks of an annotation, or does as somebody else says. */
export async function recordOperations(speech: Speech, purpose: RecordPurpose): Promise<Operations> {
  const target = annotationNamed(speech, purpose.about);
  if (!target) return { refused: goneAnnotation() };
  if (purpose.kind === 'follow') return followed(speech, target, purpose.record);
  const { says } = purpose;
  if (purpose.was !== undefined && purpose.was !== lineHash(withoutConflict(target))) {
    return { refused: changedAnnotation() };
  }
  if (speech.own.uri === purpose.about.sidecar && !('accept' in says)) {
    return { refused: msg('This tag is your own: change or remove it instead.') };
  }
  const record = await newRecord(speech, purpose.about, target, says);
  const known = ownWord(speech, purpose.about);
  if (!known) return [{ kind: 'add', annotation: record }];
  const { id, extra } = known;
  return [{ kind: 'replace', annotation: { ...record, id, extra } }];
}

/** An annotation of the article as its owner has it now. */
export function annotationNamed({ annotations }: Speech, { sidecar, id }: AnnotationName) {
  const layer = annotations.layers.find((l) => l.uri === sidecar);
  return layer?.sidecar?.annotations.find((e) => e.annotation.id === id)?.annotation;
}

/** A new record of what somebody says of an annotation as it is now. */
export async function newRecord(
  { workspace, article, own, annotations }: Speech,
  { sidecar, id }: AnnotationName,
  target: Annotation,
  says: Says,
): Promise<AnnotationRecord> {
  const start = 'start' in target ? target.start : 0;
  const by = own.annotator === undefined ? await speaker(workspace, article.project) : undefined;
  const sameId = annotations.layers.filter((l) => l.sidecar?.annotations.some((e) => e.annotation.id === id));
  const layer = annotations.layers.find((l) => l.uri === sidecar);
  return {
    kind: 'record',
    id: newId(start, idSuffix(workspace)),
    ref: sameId.length > 1 ? qualified(layer?.annotator, id) : id,
    ...says,
    was: lineHash(withoutConflict(target)),
    ...(by === undefined ? {} : { by }),
    ...('comment' in says || 'resolved' in says ? { time: workspace.host.time() } : {}),
    extra: [],
  };
}

/** What somebody has said already should become of an annotation. */
function ownWord(speech: Speech, about: AnnotationName): AnnotationRecord | undefined {
  const words = standingNamed(speech, about)?.words ?? [];
  return words.find((w) => w.layer.layer.uri === speech.own.uri)?.record;
}

/** What people say of an annotation. */
export function standingNamed(
  { annotations }: Speech,
  { sidecar, id }: AnnotationName,
): Standing | undefined {
  return annotations.standings.spoken.find((s) => s.layer.layer.uri === sidecar && s.annotation.id === id);
}

/** The owner does as somebody says: the line is changed or removed, with the owner's earlier answer. */
function followed(speech: Speech, target: Annotation, { sidecar, id }: AnnotationName): Operations {
  const { own } = speech;
  const words = standingNamed(speech, { sidecar: own.uri, id: target.id })?.words ?? [];
  const word = words.find((w) => w.layer.layer.uri === sidecar && w.record.id === id);
  if (!word || (word.outcome !== 'applied' && word.outcome !== 'contradicted')) {
    return { refused: msg('That was said of an earlier version of this tag, or taken back since.') };
  }
  const answers = words.filter((w) => w.layer.layer.uri === own.uri);
  const withdrawn = answers.map((w): Operation => ({ kind: 'remove', id: w.record.id }));
  if (word.record.delete) return [{ kind: 'remove', id: target.id }, ...withdrawn];
  const changed = withKeys(withoutConflict(target), word.record.set ?? []);
  if (!changed.ok) return { refused: changed.fault };
  return [{ kind: 'replace', annotation: changed.annotation }, ...withdrawn];
}

/** Says that the annotation somebody speaks of is no longer there. */
export function goneAnnotation(): Message {
  return msg('This annotation is no longer in its file: it was removed in the meantime.');
}

/** Says that the annotation is another one than the one somebody looked at. */
function changedAnnotation(): Message {
  return msg('This tag has changed since you looked at it. Nothing was done; please look again.');
}
