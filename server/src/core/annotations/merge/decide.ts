import { formatMessage, type Message, msg } from '../../message.ts';
import { newId } from '../create.ts';
import type { Annotation, Conflict, KnownAnnotation } from '../model.ts';
import type { Operation } from '../operations.ts';
import { readAnnotation } from '../readAnnotation.ts';
import { describeConflict } from './describeConflict.ts';

/** What somebody can decide on a line that both sides of a merge changed. */
export const DECISIONS_ON_CONFLICT = ['ours', 'theirs', 'both', 'base'] as const;
export type ConflictDecision = (typeof DECISIONS_ON_CONFLICT)[number];

/** What is to be decided on an annotation; undefined where nothing is. */
export function openConflict(annotation: Annotation): Conflict | undefined {
  return annotation.kind === 'unknown' ? undefined : annotation.conflict;
}

/** The decisions that make sense for a line: both can be kept where both are tags, and only what was can come back. */
export function possibleDecisions({ base, ours, theirs }: Conflict): ConflictDecision[] {
  const isSpan = (line: string | null) => line !== null && readAnnotation(line)?.annotation.kind === 'span';
  return DECISIONS_ON_CONFLICT.filter((decision) => {
    if (decision === 'both') return isSpan(ours) && isSpan(theirs);
    return decision !== 'base' || base !== null;
  });
}

/**
 * The changes of the sidecar that carry out a decision; undefined where the recorded line cannot be used, or nothing is
 * to be decided. Of both, theirs becomes an annotation of its own, whose id ends in `suffix` (six base-36 characters).
 */
export function decisionOperations(
  annotation: Annotation,
  decision: ConflictDecision,
  suffix: string,
): readonly Operation[] | undefined {
  const conflict = openConflict(annotation);
  if (!conflict || annotation.kind === 'unknown') return undefined;
  const { conflict: _, ...line } = annotation;
  const { id } = line;
  const keepOurs: Operation =
    conflict.ours === null ? { kind: 'remove', id } : { kind: 'replace', annotation: line };
  if (decision === 'ours') return [keepOurs];
  if (decision === 'both') {
    const other = recorded(conflict.theirs, id);
    if (other?.kind !== 'span' || conflict.ours === null) return undefined;
    return [keepOurs, { kind: 'add', annotation: { ...other, id: newId(other.start, suffix) } }];
  }
  const side = decision === 'theirs' ? conflict.theirs : conflict.base;
  if (side === null) return decision === 'theirs' ? [{ kind: 'remove', id }] : undefined;
  const replacement = recorded(side, id);
  return replacement && [{ kind: 'replace', annotation: replacement }];
}

/** A recorded line, where it is one of the same annotation. */
function recorded(line: string | null, id: string): KnownAnnotation | undefined {
  const annotation = line === null ? undefined : readAnnotation(line)?.annotation;
  return annotation && annotation.kind !== 'unknown' && annotation.id === id ? annotation : undefined;
}

/** How a message is put into words: in English, or in the reader's language. */
export type Say = (message: Message) => string;

/** What both sides did, as a sentence that asks for a decision. */
export function conflictMessage(conflict: Conflict, say: Say = formatMessage): Message {
  const { ours, theirs } = describeConflict(conflict);
  return msg(
    'Both sides of a merge changed this annotation; somebody has to decide. Mine: {0}. Theirs: {1}.',
    inWords(ours, say),
    inWords(theirs, say),
  );
}

/** What one side did to the line, in words. */
export function inWords(changes: readonly Message[], say: Say = formatMessage): string {
  return changes.map((change) => say(change)).join('; ');
}
