import * as vscode from 'vscode';
import type {
  ChangedArticleView,
  ChangesParams,
  ChangesRequest,
  ChangesView,
} from '../../../../server/src/lsp/protocol/changes.ts';
import type { ServerSession } from '../../server/session.ts';
import type { FolderChanges } from './nodes.ts';

const changesRequest: typeof ChangesRequest = 'pressmark/changes';

/** At least so many milliseconds lie between two questions, and five times what the last answer took. */
const leastPause = 400;
const againstKey = 'pressmark.changes.against';
const headName = 'HEAD';
/** What git writes when the commit at hand becomes another one. */
const gitFiles = '.git/{HEAD,logs/HEAD,packed-refs}';

/** What became of annotations in the open folders since a commit, asked again after changes, but never in a hurry. */
export class ChangesModel implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly memory: vscode.Memento;
  private foldersNow: readonly FolderChanges[] | undefined;
  private asking: Promise<void> | undefined;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = leastPause;
  private wanted = false;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The changes were asked for anew. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable;
  private watchers: vscode.Disposable;

  constructor(session: ServerSession, memory: vscode.Memento) {
    this.session = session;
    this.memory = memory;
    this.watchers = this.watchGit();
    this.parts = vscode.Disposable.from(
      session.onDidChange(() => this.refreshSoon()),
      vscode.workspace.onDidSaveTextDocument(() => this.refreshSoon()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.refreshSoon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.watchers.dispose();
        this.watchers = this.watchGit();
        this.refreshSoon();
      }),
    );
  }

  /** Folder by folder; undefined before the first answer. */
  get folders(): readonly FolderChanges[] | undefined {
    return this.foldersNow;
  }

  /** The commit that the files are compared with, as git names it. */
  get against(): string {
    return this.memory.get(againstKey, headName);
  }

  /** Compares with another commit from now on. */
  async compareWith(commit: string): Promise<void> {
    await this.memory.update(againstKey, commit === headName ? undefined : commit);
    await this.refresh();
  }

  /** What is told of this article, if anything. */
  of(uri: vscode.Uri): ChangedArticleView | undefined {
    const address = uri.toString();
    for (const { view } of this.foldersNow ?? []) {
      const found = view.articles.find((article) => vscode.Uri.parse(article.uri).toString() === address);
      if (found) return found;
    }
    return undefined;
  }

  /** Asks now; from then on the answer is kept current. */
  async refresh(): Promise<void> {
    this.wanted = true;
    this.again = this.asking !== undefined;
    this.asking ??= this.askUntilQuiet().finally(() => {
      this.asking = undefined;
    });
    await this.asking;
  }

  private async askUntilQuiet(): Promise<void> {
    do {
      this.again = false;
      await this.ask();
    } while (this.again);
  }

  private async ask(): Promise<void> {
    const began = Date.now();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const { against } = this;
    this.foldersNow = await Promise.all(
      folders.map(async ({ uri, name }) => {
        const params: ChangesParams = { folder: uri.toString(), against };
        return {
          folder: uri.toString(),
          name,
          view: await this.session.ask<ChangesView>(changesRequest, params),
        };
      }),
    );
    this.pause = Math.max(leastPause, (Date.now() - began) * 5);
    this.changed.fire();
  }

  private refreshSoon(): void {
    if (!this.wanted) return;
    // The last one counts: git writes several files for one commit.
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.refresh().catch(() => undefined); // the session has told the user
    }, this.pause);
  }

  private watchGit(): vscode.Disposable {
    const watchers = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, gitFiles));
      const soon = () => this.refreshSoon();
      return vscode.Disposable.from(
        watcher,
        watcher.onDidChange(soon),
        watcher.onDidCreate(soon),
        watcher.onDidDelete(soon),
      );
    });
    return vscode.Disposable.from(...watchers);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watchers.dispose();
    this.parts.dispose();
    this.changed.dispose();
  }
}
