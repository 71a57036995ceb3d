import * as vscode from 'vscode';
import type {
  ExportParams,
  ExportRequest,
  ExportView,
  FormatsRequest,
  FormatsView,
  FormatView,
} from '../../../../server/src/lsp/protocol/datasets.ts';
import type { ServerSession } from '../../server/session.ts';
import { askUnlessRefused } from './ask.ts';
import { confirmed } from './confirm.ts';
import type { Reports } from './reports.ts';

const formatsRequest: typeof FormatsRequest = 'pressmark/formats';
const exportRequest: typeof ExportRequest = 'pressmark/export';

/** Asks how annotations are to be exported and where to, shows what would be lost, and exports them. */
export async function exportDataset(session: ServerSession, reports: Reports): Promise<void> {
  const view = await session.ask<FormatsView>(formatsRequest, {});
  const format = await chooseFormat(view);
  const layer = format && (await chooseLayer(view));
  const align = layer && (await chooseAlignment(format));
  const split = align && (await chooseSplit());
  const folder = split && (await chooseFolder(format, layer));
  if (!folder) return;
  const params = {
    format: format.name,
    layer,
    align,
    ...(split.shares === undefined ? {} : { split: split.shares, seed: '1' }),
    folder: folder.toString(),
  };
  const title = vscode.l10n.t('Export as {0}', format.title);
  const preview = await ask(session, vscode.l10n.t('Looking what the format can hold'), {
    ...params,
    preview: true,
  });
  if (!preview) return;
  const { sentence, report } = preview;
  if (!(await confirmed(reports, { title, sentence, report, goOn: vscode.l10n.t('Export') }))) return;
  const done = await ask(session, vscode.l10n.t('Exporting annotations'), { ...params, preview: false });
  if (!done) return;
  const read = vscode.l10n.t('Read Report');
  if ((await vscode.window.showInformationMessage(done.sentence, read)) === read)
    await reports.show(title, done.report);
}

function ask(session: ServerSession, title: string, params: ExportParams): Promise<ExportView | undefined> {
  return askUnlessRefused(session, exportRequest, title, params);
}

async function chooseFormat({ formats }: FormatsView): Promise<FormatView | undefined> {
  const items = formats
    .filter((format) => format.writes)
    .map((format) => ({ label: format.title, detail: format.limits, format }));
  const placeHolder = vscode.l10n.t('The format of the dataset');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  return chosen?.format;
}

async function chooseLayer({ layers }: FormatsView): Promise<string | undefined> {
  const [only] = layers;
  if (only && layers.length === 1) return only.name;
  const items = layers.map(({ name, about }) => ({ label: name, detail: about }));
  const placeHolder = vscode.l10n.t('Whose annotations');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}

async function chooseAlignment(format: FormatView): Promise<ExportParams['align'] | undefined> {
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

async function chooseSplit(): Promise<{ readonly shares?: string } | undefined> {
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

async function chooseFolder(format: FormatView, layer: string): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Export Here'),
      title: vscode.l10n.t('The folder in which a folder for the dataset is made'),
    })) ?? [];
  if (!parent) return undefined;
  const name = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('The name of the dataset, and of its new folder'),
    value: `${format.name}-${layer}`,
    validateInput: (value) => problemOfName(parent, value),
  });
  return name === undefined ? undefined : vscode.Uri.joinPath(parent, name.trim());
}

async function problemOfName(parent: vscode.Uri, value: string): Promise<string | undefined> {
  const name = value.trim();
  if (name === '' || name === '.' || name === '..' || /[/\\:*?"<>|]/.test(name))
    return vscode.l10n.t('This cannot be the name of a folder.');
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(parent, name));
    return vscode.l10n.t('There is such a folder already.');
  } catch {
    return undefined;
  }
}
