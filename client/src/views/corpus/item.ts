import * as vscode from 'vscode';
import type { ArticleState, ArticleSummary } from '../../../../server/src/lsp/protocol.ts';
import { annotationCount, articleCount, findingCount } from '../counts.ts';
import { type ArticleNode, type CorpusNode, type FolderNode, findingsOf } from './nodes.ts';

/** A folder with more articles than this is closed until somebody opens it. */
const mostShownAtOnce = 100;

/** The line of the tree for a folder or an article. */
export function treeItem(node: CorpusNode): vscode.TreeItem {
  return node.kind === 'folder' ? folderItem(node) : articleItem(node);
}

function folderItem(node: FolderNode): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.name, node.size > mostShownAtOnce ? Collapsed : Expanded);
  item.id = `folder:${node.path}`;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.contextValue = 'folder';
  const done = node.done === 0 ? [] : [vscode.l10n.t('done: {0}', node.done)];
  item.description = [articleCount(node.size), ...done].join(' · ');
  item.tooltip = [node.path, annotationCount(node.annotations), findingCount(node.findings), ...done].join(
    '\n',
  );
  return item;
}

function articleItem({ article, name }: ArticleNode): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const uri = vscode.Uri.parse(article.uri);
  const facts = factsOf(article);
  item.id = article.uri;
  item.resourceUri = uri;
  item.iconPath = icon(article);
  item.contextValue = `article ${article.changed ? 'changed' : article.status}`;
  item.description = inShort(article);
  item.tooltip = [article.path, ...facts].join('\n');
  item.accessibilityInformation = { label: [name, ...facts].join(', ') };
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Article'), arguments: [uri] };
  return item;
}

/** The line has room for what there is; the tooltip also says what there is not. */
function inShort(article: ArticleSummary): string {
  const findings = findingsOf(article) ?? 0;
  return [
    ...statusWords(article),
    ...(article.language === undefined ? [] : [article.language]),
    ...(findings === 0 ? [] : [findingCount(findings)]),
    ...(article.annotations === 0 ? [] : [annotationCount(article.annotations)]),
  ].join(' · ');
}

function factsOf(article: ArticleSummary): string[] {
  const findings = findingsOf(article);
  // Of a file that all share nobody can say who is done.
  const isOwn = article.progress.some(({ annotator }) => annotator !== undefined);
  return [
    ...(article.language === undefined ? [] : [article.language]),
    annotationCount(article.annotations),
    findings === undefined ? vscode.l10n.t('not checked yet') : findingCount(findings),
    ...statusWords(article).map((words) => (isOwn ? vscode.l10n.t('you: {0}', words) : words)),
    ...(article.assigned ? [assignedWords(article.assigned)] : []),
    ...article.progress.flatMap(({ annotator, state, changed }) =>
      annotator === undefined ? [] : [`${annotator}: ${stateWords(state, changed)}`],
    ),
  ];
}

/** How far the user is; nothing where the article is open. */
function statusWords({ status, changed }: ArticleSummary): string[] {
  return status === 'open' ? [] : [stateWords(status, changed === true)];
}

function stateWords(state: ArticleState, changed: boolean): string {
  switch (state) {
    case 'open':
      return vscode.l10n.t('open');
    case 'done':
      return changed ? vscode.l10n.t('done, text changed since') : vscode.l10n.t('done');
    case 'reviewed':
      return changed ? vscode.l10n.t('reviewed, text changed since') : vscode.l10n.t('reviewed');
  }
}

function assignedWords(names: readonly string[]): string {
  return names.length === 0
    ? vscode.l10n.t('assigned to nobody')
    : vscode.l10n.t('assigned to {0}', names.join(', '));
}

/** The shape tells the state: check marks, empty circle, tag, warning, error; the colours only repeat it. */
function icon(article: ArticleSummary): vscode.ThemeIcon {
  if (article.changed) {
    return new vscode.ThemeIcon('issue-reopened', new vscode.ThemeColor('list.warningForeground'));
  }
  if (article.status !== 'open') {
    return new vscode.ThemeIcon(
      article.status === 'done' ? 'pass' : 'verified-filled',
      new vscode.ThemeColor('testing.iconPassed'),
    );
  }
  if ((article.errors ?? 0) > 0)
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if ((article.warnings ?? 0) > 0) {
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  }
  return new vscode.ThemeIcon(article.annotations > 0 ? 'tag' : 'circle-outline');
}
