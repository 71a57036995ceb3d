import * as vscode from 'vscode';
import { projectTemplate } from './projectTemplate.ts';

/** Writes a commented `pressmark.json` into the folder that the user means, and opens it. */
export async function createProject(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!folder) {
    if (folders.length === 0) await vscode.commands.executeCommand('workbench.action.files.openFolder');
    return;
  }
  const file = vscode.Uri.joinPath(folder.uri, 'pressmark.json');
  const edit = new vscode.WorkspaceEdit();
  // An existing file is left as it is and only shown.
  edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(projectTemplate) });
  if (await vscode.workspace.applyEdit(edit)) await vscode.window.showTextDocument(file);
}
