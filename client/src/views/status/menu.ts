import * as vscode from 'vscode';

/** What a click on the article's status offers. */
export async function showArticleMenu(): Promise<void> {
  const items = [
    { label: vscode.l10n.t('Show findings'), command: 'workbench.actions.view.problems' },
    { label: vscode.l10n.t('Tag as…'), command: 'pressmark.tag' },
    { label: vscode.l10n.t('Tag sentence…'), command: 'pressmark.tagSentence' },
    { label: vscode.l10n.t('Turn annotation mode on or off'), command: 'pressmark.annotate.toggle' },
    { label: vscode.l10n.t('Mark as done'), command: 'pressmark.markDone' },
    { label: vscode.l10n.t('Mark as reviewed'), command: 'pressmark.markReviewed' },
    { label: vscode.l10n.t('Reopen'), command: 'pressmark.reopen' },
    { label: vscode.l10n.t('Open annotation file'), command: 'pressmark.openSidecar' },
    { label: vscode.l10n.t('Show corpus'), command: 'pressmark.corpus.focus' },
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('This article') });
  if (picked) await vscode.commands.executeCommand(picked.command);
}
