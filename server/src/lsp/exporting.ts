import { msg } from '../core/message.ts';
import { datasetFacts } from '../service/datasets/datasetFacts.ts';
import { describingFiles } from '../service/datasets/describeDataset.ts';
import { exportDataset, refuseEmpty } from '../service/datasets/exporting.ts';
import { ExportRefused } from '../service/datasets/exportRefused.ts';
import { exportToFolder, summaryOfExport } from '../service/datasets/exportToFolder.ts';
import type { Cancellation } from '../service/ports.ts';
import { type AskedRun, mayReplace, unreadable } from './askedExport.ts';
import { exportView } from './exportReport.ts';
import { annotationRequest } from './exportWish.ts';
import { type DatasetRefusal, type ExportParams, type ExportView, SENTENCES } from './protocol/datasets.ts';
import { sentencesAsked } from './sentencesAsked.ts';
import type { Session } from './session.ts';
import { shownProgress } from './shownProgress.ts';

/** Exports what a person asked for in their editor, or only looks what would become of it. */
export async function exportAsked(
  session: Session,
  params: ExportParams,
  cancel: Cancellation,
): Promise<ExportView | DatasetRefusal> {
  const { workspace } = session;
  const shown = shownProgress(session, params.workDoneToken, msg('Exporting annotations'));
  try {
    const report = (done: number, all: number) => shown.report(done, all);
    if (!params.preview && !workspace.host.output) return { refused: workspace.say(NOWHERE) };
    const ask = params.format === SENTENCES ? sentencesAsked : annotationsAsked;
    return await ask(session, params, { cancel, report });
  } catch (error) {
    if (error instanceof ExportRefused) return { refused: workspace.say(error.told) };
    throw error;
  } finally {
    shown.done();
  }
}

const NOWHERE = msg('Nothing can be written here: the folder is not trusted, or cannot be written.');

async function annotationsAsked(
  session: Session,
  params: ExportParams,
  { cancel, report }: AskedRun,
): Promise<ExportView | DatasetRefusal> {
  const { workspace } = session;
  const { output } = workspace.host;
  const request = await annotationRequest(workspace, params);
  if ('refused' in request) return { refused: workspace.say(request.refused) };
  const run = { cancel, progress: (_phase: unknown, done: number, all: number) => report(done, all) };
  if (params.preview || !output) {
    const exported = await exportDataset(workspace, request, { write: async () => undefined }, run);
    refuseEmpty(exported);
    const [obstacle] = exported.obstacles;
    if (obstacle) return unreadable(session, obstacle);
    return exportView(workspace, exported, request, { summary: summaryOfExport(request, exported, []) });
  }
  let facts: Awaited<ReturnType<typeof datasetFacts>> | undefined;
  const done = await exportToFolder(
    workspace,
    output,
    request,
    {
      folder: params.folder,
      force: await mayReplace(output, params),
      resume: false,
      whenStopped: 'remove',
      describe: async (summary, exported) => {
        facts = await datasetFacts(workspace, request, summary, exported, {
          cancel,
          progress: report,
          check: false,
        });
        return describingFiles(request, facts, true);
      },
    },
    run,
  );
  const [obstacle] = done.obstacles;
  if (obstacle) return unreadable(session, obstacle);
  const { summary } = done;
  return exportView(workspace, done, request, {
    summary,
    folder: params.folder,
    ...(facts ? { facts } : {}),
  });
}
