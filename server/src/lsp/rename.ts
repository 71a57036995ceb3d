import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Message } from '../core/message.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/prepareRename` and `textDocument/rename`: names of entities get another spelling. */
export function answerRename({ connection, workspace }: Session): void {
  const { host } = workspace;
  const refusal = (reason: Message) =>
    new ResponseError<void>(LSPErrorCodes.RequestFailed, workspace.say(reason));
  connection.onPrepareRename(
    guarded(host, 'preparing a rename', null, async ({ textDocument, position }, token) => {
      const { prepareRename } = await import('../service/features/rename.ts');
      const found = await prepareRename(workspace, textDocument.uri, position, token);
      if (found && 'refused' in found) throw refusal(found.refused);
      return found;
    }),
  );
  connection.onRenameRequest(
    guarded(host, 'rename', null, async ({ textDocument, position, newName }, token) => {
      const { rename } = await import('../service/features/rename.ts');
      const outcome = await rename(workspace, textDocument.uri, position, newName, token);
      if ('refused' in outcome) throw refusal(outcome.refused);
      return outcome.edit;
    }),
  );
}
