import * as vscode from 'vscode';
import type { DatasetRefusal } from '../../../../server/src/lsp/protocol/datasets.ts';
import type { ServerSession } from '../../server/session.ts';

/** Undefined where the user stopped it, or where it was refused, which the user has been told then. */
export async function askUnlessRefused<View extends object>(
  session: ServerSession,
  request: string,
  title: string,
  params: object,
): Promise<View | undefined> {
  const answer = await session.askLong<View | DatasetRefusal>(request, title, params);
  if (!answer || !('refused' in answer)) return answer;
  void vscode.window.showWarningMessage(answer.refused);
  return undefined;
}
