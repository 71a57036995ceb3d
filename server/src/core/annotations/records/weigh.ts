import { type Message, msg } from '../../message.ts';
import type { Annotation, ExtraMember } from '../model.ts';
import { annotationLine, lineHash } from '../serialize.ts';
import { GOLD } from '../sidecarNames.ts';
import { withKeys } from './setKeys.ts';
import type { RecordLayer, SaidRecord } from './speaker.ts';

/**
 * What becomes of a word on an annotation.
 * `applied`: the annotation is shown as it says. `accepted`: agrees with the owner. `kept`: the owner's own answer to
 * others. `followed`: the line says so already. `gold`: a decision of the gold layer, which changes no person's line.
 * The others are open: `objection` (to a line of the gold layer), `outdated` (the line has changed since),
 * `contradicted` (others say something else), `unusable` (with the fault), `own` (to change one's own line, one
 * changes the line).
 */
export const WORD_OUTCOMES = [
  'applied',
  'accepted',
  'kept',
  'followed',
  'gold',
  'objection',
  'outdated',
  'contradicted',
  'unusable',
  'own',
] as const;
export type WordOutcome = (typeof WORD_OUTCOMES)[number];

/** Outcomes that nobody has to look at. */
const SETTLED: readonly WordOutcome[] = ['applied', 'accepted', 'kept', 'followed', 'gold'];

/** A word on an annotation and what becomes of it. */
export interface Word<L extends RecordLayer> extends SaidRecord<L> {
  readonly outcome: WordOutcome;
  /** Why it cannot be used. */
  readonly fault?: Message;
}

/** True for a word that is a disagreement which somebody should settle. */
export function isOpen(outcome: WordOutcome): boolean {
  return !SETTLED.includes(outcome);
}

/** What stands of an annotation after all words on it. */
export interface Weighed<L extends RecordLayer> {
  /** Undefined where it is deleted; the annotation itself where nothing changes it. */
  readonly now: Annotation | undefined;
  readonly words: readonly Word<L>[];
}

/** The annotation without the mark of a conflict, which whoever settles it takes away: people speak of the rest. */
export function withoutConflict(annotation: Annotation): Annotation {
  if (annotation.kind === 'unknown' || annotation.conflict === undefined) return annotation;
  const { conflict: _, ...rest } = annotation;
  return rest;
}

/** True where a record's `was` is the annotation's line as it is now. */
export function speaksOf(annotation: Annotation, was: string): boolean {
  const plain = withoutConflict(annotation);
  return was === lineHash(plain) || (plain !== annotation && was === lineHash(annotation));
}

/** Weighs the words on one annotation against each other. The order of `said` decides nothing. */
export function weigh<L extends RecordLayer>(
  owner: L,
  annotation: Annotation,
  said: readonly SaidRecord<L>[],
): Weighed<L> {
  const words = said.map((s): Word<L> => ({ ...s, ...outcomeAlone(owner, annotation, s) }));
  const standing = words.filter((w) => STANDING.includes(w.outcome));
  const changes = standing.filter((w) => w.outcome === 'applied');
  if (changes.length === 0) return { now: annotation, words };
  const result = agreement(annotation, standing);
  if (result === 'none') {
    const contradicted = (w: Word<L>): Word<L> =>
      w.outcome === 'applied' ? { ...w, outcome: 'contradicted' } : w;
    return { now: annotation, words: words.map(contradicted) };
  }
  return { now: result === 'deleted' ? undefined : result, words };
}

/** What has to agree before anything is changed. */
const STANDING: readonly WordOutcome[] = ['applied', 'accepted', 'kept', 'followed'];

function outcomeAlone<L extends RecordLayer>(
  owner: L,
  annotation: Annotation,
  { record, layer }: SaidRecord<L>,
): { readonly outcome: WordOutcome; readonly fault?: Message } {
  if (record.conflict) {
    const fault = msg('Git could not merge this line: first decide which of its two versions is right.');
    return { outcome: 'unusable', fault };
  }
  const isOwn = layer.annotator === owner.annotator;
  if (isOwn && !record.accept) return { outcome: 'own' };
  if (!isOwn && layer.annotator === GOLD) return { outcome: 'gold' };
  const current = speaksOf(annotation, record.was);
  if (record.accept) return { outcome: accepted(owner, isOwn, current) };
  const changed = record.set && withKeys(annotation, record.set);
  if (changed?.ok && annotationLine(changed.annotation) === annotationLine(annotation)) {
    return { outcome: 'followed' };
  }
  if (!current) return { outcome: 'outdated' };
  if (changed && !changed.ok) return { outcome: 'unusable', fault: changed.fault };
  return { outcome: owner.annotator === GOLD ? 'objection' : 'applied' };
}

function accepted(owner: RecordLayer, isOwn: boolean, current: boolean): WordOutcome {
  if (!isOwn || owner.annotator === undefined) return current ? 'accepted' : 'outdated';
  // An answer of the owner's to what was said of an earlier line has done its work.
  return current ? 'kept' : 'followed';
}

/** What all words together make of the annotation; `none` where they do not agree. */
function agreement<L extends RecordLayer>(
  annotation: Annotation,
  words: readonly Word<L>[],
): Annotation | 'deleted' | 'none' {
  const deletes = words.filter((w) => w.record.delete).length;
  if (deletes > 0) return deletes === words.length ? 'deleted' : 'none';
  if (words.some((w) => w.record.accept && w.outcome !== 'followed')) return 'none';
  const together = new Map<string, ExtraMember>();
  for (const member of words.flatMap((w) => w.record.set ?? [])) {
    const known = together.get(member.key);
    if (known && known.json !== member.json) return 'none';
    together.set(member.key, member);
  }
  const keys = [...together.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const changed = withKeys(annotation, keys);
  return changed.ok ? changed.annotation : 'none';
}
