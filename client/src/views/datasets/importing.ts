import * as vscode from 'vscode';
import type {
  FormatsRequest,
  FormatsView,
  ImportParams,
  ImportRequest,
  ImportView,
} from '../../../../server/src/lsp/protocol/datasets.ts';
import type { ServerSession } from '../../server/session.ts';
import { askUnlessRefused } from './ask.ts';
import { confirmed } from './confirm.ts';
import { mayBegin, mayWrite, placeCalled } from './folders.ts';
import type { GivenImport } from './given.ts';
import {
  chooseAnnotator,
  chooseCorpus,
  chooseOffsets,
  chooseReadFormat,
  chooseSources,
} from './importChoices.ts';
import { type ChosenNames, chooseNames } from './names.ts';
import { chooseReadOptions } from './options.ts';
import type { Reports } from './reports.ts';

const formatsRequest: typeof FormatsRequest = 'pressmark/formats';
const importRequest: typeof ImportRequest = 'pressmark/import';

/**
 * Asks what is to be imported and whose it is, as far as that is not said, shows what would become of it, and imports
 * it. Gives what was imported; undefined where nothing was.
 */
export async function importDataset(
  session: ServerSession,
  reports: Reports,
  said: Partial<GivenImport>,
): Promise<ImportView | undefined> {
  if (!mayBegin()) return undefined;
  const chosen = await paramsOf(session, said);
  if (!chosen || !mayWrite(vscode.Uri.parse(chosen.into))) return undefined;
  const title = vscode.l10n.t('Import Annotations');
  let params: ImportParams = { ...chosen, unknownLabels: said.unknownLabels ?? 'keep', preview: false };
  if (said.confirm !== false) {
    const looked = await look(session, reports, title, params, said);
    if (!looked) return undefined;
    const goOn = vscode.l10n.t('Import');
    const { sentence, report } = looked.view;
    if (!(await confirmed(reports, { title, sentence, report, goOn }))) return undefined;
    params = looked.params;
  }
  const done = await ask(session, vscode.l10n.t('Importing annotations'), { ...params, preview: false });
  if (done) void tell(reports, title, done);
  return done?.stopped ? undefined : done;
}

type Chosen = Omit<ImportParams, 'preview' | 'unknownLabels' | 'workDoneToken'>;

/** Whoever says what is imported is asked about nothing that the files can tell. */
async function paramsOf(session: ServerSession, said: Partial<GivenImport>): Promise<Chosen | undefined> {
  const { confirm, sources: names, into: folder, unknownLabels, ...rest } = said;
  const into = folder === undefined ? await chooseCorpus() : placeCalled(folder);
  const sources = into && (names ? names.map(placeCalled) : await chooseSources());
  if (!sources) return undefined;
  const common = { ...rest, sources: sources.map(String), into: into.toString() };
  if (confirm === false) return common;
  const view = await session.ask<FormatsView>(formatsRequest, {});
  const format = said.format === undefined ? await chooseReadFormat(view) : { format: said.format };
  const known = view.formats.find(({ name }) => name === format?.format);
  const options =
    format && (known ? await chooseReadOptions(session, known, said.options) : (said.options ?? {}));
  const by = options && (said.by === undefined ? await chooseAnnotator(view) : { by: said.by });
  return by && { ...common, ...format, options, ...by };
}

/**
 * What an import would do, once it is settled how positions count, and what names of the files that the project lacks
 * stand for.
 */
async function look(
  session: ServerSession,
  reports: Reports,
  title: string,
  begin: ImportParams,
  said: Partial<GivenImport>,
): Promise<{ readonly view: ImportView; readonly params: ImportParams } | undefined> {
  let params = begin;
  let names: ChosenNames | undefined;
  let offsetsAsked = said.offsets !== undefined;
  for (;;) {
    const view = await ask(session, vscode.l10n.t('Reading annotations'), { ...params, preview: true });
    if (!view) return undefined;
    if (view.unclearOffsets.length > 0 && !offsetsAsked) {
      offsetsAsked = true;
      const offsets = await chooseOffsets();
      if (offsets === 'report') await reports.show(title, view.report);
      if (!offsets || offsets === 'report') return undefined;
      params = { ...params, offsets };
      continue;
    }
    if (view.stopped) {
      await tell(reports, title, view);
      return undefined;
    }
    const isNew = view.unknownNames.some(({ name }) => !names?.settled.has(name));
    if (!isNew || said.unknownLabels !== undefined) return { view, params };
    names = await chooseNames(view.unknownNames, names);
    if (!names) return undefined;
    const { unknownLabels, map } = names;
    params = { ...params, unknownLabels, names: { ...params.names, ...Object.fromEntries(map) } };
  }
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
