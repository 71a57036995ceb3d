import type { CardFacts } from '../../core/datasets/card/facts.ts';
import type { SentenceFormat } from '../../core/datasets/sentenceRows.ts';
import type { ExportedFile, ExportSummary } from '../../core/formats/report.ts';
import { msg } from '../../core/message.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { datasetFacts } from './datasetFacts.ts';
import { describingFiles } from './describeDataset.ts';
import { EXPORT_FILE, ExportFolder, type ExportOutput } from './exportFolder.ts';
import type { ExportProgress } from './exporting.ts';
import { ExportRefused } from './exportRefused.ts';
import { WHOLE } from './exportRequest.ts';
import { type ExportedSentences, exportSentences, type SentenceRequest } from './sentenceExport.ts';
import { summaryJson } from './summaryJson.ts';

const TITLES: Readonly<Record<SentenceFormat, string>> = {
  jsonl: 'Sentences (JSON Lines)',
  csv: 'Sentences (CSV)',
  parquet: 'Sentences (Parquet)',
};

export interface SentenceTarget {
  /** URI of the folder. */
  readonly folder: string;
  /** Replace an export of the same name. */
  readonly force: boolean;
  readonly cancel: Cancellation;
  readonly progress: ExportProgress;
}

/** What became of it; `facts`: absent where nothing was written. */
export interface SentenceFolderExport extends ExportedSentences {
  readonly facts?: CardFacts;
}

/**
 * Writes sentences into a folder with the card of the dataset, its metadata, and `export.json`: all of it, or nothing.
 * Throws `Cancelled` where it is stopped, `ExportRefused` where it cannot be as asked, and what the disk says.
 */
export async function sentencesToFolder(
  workspace: Workspace,
  output: ExportOutput,
  request: SentenceRequest,
  { folder, force, cancel, progress }: SentenceTarget,
): Promise<SentenceFolderExport> {
  const target = new ExportFolder(workspace, output, folder, { force, resume: false, independent: false });
  const text = JSON.stringify({ ...request, choice: request.choice.layer, sentences: true });
  await target.begin(
    text,
    request.articles.map((article) => article.uri),
  );
  try {
    const exported = await exportSentences(workspace, request, {
      cancel,
      progress,
      write: (pieces, split) =>
        target.write({ pieces: pieces.map((piece) => ({ piece, split })), lossLines: '' }),
    });
    if (exported.obstacles.length > 0 && !request.keepGoing) {
      await target.abandon();
      return exported;
    }
    if (exported.counts.total.sentences === 0) throw new ExportRefused(NOTHING);
    const written = await target.finishFiles();
    const files: ExportedFile[] = [];
    for (const file of [...written.files.values()].sort((a, b) => (a.file < b.file ? -1 : 1)))
      files.push({
        kind: 'file',
        path: file.file,
        bytes: file.size,
        sha256: await written.sha256(file),
        ...(file.split === undefined ? {} : { split: file.split }),
      });
    const summary = summaryOf(request, exported, files);
    const facts: CardFacts = {
      ...(await datasetFacts(workspace, request, summary, exported, {
        cancel,
        progress: (done, all) => progress('looking', done, all),
        check: true,
      })),
      sentences: {
        classes: exported.counts.classes(),
        unjudged: exported.counts.unjudged,
        seed: request.seed,
        ...(request.negatives === undefined ? {} : { negatives: request.negatives }),
        ...(exported.counts.drawn ? { drawn: exported.counts.drawn } : {}),
      },
    };
    for (const { file, content } of describingFiles(request, facts, true)) await target.add(file, content);
    await target.add(EXPORT_FILE, summaryJson(summary));
    await target.finish();
    return { ...exported, facts };
  } catch (error) {
    // Sentences are not gone on with: what they are depends on all articles.
    await target.abandon();
    throw error;
  }
}

const NOTHING = msg(
  'There are no sentences to export: nobody has tagged one, judged a finding, or called an article done. Choose another layer, or other articles.',
);

function summaryOf(
  { name, choice, format, split: asked }: SentenceRequest,
  { counts, split }: ExportedSentences,
  files: readonly ExportedFile[],
): ExportSummary {
  const parts = split ? split.parts.map((part) => part.name) : [WHOLE];
  return {
    name,
    format: { name: 'sentences', title: TITLES[format] },
    align: 'strict',
    options: new Map(),
    layer: choice.layer,
    annotators: [],
    review: { choice: choice.review, items: 0 },
    ...(split ? { split: { shares: split.parts.map((part) => part.share), seed: asked?.seed ?? '' } } : {}),
    splits: parts.map((part, i) => ({
      name: part,
      articles: counts.articles(i),
      layers: counts.articles(i),
      languages: counts.languages(i),
      labels: [],
    })),
    losses: { outcomes: [], reasons: [] },
    leftOut: {
      articles: { notDone: 0, language: 0, empty: 0 },
      labels: 0,
      deleted: 0,
      findingReviews: 0,
      refusals: 0,
      comments: 0,
      unknownLines: 0,
      unknownKeys: 0,
    },
    files,
  };
}
