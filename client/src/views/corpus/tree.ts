import * as vscode from 'vscode';
import { reportFailure } from '../../commands/report.ts';
import type { Projects } from '../../projects.ts';
import { articleCount } from '../counts.ts';
import { treeItem } from './item.ts';
import type { CorpusModel } from './model.ts';
import {
  buildTree,
  type CorpusFilter,
  type CorpusNode,
  childrenOf,
  type FolderNode,
  findingsOf,
} from './nodes.ts';

const filterKey = 'pressmark.corpus.filter';

/** The view “Corpus”: the project's articles in their folders, with what is known of each. */
export class CorpusTree implements vscode.TreeDataProvider<CorpusNode>, vscode.Disposable {
  private readonly model: CorpusModel;
  private readonly projects: Projects;
  private readonly memory: vscode.Memento;
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<CorpusNode>;
  private readonly parts: vscode.Disposable;
  private root: FolderNode;

  constructor(model: CorpusModel, projects: Projects, memory: vscode.Memento) {
    this.model = model;
    this.projects = projects;
    this.memory = memory;
    this.root = buildTree([], 'all');
    this.view = vscode.window.createTreeView('pressmark.corpus', {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.parts = vscode.Disposable.from(
      this.view,
      model.onDidChange(() => this.show()),
      projects.onDidChange(() => this.load()),
      this.view.onDidChangeVisibility(() => this.load()),
    );
    this.load();
  }

  /** Lets the user choose which articles are shown; remembered for the folder. */
  async chooseFilter(): Promise<void> {
    const now = this.filter;
    const assigns = this.model.articles.some((article) => article.mine !== undefined);
    const filters: readonly CorpusFilter[] = assigns
      ? ['all', 'toDo', 'mine', 'done', 'findings', 'unannotated', 'unassigned']
      : ['all', 'toDo', 'done', 'findings', 'unannotated'];
    const items = filters.map((filter) => ({
      label: `${filter === now ? '$(check) ' : ''}${filterTitle(filter)}`,
      filter,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t('Which articles to list'),
    });
    if (!picked) return;
    await this.memory.update(filterKey, picked.filter);
    this.show();
  }

  getTreeItem(node: CorpusNode): vscode.TreeItem {
    return treeItem(node);
  }

  getChildren(node?: CorpusNode): CorpusNode[] {
    if (!this.projects.any) return []; // VS Code then shows the welcome text
    if (node?.kind === 'article') return [];
    return childrenOf(node ?? this.root);
  }

  getParent(node: CorpusNode): CorpusNode | undefined {
    return node.parent;
  }

  private get filter(): CorpusFilter {
    return this.memory.get<CorpusFilter>(filterKey, 'all');
  }

  /** Asks for the list when the view is first seen; the model keeps it current from then on. */
  private load(): void {
    if (!this.projects.any) this.show();
    else if (this.view.visible && this.model.articles.length === 0) {
      void reportFailure(() => this.model.refresh());
    }
  }

  private show(): void {
    this.root = buildTree(this.model.articles, this.filter);
    const damaged = this.model.articles.filter((article) => (findingsOf(article) ?? 0) > 0).length;
    this.view.badge =
      damaged === 0
        ? undefined
        : { value: damaged, tooltip: vscode.l10n.t('With findings: {0}', articleCount(damaged)) };
    this.view.description = this.filter === 'all' ? '' : filterTitle(this.filter);
    this.view.message = this.messageNow() ?? '';
    this.changed.fire(undefined);
  }

  private messageNow(): string | undefined {
    if (!this.projects.any || this.root.size > 0) return undefined;
    if (this.model.articles.length > 0) return vscode.l10n.t('No article passes the filter.');
    return vscode.l10n.t('No articles: look at “include” in pressmark.json.');
  }

  dispose(): void {
    this.parts.dispose();
    this.changed.dispose();
  }
}

function filterTitle(filter: CorpusFilter): string {
  switch (filter) {
    case 'all':
      return vscode.l10n.t('All articles');
    case 'mine':
      return vscode.l10n.t('Assigned to me');
    case 'toDo':
      return vscode.l10n.t('Still to do for me');
    case 'done':
      return vscode.l10n.t('Done by me');
    case 'findings':
      return vscode.l10n.t('With findings');
    case 'unannotated':
      return vscode.l10n.t('Without annotations');
    case 'unassigned':
      return vscode.l10n.t('Assigned to nobody');
  }
}
