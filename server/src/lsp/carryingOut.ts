import { msg } from '../core/message.ts';
import type { CarriedOut } from '../service/annotating/carriedOut.ts';
import { carryOut } from '../service/annotating/carryOut.ts';
import type { Intent } from '../service/annotating/intent.ts';
import { type Cancellation, Cancelled } from '../service/ports.ts';
import type { Session } from './session.ts';

/**
 * The edit that an intent asks for. What looks through the corpus shows how far it is, where the client can show that,
 * and can be stopped there; stopped, it changes nothing.
 */
export async function carryOutShown(
  { connection, profile, workspace }: Session,
  intent: Intent,
  token: Cancellation,
): Promise<CarriedOut> {
  if (intent.kind !== 'tagCorpus' || !profile.workDoneProgress) return carryOut(workspace, intent);
  // A client that cannot after all gets the edit without being shown how far it is.
  const shown = await connection.window.createWorkDoneProgress().catch(() => undefined);
  if (!shown) return carryOut(workspace, intent);
  shown.begin(workspace.say(msg('Looking for mentions')), 0, undefined, true);
  const cancel: Cancellation = {
    get isCancellationRequested() {
      return token.isCancellationRequested || shown.token.isCancellationRequested;
    },
  };
  let last = -1;
  const progress = (done: number, all: number) => {
    const percentage = Math.floor((100 * done) / Math.max(all, 1));
    if (percentage !== last) shown.report(percentage, `${done} / ${all}`);
    last = percentage;
  };
  try {
    return await carryOut(workspace, intent, { cancel, progress });
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return { refused: msg('Stopped. Nothing was changed.') };
  } finally {
    shown.done();
  }
}
