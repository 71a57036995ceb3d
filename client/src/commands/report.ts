import * as vscode from 'vscode';
import type { CommandResult } from '../../../server/src/lsp/protocol.ts';

/** Milliseconds that a success stays in the status bar. */
const shown = 4000;

/** Says what a command did: quietly where it worked, as a message where it did not. */
export function report(result: CommandResult): void {
  if (result.message === '') return;
  if (result.done) vscode.window.setStatusBarMessage(result.message, shown);
  else void vscode.window.showWarningMessage(result.message);
}

/** Runs a command's work; a failure is shown in words instead of vanishing in a log. */
export async function reportFailure<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Pressmark could not do that: {0}. “Pressmark: Restart Server” may help.', reason),
    );
    return undefined;
  }
}
