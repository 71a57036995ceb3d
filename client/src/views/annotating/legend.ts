import * as vscode from 'vscode';
import type { LabelView } from '../../../../server/src/lsp/protocol.ts';
import { isFree, legend } from './keys.ts';

/** The status bar's word that annotation mode is on, and beside it which key does what. */
export class ModeLegend implements vscode.Disposable {
  private readonly mode = leftItem('pressmark.annotating', 1001);
  private readonly keys = leftItem('pressmark.annotating.keys', 1000);

  constructor() {
    this.mode.name = vscode.l10n.t('Annotation mode');
    this.mode.command = 'pressmark.annotate.leave';
    this.mode.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.keys.name = vscode.l10n.t('Keys of annotation mode');
    this.keys.command = 'pressmark.tag';
  }

  /** Shows the keys of these labels; `acts`: an article is active, so that they work. */
  show(labels: readonly LabelView[], acts: boolean): void {
    this.mode.text = `$(edit) ${acts ? vscode.l10n.t('Annotating') : vscode.l10n.t('Annotating: go to an article')}`;
    this.mode.tooltip = vscode.l10n.t('Leave annotation mode');
    this.keys.text = legend(labels);
    this.keys.tooltip = tooltip(labels);
    this.mode.show();
    if (acts) this.keys.show();
    else this.keys.hide();
  }

  hide(): void {
    this.mode.hide();
    this.keys.hide();
  }

  dispose(): void {
    this.mode.dispose();
    this.keys.dispose();
  }
}

function leftItem(id: string, priority: number): vscode.StatusBarItem {
  return vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
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
    ['.', vscode.l10n.t('Next suggestion')],
    [',', vscode.l10n.t('Previous suggestion')],
    [vscode.l10n.t('Space'), vscode.l10n.t('Accept the suggestion, and go to the next one')],
    [vscode.l10n.t('Shift+Space'), vscode.l10n.t('Accept all like it in this article')],
    ['-', vscode.l10n.t('Refuse the suggestion, and go to the next one')],
    ['Shift+-', vscode.l10n.t('Refuse all like it in this article')],
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
