import { msg } from '../core/message.ts';
import { carryOutImport } from '../service/datasets/importCarryOut.ts';
import { readableFormats } from '../service/datasets/importInput.ts';
import { importDataset } from '../service/datasets/importing.ts';
import type { ImportPlan } from '../service/datasets/importReport.ts';
import type { ImportRequest } from '../service/datasets/importRequest.ts';
import type { Cancellation } from '../service/ports.ts';
import { baseName, folderOf, relativePath } from '../service/uris.ts';
import { importView } from './importReport.ts';
import type { DatasetRefusal, ImportParams, ImportView } from './protocol/datasets.ts';
import type { Session } from './session.ts';
import { shownProgress } from './shownProgress.ts';

/** Imports what a person asked for in their editor, or only looks what would become of it. */
export async function importAsked(
  session: Session,
  params: ImportParams,
  cancel: Cancellation,
): Promise<ImportView | DatasetRefusal> {
  const { workspace } = session;
  const shown = shownProgress(session, params.workDoneToken, msg('Reading annotations'));
  try {
    const request = await requestOf(session, params);
    const plan = await importDataset(workspace, request, cancel, (done, all) => shown.report(done, all));
    const project = await workspace.projects.of(`${request.into}/x.txt`);
    const told = { sources: request.sources, project: project.project };
    if (params.preview || plan.stopped) return importView(workspace, plan, { ...told, done: false });
    const refused = await carryOutImport(workspace, plan);
    if (refused) return { refused: workspace.say(refused) };
    await takeIn(session, plan);
    return importView(workspace, plan, { ...told, done: true });
  } finally {
    shown.done();
  }
}

/** What was written is known at once; whatever was computed from it follows when the client tells of the files. */
async function takeIn({ workspace }: Session, { changes }: ImportPlan): Promise<void> {
  for (const { uri, before } of changes) {
    const everything = await workspace.projects.fileChanged(uri);
    if (everything) workspace.corpus.forget();
    else workspace.corpus.fileChanged(uri, before ? 'changed' : 'created');
  }
}

async function requestOf(
  session: Session,
  { format, sources, into, by, unknownLabels, names, annotators, options, offsets }: ImportParams,
): Promise<ImportRequest> {
  const chosen = readableFormats().find((f) => f.name === format);
  return {
    sources: sources.map((uri) => ({
      uri,
      shown: relativePath(into, uri) ?? baseName(uri),
    })),
    ...(chosen ? { format: chosen } : {}),
    options: new Map(Object.entries(options ?? {})),
    into: await folderOfArticles(session, into),
    ...(by === undefined ? {} : { by }),
    annotators: new Map(Object.entries(annotators ?? {})),
    names: new Map(Object.entries(names ?? {})),
    unknownNames: unknownLabels,
    offsets: offsets ?? 'auto',
  };
}

/** The folder, where the corpus takes articles from it; else the one that the first article below it is in. */
async function folderOfArticles({ workspace }: Session, folder: string): Promise<string> {
  const project = await workspace.projects.of(`${folder}/x.txt`);
  if (project.includes(`${folder}/x.txt`)) return folder;
  const articles = await workspace.corpus.articles();
  const first = articles.find(({ uri }) => relativePath(folder, uri) !== undefined);
  return first ? folderOf(first.uri) : folder;
}
