import * as vscode from 'vscode';
import type { FormatsView, OffsetsChoice } from '../../../../server/src/lsp/protocol/datasets.ts';
import { isArticle } from '../../articles.ts';

/** Where new articles go: beside the one at hand, or into the open folder. */
export async function chooseCorpus(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only] = folders;
  const article = vscode.window.activeTextEditor?.document;
  if (article && isArticle(article) && vscode.workspace.getWorkspaceFolder(article.uri))
    return vscode.Uri.joinPath(article.uri, '..');
  if (only && folders.length === 1) return only.uri;
  const placeHolder = vscode.l10n.t('The folder that new articles go to');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

/** Files, or folders, that annotations are in. */
export async function chooseSources(): Promise<readonly vscode.Uri[] | undefined> {
  const items = [
    { label: vscode.l10n.t('Files…'), folders: false },
    { label: vscode.l10n.t('Folders…'), folders: true },
  ];
  const placeHolder = vscode.l10n.t('Where are the annotations?');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen) return undefined;
  return vscode.window.showOpenDialog({
    canSelectFiles: !chosen.folders,
    canSelectFolders: chosen.folders,
    canSelectMany: true,
    openLabel: vscode.l10n.t('Import'),
  });
}

/** A format that can be read; none: the files tell. */
export async function chooseReadFormat({
  formats,
}: FormatsView): Promise<{ readonly format?: string } | undefined> {
  const items: { label: string; detail: string; format?: string }[] = [
    {
      label: vscode.l10n.t('Find out'),
      detail: vscode.l10n.t('The files themselves mostly tell which format they are in.'),
    },
    ...formats
      .filter((format) => format.reads)
      .map(({ name, title, endings }) => ({ label: title, detail: endings.join(' '), format: name })),
  ];
  const placeHolder = vscode.l10n.t('The format of the files');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  return chosen && (chosen.format === undefined ? {} : { format: chosen.format });
}

/** Whose annotations they are; not asked where the project lists nobody. */
export async function chooseAnnotator({
  annotators,
}: FormatsView): Promise<{ readonly by?: string } | undefined> {
  if (annotators.length === 0) return {};
  const items: { label: string; by?: string }[] = [
    { label: vscode.l10n.t('As the files say') },
    ...annotators.map((name) => ({ label: name, by: name })),
  ];
  const placeHolder = vscode.l10n.t('Whose annotations are they?');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  return chosen && (chosen.by === undefined ? {} : { by: chosen.by });
}

/** How positions count, where the files do not tell; `report`: the user wants to read first what they show. */
export async function chooseOffsets(): Promise<Exclude<OffsetsChoice, 'auto'> | 'report' | undefined> {
  const items: { label: string; detail: string; choice: Exclude<OffsetsChoice, 'auto'> | 'report' }[] = [
    {
      label: vscode.l10n.t('Code points'),
      detail: vscode.l10n.t('As Python counts: an emoji is one.'),
      choice: 'codePoint',
    },
    {
      label: vscode.l10n.t('UTF-16 units'),
      detail: vscode.l10n.t('As JavaScript and Java count: an emoji is two.'),
      choice: 'utf16',
    },
    {
      label: vscode.l10n.t('Bytes'),
      detail: vscode.l10n.t('Of the text in UTF-8: an emoji is four, é is two.'),
      choice: 'byte',
    },
    {
      label: vscode.l10n.t('The words decide'),
      detail: vscode.l10n.t('Positions are only a hint: annotations are put where their words stand.'),
      choice: 'quotes',
    },
    {
      label: vscode.l10n.t('Read Report'),
      detail: vscode.l10n.t('Import nothing yet, and see what the files show.'),
      choice: 'report',
    },
  ];
  const placeHolder = vscode.l10n.t('It is not certain how the positions in these files count');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.choice;
}
