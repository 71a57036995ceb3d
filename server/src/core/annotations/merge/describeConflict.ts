import { type Message, msg } from '../../message.ts';
import { describeAnnotation, describeChange, diffAnnotations } from '../diff.ts';
import type { Annotation, Conflict } from '../model.ts';
import { readAnnotation } from '../readAnnotation.ts';

/** What either side of a conflict did to the line, in words; each on one line. */
export function describeConflict({ base, ours, theirs }: Conflict): {
  readonly ours: readonly Message[];
  readonly theirs: readonly Message[];
} {
  return { ours: whatBecame(base, ours), theirs: whatBecame(base, theirs) };
}

function whatBecame(before: string | null, after: string | null): Message[] {
  const changes = diffAnnotations(listOf(before), listOf(after));
  if (changes.length > 0) return changes.map((change) => describeChange(change));
  const [line] = listOf(after);
  return [line ? describeAnnotation('=', line) : msg('nothing')];
}

function listOf(line: string | null): Annotation[] {
  const annotation = line === null ? undefined : readAnnotation(line)?.annotation;
  return annotation ? [annotation] : [];
}
