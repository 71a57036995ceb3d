import {
  type CancellationToken,
  type CodeAction,
  CodeActionTriggerKind,
  Command,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { Message } from '../core/message.ts';
import { intentOf } from '../service/annotating/intent.ts';
import { codeActions } from '../service/features/codeActions/codeActions.ts';
import { documentSymbols } from '../service/features/documentSymbols.ts';
import { folding } from '../service/features/folding.ts';
import { hover } from '../service/features/hover.ts';
import { type InlineTagChoice, inlayHints } from '../service/features/inlayHints.ts';
import { semanticTokens } from '../service/features/semanticTokens.ts';
import { carryOutShown } from './carryingOut.ts';
import { guarded } from './guard.ts';
import { ServerCommand } from './protocol.ts';
import type { Session } from './session.ts';

/** Answers the requests of LSP that are about a place or a file: each is one call of the service. */
export function answerFeatures(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;

  connection.onHover(
    guarded(host, 'hover', null, ({ textDocument, position }, token) =>
      hover(workspace, textDocument.uri, position, token),
    ),
  );
  connection.onDocumentSymbol(
    guarded(host, 'document symbols', [], ({ textDocument }, token) =>
      documentSymbols(workspace, textDocument.uri, token),
    ),
  );
  connection.onFoldingRanges(
    guarded(host, 'folding', [], ({ textDocument }, token) => folding(workspace, textDocument.uri, token)),
  );
  connection.languages.inlayHint.on(
    guarded(host, 'inlay hints', [], ({ textDocument, range }, token) =>
      session.inlineTags === 'off'
        ? []
        : inlayHints(workspace, textDocument.uri, range, hintChoice(session), token),
    ),
  );
  connection.languages.semanticTokens.on(
    guarded(host, 'semantic tokens', { data: [] }, ({ textDocument }, token) =>
      semanticTokens(workspace, textDocument.uri, token),
    ),
  );
  connection.onCodeAction(
    guarded(host, 'code actions', [], async ({ textDocument, range, context }, token) => {
      const query = {
        uri: textDocument.uri,
        range,
        diagnostics: context.diagnostics,
        ...(context.only ? { only: context.only } : {}),
        automatic: context.triggerKind === CodeActionTriggerKind.Automatic,
      };
      const actions = await codeActions(workspace, query, token);
      return session.profile.resolvesCodeActions ? actions : forOldClients(session, actions);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guarded(host, 'code action', action, () => resolved(session, action, token))(),
  );
}

/** Suggestions that the client draws by itself would stand there twice. */
function hintChoice({ inlineTags, drawsSuggestions }: Session): InlineTagChoice {
  return inlineTags === 'all' && !drawsSuggestions ? 'all' : 'labels';
}

/** Fills in the edit of a chosen action, or tells the user why there is none. */
async function resolved(session: Session, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  const intent = intentOf(action.data);
  if (!intent) return action;
  const outcome = await carryOutShown(session, intent, token);
  // The notification, not the request that waits for a button.
  const tell = (type: MessageType, messages: readonly Message[]) =>
    session.connection.sendNotification(ShowMessageNotification.type, {
      type,
      message: messages.map((message) => session.workspace.say(message)).join(' '),
    });
  const { told = [] } = outcome;
  if ('refused' in outcome) {
    await tell(MessageType.Warning, [outcome.refused, ...told]);
    return action;
  }
  if (told.length > 0) await tell(MessageType.Info, told);
  return { ...action, edit: outcome.edit };
}

/**
 * A client that cannot resolve gets actions as commands: our server then computes the edit when the user has chosen
 * and has the client apply it. One that knows only commands gets those.
 */
function forOldClients({ profile }: Session, actions: CodeAction[]): (CodeAction | Command)[] {
  return actions.flatMap((action): (CodeAction | Command)[] => {
    const intent = intentOf(action.data);
    if (intent) {
      const command = Command.create(action.title, ServerCommand.carryOut, intent);
      const { data: _intent, ...plain } = action;
      return [profile.codeActionLiterals ? { ...plain, command } : command];
    }
    return profile.codeActionLiterals ? [action] : [];
  });
}
