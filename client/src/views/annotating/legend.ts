import * as vscode from 'vscode';
import type { LabelView } from '../../../../server/src/lsp/protocol.ts';
import { isFree, legend } from './keys.ts';

/** The status bar item that says that annotation mode is on and which key does what. */
export class ModeLegend implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'pressmark.annotating',
    vscode.StatusBarAlignment.Left,
    1000,
  );

  constructor() {
    this.item.name = vscode.l10n.t('Annotation mode');
    this.item.command = 'pressmark.annotate.leave';
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  }

  /** Shows the keys of these labels; `acts`: an article is active, so that they work. */
  show(labels: readonly LabelView[], acts: boolean): void {
    const keys = legend(labels);
    const state = acts ? vscode.l10n.t('Annotating') : vscode.l10n.t('Annotating: go to an article');
    this.item.text = acts ? `$(edit) ${state}  ${keys}` : `$(edit) ${state}`;
    this.item.tooltip = tooltip(labels);
    this.item.accessibilityInformation = { label: `${state}. ${keys}` };
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** The keys in a table: the whole legend, for those who forgot one. */
function tooltip(labels: readonly LabelView[]): vscode.MarkdownString {
  const free = (key: string) => (isFree(key, labels) ? `, ${key}` : '');
  const rows = labels
    .filter((label) => label.key !== undefined)
    .map((label): [string, string] => [label.key ?? '', `${label.name} – ${label.title}`]);
  rows.push(
    ['⌫, Del', vscode.l10n.t('Remove the annotation at the cursor')],
    [`Ctrl+Z, ⌘Z${free('u')}`, vscode.l10n.t('Take back the last annotation')],
    [`Tab${free('n')}`, vscode.l10n.t('Next annotation')],
    [`Shift+Tab${free('p')}`, vscode.l10n.t('Previous annotation')],
    ['Enter', vscode.l10n.t('Choose a label from the list')],
    ['Esc', vscode.l10n.t('Leave annotation mode')],
  );
  const markdown = new vscode.MarkdownString(
    `${vscode.l10n.t('One key tags; nothing is typed into the article.')}\n\n`,
  );
  markdown.appendMarkdown(`| | |\n|---|---|\n`);
  for (const [key, meaning] of rows) {
    markdown
      .appendMarkdown('| **')
      .appendText(key)
      .appendMarkdown('** | ')
      .appendText(meaning)
      .appendMarkdown(' |\n');
  }
  return markdown;
}
