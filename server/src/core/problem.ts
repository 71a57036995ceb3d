import type { Message } from './message.ts';

/** error: the file cannot be used as it is; warning: a part of it is left out; information: worth knowing. */
export type ProblemSeverity = 'error' | 'warning' | 'information';

/**
 * What is wrong with a file that Pressmark reads (project, sidecar, entities, article): parsers give their value
 * and a list of these, and never throw. The message names the remedy.
 */
export interface Problem {
  /** Stable code, e.g. `sidecar/duplicate-id`. */
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly message: Message;
  /** Where in the file's text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}
