import * as vscode from 'vscode';
import type { ExportParams, FormatsView, FormatView } from '../../../../server/src/lsp/protocol/datasets.ts';
import { mayWrite } from './folders.ts';

/** The format that was said, or one of those that can be written. */
export async function chooseFormat(
  { formats }: FormatsView,
  said: string | undefined,
): Promise<FormatView | undefined> {
  const written = formats.filter((format) => format.writes);
  if (said !== undefined) {
    const found = written.find(({ name }) => name === said);
    const names = written.map(({ name }) => name).join(', ');
    if (!found)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('“{0}” is no format that is written. These are: {1}', said, names),
      );
    return found;
  }
  const items = written.map((format) => ({ label: format.title, detail: format.limits, format }));
  const placeHolder = vscode.l10n.t('The format of the dataset');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  return chosen?.format;
}

/** Whose annotations; not asked where there is one answer, or none, which the server then says why. */
export async function chooseLayer({ layers }: FormatsView): Promise<string | undefined> {
  const [only] = layers;
  if (layers.length < 2) return only?.name ?? '';
  const items = layers.map(({ name, about }) => ({ label: name, detail: about }));
  const placeHolder = vscode.l10n.t('Whose annotations');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}

/** What becomes of annotations that cut words; not asked where the format takes them as they are. */
export async function chooseAlignment(format: FormatView): Promise<ExportParams['align'] | undefined> {
  if (!format.aligns) return 'expand';
  const items: { label: string; detail: string; align: ExportParams['align'] }[] = [
    {
      label: vscode.l10n.t('Widen them'),
      detail: vscode.l10n.t('An annotation that cuts a word takes the whole word.'),
      align: 'expand',
    },
    {
      label: vscode.l10n.t('Narrow them'),
      detail: vscode.l10n.t('It keeps only the words that it holds whole.'),
      align: 'contract',
    },
    {
      label: vscode.l10n.t('Leave them out'),
      detail: vscode.l10n.t('It is not exported, and the report lists it.'),
      align: 'strict',
    },
  ];
  const placeHolder = vscode.l10n.t('This format labels whole words. What about annotations that cut one?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.align;
}

/** Whether articles are shared out, and how; no shares: they are not. */
export async function chooseSplit(): Promise<{ readonly shares?: string } | undefined> {
  const usual = '80/10/10';
  const items: { label: string; detail: string; shares?: string; other?: true }[] = [
    {
      label: vscode.l10n.t('One dataset'),
      detail: vscode.l10n.t('All articles together.'),
    },
    {
      label: vscode.l10n.t('Training, development and test: {0}', usual),
      detail: vscode.l10n.t('Articles that are nearly the same stay in one part.'),
      shares: usual,
    },
    { label: vscode.l10n.t('Other shares…'), detail: '', other: true },
  ];
  const placeHolder = vscode.l10n.t('Should the articles be split?');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen?.other) return chosen && (chosen.shares === undefined ? {} : { shares: chosen.shares });
  const shares = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Shares in percent, such as 70/15/15, or with names: train=70,test=30'),
    value: usual,
  });
  return shares === undefined ? undefined : { shares };
}

/** A folder for the dataset; `replaces`: there is one of that name already. */
export async function chooseFolder(
  format: FormatView,
  layer: string,
): Promise<{ readonly folder: vscode.Uri; readonly replaces: boolean } | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Export Here'),
      title: vscode.l10n.t('The folder in which a folder for the dataset is made'),
    })) ?? [];
  if (!parent || !mayWrite(parent)) return undefined;
  const name = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('The name of the dataset, and of its new folder'),
    value: `${format.name}-${layer}`,
    validateInput: (value) => problemOfName(parent, value),
  });
  if (name === undefined) return undefined;
  const folder = vscode.Uri.joinPath(parent, name.trim());
  return { folder, replaces: await isThere(folder) };
}

async function problemOfName(
  parent: vscode.Uri,
  value: string,
): Promise<string | vscode.InputBoxValidationMessage | undefined> {
  const name = value.trim();
  if (name === '' || name === '.' || name === '..' || /[/\\:*?"<>|]/.test(name))
    return vscode.l10n.t('This cannot be the name of a folder.');
  if (!(await isThere(vscode.Uri.joinPath(parent, name)))) return undefined;
  return {
    message: vscode.l10n.t(
      'There is such a folder already. An older export in it would be replaced; anything else would not.',
    ),
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

async function isThere(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(folder);
    return true;
  } catch {
    return false;
  }
}
