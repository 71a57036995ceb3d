import * as vscode from 'vscode';

/** The folder of articles is there and trusted; else the user has been told what to do. */
export function mayBegin(): boolean {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0)
    return told(
      vscode.l10n.t(
        'Open the folder of your articles first: annotations are exported from it and imported to it.',
      ),
    );
  if (!vscode.workspace.isTrusted)
    return told(
      vscode.l10n.t(
        'Trust this folder first (“Workspaces: Manage Workspace Trust”): until then, nothing is written.',
      ),
    );
  return true;
}

/** The file system that a folder is on takes files; else the user has been told what to do. */
export function mayWrite(folder: vscode.Uri): boolean {
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) !== false) return true;
  return told(
    vscode.l10n.t('Nothing can be written to {0}. Choose a folder that can be changed.', folder.path),
  );
}

function told(message: string): false {
  void vscode.window.showWarningMessage(message);
  return false;
}

/** The place that a setting names: a URI, a path on this machine, or a path from the first open folder. */
export function placeCalled(name: string): vscode.Uri {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name)) return vscode.Uri.parse(name, true);
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) return vscode.Uri.file(name);
  // On vscode.dev an absolute path is one of the same file system.
  if (name.startsWith('/')) return first.uri.with({ path: name });
  return vscode.Uri.joinPath(first.uri, name);
}
