import type { Annotation } from './model.ts';
import { type RecordLayer, type SaidRecord, saidIn } from './records/speaker.ts';
import { isOfThread, type Thread, threadOf } from './records/threads.ts';
import { isOpen, speaksOf, type Word, weigh } from './records/weigh.ts';

export { withKeys } from './records/setKeys.ts';
export { compareSaid, type RecordLayer, type SaidRecord } from './records/speaker.ts';
export type { Comment, Thread } from './records/threads.ts';
export { isOpen, WORD_OUTCOMES, type Word, type WordOutcome, withoutConflict } from './records/weigh.ts';

/** An annotation, and what stands of it once everybody's words on it are heard. */
export interface StandingAnnotation<L extends RecordLayer> {
  readonly layer: L;
  /** As its owner has it. */
  readonly annotation: Annotation;
  /** With the records applied: `annotation` itself where nothing changes it, undefined where it is deleted. */
  readonly now: Annotation | undefined;
  /** What people say should become of it. */
  readonly words: readonly Word<L>[];
  /** Who agrees with it, sorted; only where the file tells who. */
  readonly acceptedBy: readonly string[];
  /** True where some word on it is open: outdated, contradicted or of no use. */
  readonly disputed: boolean;
  readonly thread?: Thread<L>;
}

/** Why a record speaks of nothing. */
export type DanglingReason = 'missing' | 'several' | 'record';

/** A record that speaks of no annotation: it was removed, several have the id, or the line is itself a record. */
export interface DanglingRecord<L extends RecordLayer> extends SaidRecord<L> {
  readonly reason: DanglingReason;
}

export interface AppliedRecords<L extends RecordLayer> {
  /** Everything that is neither a record nor a status, in the order of the layers and their lines. */
  readonly annotations: readonly StandingAnnotation<L>[];
  readonly dangling: readonly DanglingRecord<L>[];
}

interface Target<L extends RecordLayer> {
  readonly layer: L;
  readonly annotation: Annotation;
  readonly said: SaidRecord<L>[];
}

/**
 * What all layers of an article say once records are applied. A record counts where it speaks of the line as it is now
 * and nobody contradicts it; else the annotation stays as its owner has it, and the disagreement is there to see. In
 * linear time; the order of the layers decides nothing but the order of the answer. `presentName`: what somebody is
 * called today whose former name a record may still say.
 */
export function applyRecords<L extends RecordLayer>(
  layers: readonly L[],
  presentName: (annotator: string) => string = (annotator) => annotator,
): AppliedRecords<L> {
  const targets: Target<L>[] = [];
  const names = new Map<string, Target<L> | Exclude<DanglingReason, 'missing'>>();
  const give = (name: string, target: Target<L>) => names.set(name, names.has(name) ? 'several' : target);
  const said: SaidRecord<L>[] = [];
  for (const layer of layers) {
    for (const annotation of layer.annotations) {
      if (annotation.kind === 'record') said.push(saidIn(layer, annotation));
      if (annotation.kind === 'record' || annotation.kind === 'status') continue;
      const target = { layer, annotation, said: [] };
      targets.push(target);
      if (annotation.id === '') continue;
      give(annotation.id, target);
      give(qualified(layer.annotator, annotation.id), target);
    }
  }
  for (const { record, layer } of said)
    for (const name of [record.id, qualified(layer.annotator, record.id)])
      if (!names.has(name)) names.set(name, 'record');
  const dangling: DanglingRecord<L>[] = [];
  for (const one of said) {
    const target = names.get(one.record.ref) ?? names.get(renamed(one.record.ref, presentName)) ?? 'missing';
    if (typeof target === 'string') dangling.push({ ...one, reason: target });
    else target.said.push(one);
  }
  return { annotations: targets.map(standing), dangling };
}

function renamed(ref: string, presentName: (annotator: string) => string): string {
  const colon = ref.indexOf(':');
  return colon <= 0 ? ref : qualified(presentName(ref.slice(0, colon)), ref.slice(colon + 1));
}

/** An annotation's name among those of all layers: `annotator:id`, or `:id` in the shared one. */
export function qualified(annotator: string | undefined, id: string): string {
  return `${annotator ?? ''}:${id}`;
}

function standing<L extends RecordLayer>({ layer, annotation, said }: Target<L>): StandingAnnotation<L> {
  const plain = { layer, annotation, now: annotation, words: [], acceptedBy: [], disputed: false };
  if (said.length === 0) return plain;
  const { now, words } = weigh(
    layer,
    annotation,
    said.filter((s) => !isOfThread(s.record)),
  );
  const accepting = words.filter((w) => w.outcome === 'accepted').flatMap((w) => w.by ?? []);
  const thread = threadOf(
    said.filter((s) => isOfThread(s.record)),
    (s) => speaksOf(annotation, s.record.was),
  );
  return {
    ...plain,
    now,
    words,
    acceptedBy: [...new Set(accepting)].sort(),
    disputed: words.some((w) => isOpen(w.outcome)),
    ...(thread ? { thread } : {}),
  };
}
