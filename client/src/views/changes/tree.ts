import * as vscode from 'vscode';
import type { CommitsRequest } from '../../../../server/src/lsp/protocol/changes.ts';
import { reportFailure } from '../../commands/report.ts';
import type { ServerSession } from '../../server/session.ts';
import { changeCount, treeItem } from './item.ts';
import type { ChangesModel } from './model.ts';
import { type ChangeNode, changeTree, countBelow } from './nodes.ts';

const commitsRequest: typeof CommitsRequest = 'pressmark/commits';

/** The view “Annotation Changes”: article by article, annotator by annotator, since a commit that the user chooses. */
export class ChangesTree implements vscode.TreeDataProvider<ChangeNode>, vscode.Disposable {
  private readonly model: ChangesModel;
  private readonly session: ServerSession;
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ChangeNode>;
  private readonly parts: vscode.Disposable;
  private roots: readonly ChangeNode[] = [];

  constructor(model: ChangesModel, session: ServerSession) {
    this.model = model;
    this.session = session;
    this.view = vscode.window.createTreeView('pressmark.changes', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.parts = vscode.Disposable.from(
      this.view,
      model.onDidChange(() => this.show()),
      this.view.onDidChangeVisibility(() => this.load()),
      vscode.commands.registerCommand('pressmark.changes.refresh', () =>
        reportFailure(async () => {
          await this.model.refresh();
          return this.model.folders;
        }),
      ),
      vscode.commands.registerCommand('pressmark.changes.compareWith', () =>
        reportFailure(() => this.chooseCommit()),
      ),
      vscode.commands.registerCommand('pressmark.showChanges', () =>
        vscode.commands.executeCommand('pressmark.changes.focus'),
      ),
    );
    this.load();
  }

  getTreeItem(node: ChangeNode): vscode.TreeItem {
    return treeItem(node);
  }

  getChildren(node?: ChangeNode): ChangeNode[] {
    if (!node) return [...this.roots];
    return 'children' in node ? [...node.children] : [];
  }

  /** Lets the user say with what to compare: a branch, a tag, or any other name that git knows. */
  private async chooseCommit(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const names = await Promise.all(
      folders.map(({ uri }) => this.session.ask<string[]>(commitsRequest, { folder: uri.toString() })),
    );
    const other = vscode.l10n.t('Another commit…');
    const now = this.model.against;
    const head = { label: 'HEAD', description: vscode.l10n.t('the last commit') };
    const items: vscode.QuickPickItem[] = [
      head,
      ...[...new Set(names.flat())].map((label) => ({ label })),
      { label: other, alwaysShow: true },
    ];
    for (const item of items) if (item.label === now) item.description = vscode.l10n.t('chosen now');
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t('With which commit to compare the annotations'),
    });
    const commit =
      picked?.label === other
        ? await vscode.window.showInputBox({
            prompt: vscode.l10n.t('A branch, a tag or the id of a commit'),
          })
        : picked?.label;
    if (commit) await this.model.compareWith(commit.trim());
  }

  /** Asks when the view is first seen; the model keeps the answer current from then on. */
  private load(): void {
    if (this.view.visible && this.model.folders === undefined) void reportFailure(() => this.model.refresh());
    else this.show();
  }

  private show(): void {
    const folders = this.model.folders ?? [];
    this.roots = changeTree(folders);
    const count = this.roots.reduce((sum, node) => sum + countBelow(node), 0);
    this.view.badge = count === 0 ? undefined : { value: count, tooltip: changeCount(count) };
    this.view.description = vscode.l10n.t('since {0}', this.model.against);
    this.view.message = this.messageNow() ?? '';
    const unknown = this.roots.length === 0 && folders.every(({ view }) => view.unknown !== undefined);
    void vscode.commands.executeCommand(
      'setContext',
      'pressmark.changesUnknown',
      unknown && folders.length > 0,
    );
    this.changed.fire(undefined);
  }

  private messageNow(): string | undefined {
    const folders = this.model.folders ?? [];
    if (folders.length === 0) return undefined;
    const [unknown] = folders.flatMap(({ view }) => view.unknown ?? []);
    if (unknown !== undefined && folders.length === 1) return unknown;
    if (this.roots.length > 0) return undefined;
    return unknown ?? vscode.l10n.t('No annotation has changed since {0}.', this.model.against);
  }

  dispose(): void {
    this.parts.dispose();
    this.changed.dispose();
  }
}
