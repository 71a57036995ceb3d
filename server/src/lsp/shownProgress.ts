import type { Message } from '../core/message.ts';
import type { Session } from './session.ts';

/** How far something long is, as the client shows it. */
export interface ShownProgress {
  report(done: number, all: number): void;
  done(): void;
}

/** Begins to show progress under a title; shows nothing where the client gave no token for it. */
export function shownProgress(
  { connection, workspace }: Session,
  token: unknown,
  title: Message,
): ShownProgress {
  if (typeof token !== 'string' && typeof token !== 'number')
    return { report: () => undefined, done: () => undefined };
  const progress = connection.window.attachWorkDoneProgress(token);
  progress.begin(workspace.say(title), 0, undefined, true);
  let last = -1;
  return {
    report(done, all) {
      const percentage = all === 0 ? 0 : Math.floor((100 * done) / all);
      if (percentage === last) return;
      last = percentage;
      progress.report(percentage, `${done} / ${all}`);
    },
    done: () => progress.done(),
  };
}
