import * as vscode from 'vscode';
import type {
  ExportParams,
  ExportRequest,
  ExportView,
  FormatsParams,
  FormatsRequest,
  FormatsView,
} from '../../../../server/src/lsp/protocol/datasets.ts';
import type { ServerSession } from '../../server/session.ts';
import { askUnlessRefused } from './ask.ts';
import { confirmed } from './confirm.ts';
import { chooseAlignment, chooseFolder, chooseFormat, chooseLayer, chooseSplit } from './exportChoices.ts';
import { mayBegin, mayWrite, placeCalled } from './folders.ts';
import type { GivenExport } from './given.ts';
import { chooseOptions } from './options.ts';
import type { Reports } from './reports.ts';

const formatsRequest: typeof FormatsRequest = 'pressmark/formats';
const exportRequest: typeof ExportRequest = 'pressmark/export';

/**
 * Asks how annotations are to be exported and where to, as far as that is not said, shows what would be lost, and
 * exports them. Gives what was exported; undefined where nothing was.
 */
export async function exportDataset(
  session: ServerSession,
  reports: Reports,
  said: Partial<GivenExport>,
): Promise<ExportView | undefined> {
  if (!mayBegin()) return undefined;
  const within = said.within?.map((name) => placeCalled(name).toString());
  const asked: FormatsParams = within ? { within } : {};
  const view = await session.ask<FormatsView>(formatsRequest, asked);
  const format = await chooseFormat(view, said.format);
  const params = format && (await paramsOf(session, view, { ...said, ...asked }, format));
  if (!params || !mayWrite(vscode.Uri.parse(params.folder))) return undefined;
  const title = vscode.l10n.t('Export as {0}', format.title);
  if (said.confirm !== false) {
    const looking = vscode.l10n.t('Looking what the format can hold');
    const preview = await ask(session, looking, { ...params, preview: true });
    if (!preview) return undefined;
    const { sentence, report } = preview;
    const goOn = params.force === true ? vscode.l10n.t('Replace') : vscode.l10n.t('Export');
    if (!(await confirmed(reports, { title, sentence, report, goOn }))) return undefined;
  }
  const done = await ask(session, vscode.l10n.t('Exporting annotations'), { ...params, preview: false });
  if (done) void tell(reports, title, done, vscode.Uri.parse(params.folder));
  return done;
}

type Format = FormatsView['formats'][number];

/** Whoever says format, layer and folder is asked nothing. */
async function paramsOf(
  session: ServerSession,
  view: FormatsView,
  said: Partial<GivenExport>,
  format: Format,
): Promise<Omit<ExportParams, 'preview'> | undefined> {
  const isWhole = said.format !== undefined && said.layer !== undefined && said.folder !== undefined;
  const layer = said.layer ?? (await chooseLayer(view));
  if (layer === undefined) return undefined;
  const align = said.align ?? (isWhole ? 'strict' : await chooseAlignment(format));
  const split = align && (said.split !== undefined || isWhole ? { shares: said.split } : await chooseSplit());
  if (!split) return undefined;
  const { done, labels, languages, options } = said;
  const chosen = { done, labels, languages, options };
  const finer = isWhole ? chosen : await chooseOptions(session, view, format, chosen);
  const place =
    finer &&
    (said.folder === undefined ? await chooseFolder(format, layer) : { folder: placeCalled(said.folder) });
  if (!place) return undefined;
  return {
    format: format.name,
    layer,
    align,
    ...defined({
      ...finer,
      split: split.shares,
      seed: said.seed,
      within: said.within,
      force: said.force ?? ('replaces' in place && place.replaces),
    }),
    folder: place.folder.toString(),
  };
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without what is undefined, which requests leave out. */
function defined<Values extends object>(values: Values): Defined<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<Values>;
}

async function tell(reports: Reports, title: string, done: ExportView, folder: vscode.Uri): Promise<void> {
  const read = vscode.l10n.t('Read Report');
  const open = vscode.l10n.t('Open Dataset Card');
  const answer = await vscode.window.showInformationMessage(done.sentence, read, open);
  if (answer === read) await reports.show(title, done.report);
  if (answer === open)
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(folder, 'README.md'));
}

function ask(session: ServerSession, title: string, params: ExportParams): Promise<ExportView | undefined> {
  return askUnlessRefused(session, exportRequest, title, params);
}
