import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Message } from '../core/message.ts';
import type { Cancellation } from '../service/ports.ts';
import type { Session } from './session.ts';

/** What is done sooner needs no progress bar (ms). */
const WORTH_SHOWING = 1000;

/** What work that may take long is given: when to stop, and where to say how far it is. */
export interface LongWork {
  readonly cancel: Cancellation;
  report(done: number, all: number): void;
}

/**
 * Does work for a request, and shows how far it is: where the client gave a token for it, at once; else, after a second,
 * in a progress bar of our own, where somebody can stop it too.
 */
export async function doLongWork<T>(
  session: Session,
  request: { readonly token: CancellationToken; readonly workDoneToken: string | number | undefined },
  title: Message,
  work: (long: LongWork) => Promise<T>,
): Promise<T> {
  const { connection, profile, workspace } = session;
  const { host } = workspace;
  const begun = host.now();
  let bar: (WorkDoneProgressReporter & { readonly token?: CancellationToken; done(): void }) | undefined;
  let asked: Promise<void> | undefined;
  const begin = () => bar?.begin(workspace.say(title), 0, undefined, true);
  if (request.workDoneToken !== undefined) {
    bar = connection.window.attachWorkDoneProgress(request.workDoneToken);
    begin();
  }
  const ask = async () => {
    try {
      bar = await connection.window.createWorkDoneProgress();
      begin();
    } catch (error) {
      host.log(`progress cannot be shown: ${String(error)}`);
    }
  };
  let last = -1;
  const report = (done: number, all: number) => {
    if (!bar && profile.workDoneProgress && host.now() - begun > WORTH_SHOWING) asked ??= ask();
    const percentage = all === 0 ? 0 : Math.floor((100 * done) / all);
    if (!bar || percentage === last) return;
    last = percentage;
    bar.report(percentage, `${done} / ${all}`);
  };
  const cancel = {
    get isCancellationRequested() {
      return request.token.isCancellationRequested || bar?.token?.isCancellationRequested === true;
    },
  };
  try {
    return await work({ cancel, report });
  } finally {
    await asked;
    bar?.done();
  }
}
