import type {
  CancellationToken,
  ExecuteCommandParams,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { msg } from '../core/message.ts';
import { intentOf, withIntent } from '../service/annotating/intent.ts';
import { type Place, removeAtPlace, tagPlace, undoLast } from '../service/annotating/place.ts';
import { Cancelled } from '../service/ports.ts';
import { apply } from './applying.ts';
import { carryOutShown } from './carryingOut.ts';
import type { CorpusDiagnostics } from './corpusDiagnostics.ts';
import { fixWholeCorpus } from './corpusFixes.ts';
import { guarded } from './guard.ts';
import { type CommandResult, ServerCommand } from './protocol.ts';
import { rulePrecision } from './rulePrecision.ts';
import type { Session } from './session.ts';

/** Answers `workspace/executeCommand`. Edits go back to the client by `workspace/applyEdit`. */
export function answerCommands(session: Session, corpus: CorpusDiagnostics): void {
  const { connection, workspace } = session;
  const failed: CommandResult = {
    done: false,
    message: workspace.say(msg('That did not work; the log of Pressmark has the details.')),
  };
  connection.onExecuteCommand(
    guarded(workspace.host, 'command', failed, (params: ExecuteCommandParams, token, progress) =>
      execute(session, corpus, params, token, progress),
    ),
  );
}

async function execute(
  session: Session,
  corpus: CorpusDiagnostics,
  { command, arguments: [argument] = [] }: ExecuteCommandParams,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<CommandResult> {
  const { workspace } = session;
  switch (command) {
    case ServerCommand.tag:
      if (!isPlace(argument) || !('label' in argument) || typeof argument.label !== 'string')
        return misused(session);
      return apply(session, await tagPlace(workspace, argument, argument.label, token));
    case ServerCommand.remove:
      if (!isPlace(argument)) return misused(session);
      return apply(session, await removeAtPlace(workspace, argument));
    case ServerCommand.undoLast:
      return apply(session, await undoLast(workspace));
    case ServerCommand.carryOut: {
      const intent = intentOf(withIntent(argument));
      return intent ? apply(session, await carryOutShown(session, intent, token)) : misused(session);
    }
    case ServerCommand.checkCorpus:
      return checkCorpus(session, corpus, token, progress);
    case ServerCommand.fixCorpus:
      return fixWholeCorpus(session, isObject(argument) ? argument : {}, token, progress);
    case ServerCommand.rulePrecision:
      return rulePrecision(session, token, progress);
    default:
      return misused(session);
  }
}

function isObject(argument: unknown): argument is object {
  return typeof argument === 'object' && argument !== null;
}

function isPlace(argument: unknown): argument is Place {
  return (
    isObject(argument) &&
    'uri' in argument &&
    typeof argument.uri === 'string' &&
    'range' in argument &&
    typeof argument.range === 'object'
  );
}

function misused({ workspace }: Session): CommandResult {
  return { done: false, message: workspace.say(msg('This command was called without what it needs.')) };
}

async function checkCorpus(
  { workspace }: Session,
  corpus: CorpusDiagnostics,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<CommandResult> {
  progress.begin(workspace.say(msg('Checking the corpus')), 0, undefined, true);
  try {
    const { articles, findings, unlisted } = await corpus.check(token, (done, all) =>
      progress.report(Math.floor((100 * done) / all), `${done} / ${all}`),
    );
    const message =
      unlisted === 0
        ? msg('Checked {0} articles: {1} findings.', articles, findings)
        : msg(
            'Checked {0} articles: {1} findings. Those of {2} articles are counted but not listed.',
            articles,
            findings,
            unlisted,
          );
    return { done: true, message: workspace.say(message) };
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return {
      done: false,
      message: workspace.say(msg('The check was stopped. What it found until then is shown.')),
    };
  } finally {
    progress.done();
  }
}
