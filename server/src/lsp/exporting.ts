import { parseParts } from '../core/datasets/parts.ts';
import { type Message, msg } from '../core/message.ts';
import { exportDataset, refuseEmpty } from '../service/datasets/exporting.ts';
import { plannedExport } from '../service/datasets/exportPlan.ts';
import { ExportRefused } from '../service/datasets/exportRefused.ts';
import type { ExportRequest } from '../service/datasets/exportRequest.ts';
import { exportToFolder, summaryOfExport } from '../service/datasets/exportToFolder.ts';
import type { Cancellation } from '../service/ports.ts';
import { baseName, relativePath } from '../service/uris.ts';
import { exportView } from './exportReport.ts';
import { layersOf } from './formatViews.ts';
import type { DatasetRefusal, ExportParams, ExportView } from './protocol/datasets.ts';
import type { Session } from './session.ts';
import { shownProgress } from './shownProgress.ts';

/** Exports what a person asked for in their editor, or only looks what would become of it. */
export async function exportAsked(
  session: Session,
  params: ExportParams,
  cancel: Cancellation,
): Promise<ExportView | DatasetRefusal> {
  const { workspace } = session;
  try {
    const request = await requestOf(session, params);
    if ('refused' in request) return { refused: workspace.say(request.refused) };
    const shown = shownProgress(session, params.workDoneToken, msg('Exporting annotations'));
    try {
      const progress = (_phase: unknown, done: number, all: number) => shown.report(done, all);
      const run = { cancel, progress };
      if (params.preview) {
        const exported = await exportDataset(workspace, request, { write: async () => undefined }, run);
        refuseEmpty(exported);
        const [obstacle] = exported.obstacles;
        if (obstacle) return unreadable(session, obstacle);
        return exportView(workspace, exported, summaryOfExport(request, exported, []));
      }
      const { output } = workspace.host;
      if (!output) return { refused: workspace.say(NOWHERE) };
      const target = { folder: params.folder, force: false, resume: false };
      const done = await exportToFolder(workspace, output, request, target, run);
      const [obstacle] = done.obstacles;
      if (obstacle) return unreadable(session, obstacle);
      return exportView(workspace, done, done.summary, params.folder);
    } finally {
      shown.done();
    }
  } catch (error) {
    if (error instanceof ExportRefused) return { refused: workspace.say(error.told) };
    throw error;
  }
}

const NOWHERE = msg('Nothing can be written here: the folder is not trusted, or cannot be written.');

async function requestOf(
  { workspace }: Session,
  { format, layer, align, split, seed, folder }: ExportParams,
): Promise<ExportRequest | { readonly refused: Message }> {
  const parts = split === undefined ? undefined : parseParts(split);
  if (parts && 'refused' in parts) return parts;
  const layers = await layersOf(workspace);
  if (!layers.some(({ name }) => name === layer))
    return {
      refused: msg(
        'There is no layer “{0}” in this project. It has: {1}.',
        layer,
        layers.map((l) => l.name).join(', '),
      ),
    };
  const articles = await workspace.corpus.articles();
  const projects = await workspace.projects.all();
  const inside = projects.find((p) => p.includes(`${folder}/data.txt`));
  if (inside && relativePath(inside.root, folder) !== undefined)
    return {
      refused: msg(
        'A dataset in this folder would be taken for articles of the corpus. Choose a folder outside it, or exclude it in pressmark.json.',
      ),
    };
  return plannedExport(
    workspace,
    articles.map(({ uri }) => uri),
    {
      to: format,
      name: decodeURIComponent(baseName(folder)),
      layer,
      align,
      options: new Map(),
      review: 'drop',
      empty: 'done',
      done: false,
      ...(parts ? { split: { parts, seed: seed ?? '1' } } : {}),
      keepGoing: false,
      strict: false,
    },
  );
}

function unreadable(
  { workspace }: Session,
  { uri, message }: { readonly uri: string; readonly message: Message },
): DatasetRefusal {
  return { refused: `${decodeURIComponent(baseName(uri))}: ${workspace.say(message)}` };
}
