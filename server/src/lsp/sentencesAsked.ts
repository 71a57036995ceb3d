import { msg } from '../core/message.ts';
import { exportSentences } from '../service/datasets/sentenceExport.ts';
import { type SentenceFolderExport, sentencesToFolder } from '../service/datasets/sentenceFolder.ts';
import type { Workspace } from '../service/workspace.ts';
import { type AskedRun, mayReplace, unreadable } from './askedExport.ts';
import { aboutDataset, shownFolder } from './exportReport.ts';
import { sentenceRequest } from './exportWish.ts';
import type { DatasetRefusal, ExportParams, ExportView } from './protocol/datasets.ts';
import { ReportText } from './reportText.ts';
import type { Session } from './session.ts';

/** Exports sentences for a classifier, or only counts them. Rules see in them what they see once the corpus is learned. */
export async function sentencesAsked(
  session: Session,
  params: ExportParams,
  { cancel, report }: AskedRun,
): Promise<ExportView | DatasetRefusal> {
  const { workspace } = session;
  const { output } = workspace.host;
  const request = await sentenceRequest(workspace, params);
  if ('refused' in request) return { refused: workspace.say(request.refused) };
  await workspace.learning.learn(cancel, report);
  const run = { cancel, progress: (_phase: unknown, done: number, all: number) => report(done, all) };
  const done: SentenceFolderExport =
    params.preview || !output
      ? await exportSentences(workspace, request, { ...run, write: async () => undefined })
      : await sentencesToFolder(workspace, output, request, {
          ...run,
          folder: params.folder,
          force: await mayReplace(output, params),
        });
  const [obstacle] = done.obstacles;
  if (obstacle) return unreadable(session, obstacle);
  return sentencesView(workspace, done, params.preview ? undefined : params.folder);
}

function sentencesView(workspace: Workspace, done: SentenceFolderExport, folder?: string): ExportView {
  const { counts, facts } = done;
  const { sentences, positives } = counts.total;
  const sentence = workspace.say(
    folder === undefined
      ? msg(
          'Sentences: {0}, of these bad ones: {1}. Not judged, and left out: {2}.',
          sentences,
          positives,
          counts.unjudged,
        )
      : msg(
          'Exported. Sentences: {0}, of these bad ones: {1}. Not judged, and left out: {2}.',
          sentences,
          positives,
          counts.unjudged,
        ),
  );
  const report = new ReportText().heading(workspace.say(msg('Sentences for a classifier'))).line(sentence);
  if (folder !== undefined) report.line(shownFolder(folder));
  const parts = done.split?.parts.map(({ name }) => name) ?? [''];
  report
    .heading(workspace.say(msg('Classes')))
    .table([['', ...parts], ...[...counts.classes()].map(([name, each]) => [name, ...each.map(String)])]);
  if (facts) aboutDataset(workspace, report, facts);
  return { sentence, report: report.view, losses: 0 };
}
