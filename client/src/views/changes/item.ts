import * as vscode from 'vscode';
import { editorRange } from '../../commands/active.ts';
import { type ChangeNode, countBelow, type LeafNode } from './nodes.ts';

/** The line of the tree for a node. */
export function treeItem(node: ChangeNode): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'folder': {
      const item = new vscode.TreeItem(node.name, node.children.length > 0 ? Expanded : None);
      item.iconPath = vscode.ThemeIcon.Folder;
      item.description = node.unknown ?? changeCount(countBelow(node));
      return item;
    }
    case 'article': {
      const { uri, path, was } = node.article;
      const item = new vscode.TreeItem(vscode.Uri.parse(uri), Expanded);
      item.description = was === undefined ? folderOf(path) : vscode.l10n.t('was {0}', was);
      item.tooltip = [path, changeCount(countBelow(node))].join('\n');
      item.contextValue = 'changedArticle';
      return item;
    }
    case 'layer': {
      const item = new vscode.TreeItem(
        node.layer.annotator ?? vscode.l10n.t('Shared'),
        node.children.length > 100 ? Collapsed : Expanded,
      );
      item.iconPath = new vscode.ThemeIcon('account');
      item.description = changeCount(node.children.length);
      item.tooltip = node.layer.sidecar;
      item.contextValue = 'changedLayer';
      return item;
    }
    case 'problem': {
      const item = new vscode.TreeItem(node.problem, None);
      item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
      item.tooltip = node.problem;
      item.command = opening(vscode.Uri.parse(node.layer.sidecar));
      return item;
    }
    case 'change':
      return changeItem(node);
  }
}

function changeItem({ article, layer, change }: LeafNode): vscode.TreeItem {
  const line = change.range && vscode.l10n.t('line {0}', change.range.start.line + 1);
  const item = new vscode.TreeItem(change.words.replace(/^[-+~!] /, ''));
  item.iconPath = icons()[change.kind];
  item.description = line ?? '';
  item.tooltip = change.words;
  item.contextValue = change.line === undefined ? 'removedAnnotation' : 'changedAnnotation';
  item.accessibilityInformation = { label: [kindName(change.kind), change.words, line ?? ''].join(', ') };
  item.command = change.range
    ? opening(vscode.Uri.parse(article.uri), editorRange(change.range))
    : opening(
        vscode.Uri.parse(change.line === undefined ? article.uri : layer.sidecar),
        new vscode.Range(change.line ?? 0, 0, change.line ?? 0, 0),
      );
  return item;
}

/** The shape tells the kind; the colours only repeat it. */
function icons(): Record<LeafNode['change']['kind'], vscode.ThemeIcon> {
  const icon = (name: string, color: string) => new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
  return {
    added: icon('diff-added', 'gitDecoration.addedResourceForeground'),
    removed: icon('diff-removed', 'gitDecoration.deletedResourceForeground'),
    changed: icon('diff-modified', 'gitDecoration.modifiedResourceForeground'),
    moved: icon('diff-renamed', 'gitDecoration.renamedResourceForeground'),
    look: icon('warning', 'list.warningForeground'),
  };
}

/** What a change is called, for those who hear it. */
export function kindName(kind: LeafNode['change']['kind']): string {
  switch (kind) {
    case 'added':
      return vscode.l10n.t('added');
    case 'removed':
      return vscode.l10n.t('removed');
    case 'look':
      return vscode.l10n.t('to look at');
    default:
      return vscode.l10n.t('changed');
  }
}

function opening(uri: vscode.Uri, selection?: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = selection ? { selection } : {};
  return { command: 'vscode.open', title: vscode.l10n.t('Go to Annotation'), arguments: [uri, options] };
}

/** `1 change`, `3 changes` in the user's language. */
export function changeCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 change') : vscode.l10n.t('{0} changes', count);
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}
