import type { Message } from '../message.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import type { SidecarEntry } from './sidecar.ts';

/** A problem of one line of a sidecar. */
export function problemAt(
  { start, end }: SidecarEntry,
  code: string,
  severity: ProblemSeverity,
  message: Message,
): Problem {
  return { code, severity, message, start, end };
}
