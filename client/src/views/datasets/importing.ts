import * as vscode from 'vscode';
import type {
  FormatsRequest,
  FormatsView,
  ImportParams,
  ImportRequest,
  ImportView,
} from '../../../../server/src/lsp/protocol/datasets.ts';
import { isArticle } from '../../articles.ts';
import type { ServerSession } from '../../server/session.ts';
import { askUnlessRefused } from './ask.ts';
import { confirmed } from './confirm.ts';
import type { Reports } from './reports.ts';

const formatsRequest: typeof FormatsRequest = 'pressmark/formats';
const importRequest: typeof ImportRequest = 'pressmark/import';

/**
 * Asks what is to be imported and whose it is, shows what would become of it, and imports it. `given`: files and folders
 * that the user has chosen already.
 */
export async function importDataset(
  session: ServerSession,
  reports: Reports,
  given: readonly vscode.Uri[],
): Promise<void> {
  const into = await chooseCorpus();
  const sources = into && (given.length > 0 ? given : await chooseSources());
  if (!sources) return;
  const view = await session.ask<FormatsView>(formatsRequest, {});
  const format = await chooseFormat(view);
  const by = format && (await chooseAnnotator(view));
  if (!by) return;
  const params = { sources: sources.map(String), into: into.toString(), ...format, ...by };
  const title = vscode.l10n.t('Import Annotations');
  const looked = await look(session, reports, title, params);
  if (!looked) return;
  const goOn = vscode.l10n.t('Import');
  const { sentence, report } = looked.view;
  if (!(await confirmed(reports, { title, sentence, report, goOn }))) return;
  const done = await ask(session, vscode.l10n.t('Importing annotations'), {
    ...looked.params,
    preview: false,
  });
  if (done) await tell(reports, title, done);
}

type Chosen = Omit<ImportParams, 'preview' | 'unknownLabels' | 'workDoneToken'>;

/** What an import would do, with what is to become of labels that the project does not have. */
async function look(session: ServerSession, reports: Reports, title: string, chosen: Chosen) {
  const message = vscode.l10n.t('Reading annotations');
  let params = { ...chosen, unknownLabels: 'keep' as ImportParams['unknownLabels'] };
  const first = await ask(session, message, { ...params, preview: true });
  if (!first) return undefined;
  if (first.stopped) {
    await tell(reports, title, first);
    return undefined;
  }
  if (first.unknownLabels.length === 0) return { view: first, params };
  const unknownLabels = await chooseLabels(first.unknownLabels);
  if (!unknownLabels) return undefined;
  params = { ...params, unknownLabels };
  const view = await ask(session, message, { ...params, preview: true });
  return view && { view, params };
}

/** Says what was done, or what kept it from being done; the report lists every place that wants a look. */
async function tell(reports: Reports, title: string, { sentence, report, stopped, unsure }: ImportView) {
  const read = vscode.l10n.t('Read Report');
  const show =
    stopped || unsure > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  if ((await show(sentence, read)) === read) await reports.show(title, report);
}

function ask(session: ServerSession, title: string, params: ImportParams): Promise<ImportView | undefined> {
  return askUnlessRefused(session, importRequest, title, params);
}

/** Where new articles go: beside the one at hand, or into the open folder. */
async function chooseCorpus(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (!only) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the folder of your articles first: that is where annotations are imported to.'),
    );
    return undefined;
  }
  const article = vscode.window.activeTextEditor?.document;
  if (article && isArticle(article) && vscode.workspace.getWorkspaceFolder(article.uri))
    return vscode.Uri.joinPath(article.uri, '..');
  if (folders.length === 1) return only.uri;
  const placeHolder = vscode.l10n.t('The folder that new articles go to');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

async function chooseSources(): Promise<readonly vscode.Uri[] | undefined> {
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

async function chooseFormat({ formats }: FormatsView): Promise<{ readonly format?: string } | undefined> {
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

async function chooseAnnotator({ annotators }: FormatsView): Promise<{ readonly by?: string } | undefined> {
  if (annotators.length === 0) return {};
  const items: { label: string; by?: string }[] = [
    { label: vscode.l10n.t('As the files say') },
    ...annotators.map((name) => ({ label: name, by: name })),
  ];
  const placeHolder = vscode.l10n.t('Whose annotations are they?');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  return chosen && (chosen.by === undefined ? {} : { by: chosen.by });
}

async function chooseLabels(unknown: readonly string[]): Promise<ImportParams['unknownLabels'] | undefined> {
  const items: { label: string; detail: string; choice: ImportParams['unknownLabels'] }[] = [
    {
      label: vscode.l10n.t('Add them to the project'),
      detail: vscode.l10n.t('They get a line each in pressmark.json.'),
      choice: 'add',
    },
    {
      label: vscode.l10n.t('Import them as they are'),
      detail: vscode.l10n.t('They are marked as unknown until the project has them.'),
      choice: 'keep',
    },
  ];
  const placeHolder = vscode.l10n.t('The project does not have these labels: {0}', unknown.join(', '));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.choice;
}
