import type { Message } from '../core/message.ts';

/** The command was called in a way that cannot work: its message goes to standard error, and the run ends with 2. */
export class UsageError extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(told.template);
    this.name = 'UsageError';
    this.told = told;
  }
}

/** What a run ends with. */
export const EXIT = {
  clean: 0,
  /** Findings, problems or differences. */
  found: 1,
  /** The call was wrong, or a file could not be read or written. */
  failed: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
