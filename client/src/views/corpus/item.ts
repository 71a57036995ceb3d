import * as vscode from 'vscode';
import type { ArticleSummary } from '../../../../server/src/lsp/protocol.ts';
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
  item.description = articleCount(node.size);
  item.tooltip = [node.path, annotationCount(node.annotations), findingCount(node.findings)].join('\n');
  return item;
}

function articleItem({ article, name }: ArticleNode): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const uri = vscode.Uri.parse(article.uri);
  const facts = factsOf(article);
  item.id = article.uri;
  item.resourceUri = uri;
  item.iconPath = icon(article);
  item.contextValue = 'article';
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
    ...(article.language === undefined ? [] : [article.language]),
    ...(findings === 0 ? [] : [findingCount(findings)]),
    ...(article.annotations === 0 ? [] : [annotationCount(article.annotations)]),
  ].join(' · ');
}

function factsOf(article: ArticleSummary): string[] {
  const findings = findingsOf(article);
  return [
    ...(article.language === undefined ? [] : [article.language]),
    annotationCount(article.annotations),
    findings === undefined ? vscode.l10n.t('not checked yet') : findingCount(findings),
  ];
}

/** The shape tells the state: empty circle, tag, warning, error; the colours only repeat it. */
function icon(article: ArticleSummary): vscode.ThemeIcon {
  if ((article.errors ?? 0) > 0)
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if ((article.warnings ?? 0) > 0) {
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  }
  return new vscode.ThemeIcon(article.annotations > 0 ? 'tag' : 'circle-outline');
}
