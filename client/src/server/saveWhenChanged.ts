import * as vscode from 'vscode';
import { isProjectFile, isSidecarFile } from '../articles.ts';
import { saveSidecar } from './save.ts';

/**
 * Saves the sidecars and project files that a code action is about to change, once it has. A command in the code
 * action would be the simpler way, but VS Code forgets it where the list of actions is renewed before one is chosen.
 */
export class SaveWhenChanged implements vscode.Disposable {
  private expected = new Set<string>();
  private readonly listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.isDirty && this.expected.delete(document.uri.toString())) void saveSidecar(document.uri);
  });

  /** The edit of an action that was just chosen. Of those chosen before, none is waited for any more. */
  expect(edit: vscode.WorkspaceEdit): void {
    const uris = edit.entries().map(([uri]) => uri);
    this.expected = new Set(uris.filter((uri) => isSidecarFile(uri) || isProjectFile(uri)).map(String));
  }

  dispose(): void {
    this.listener.dispose();
  }
}
