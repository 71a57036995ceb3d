import * as vscode from 'vscode';

/** Which of the open folders have a `pressmark.json`, kept current. */
export class Projects implements vscode.Disposable {
  private readonly found = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** A project file came, went or changed. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable[] = [];
  /** Settled once the folders were looked at for the first time. */
  readonly ready: Promise<void>;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/pressmark.json');
    const look = () => void this.look();
    this.parts.push(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      watcher.onDidChange(look),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
    );
    this.ready = this.look();
  }

  /** Whether any open folder has a project file. */
  get any(): boolean {
    return this.found.size > 0;
  }

  /** Whether the file lies in a folder that has a project file. */
  covers(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder !== undefined && this.found.has(folder.uri.toString());
  }

  private async look(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const has = await Promise.all(
      folders.map(({ uri }) => exists(vscode.Uri.joinPath(uri, 'pressmark.json'))),
    );
    this.found.clear();
    for (const [i, { uri }] of folders.entries()) {
      if (has[i]) this.found.add(uri.toString());
    }
    await vscode.commands.executeCommand('setContext', 'pressmark.hasProject', this.any);
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.parts, this.changed).dispose();
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
