import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { msg } from '../core/message.ts';
import { fixCorpus } from '../service/annotating/fixCorpus.ts';
import { Cancelled } from '../service/ports.ts';
import { apply } from './applying.ts';
import type { CommandResult, FixCorpusArguments } from './protocol.ts';
import type { Session } from './session.ts';

/** Gathers repairs over the corpus, with progress, and has the client show and make them. */
export async function fixWholeCorpus(
  session: Session,
  { rule }: FixCorpusArguments,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<CommandResult> {
  const { workspace } = session;
  progress.begin(workspace.say(msg('Looking for what can be repaired')), 0, undefined, true);
  try {
    const outcome = await fixCorpus(workspace, rule, token, (done, all) =>
      progress.report(Math.floor((100 * done) / all), `${done} / ${all}`),
    );
    // While somebody looks at the preview nothing is going on.
    progress.done();
    return await apply(session, outcome);
  } catch (error) {
    progress.done();
    if (!(error instanceof Cancelled)) throw error;
    return { done: false, message: workspace.say(msg('Stopped. Nothing was changed.')) };
  }
}
