import * as vscode from 'vscode';

/**
 * Keeps articles from being typed into during the session, by VS Code's own read-only mark. The commands for it
 * speak of the active editor only, so an article that is left behind marked is freed when it is entered again.
 */
export class Lock {
  private readonly locked = new Set<string>();

  /** Marks the article in the active editor. */
  async close(uri: vscode.Uri): Promise<void> {
    if (this.locked.has(uri.toString())) return;
    this.locked.add(uri.toString());
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  }

  /** Takes the mark from the article in the active editor, if it was set here. */
  async open(uri: vscode.Uri): Promise<void> {
    if (!this.locked.delete(uri.toString())) return;
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  }
}
