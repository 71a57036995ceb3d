import type { ExportedFile, ExportSummary } from '../../core/formats/report.ts';
import { Cancelled } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { EXPORT_FILE, ExportFolder, type ExportOutput, type FolderChoice } from './exportFolder.ts';
import { type Exported, type ExportRun, exportDataset, refuseEmpty } from './exporting.ts';
import { ExportRefused } from './exportRefused.ts';
import { type ExportRequest, requestText } from './exportRequest.ts';
import type { FileBuffer, WrittenFile } from './fileBuffer.ts';
import { endingOf } from './strangers.ts';
import { summaryJson } from './summaryJson.ts';

/** A file about the dataset as a whole, such as its card. */
export interface DescribingFile {
  readonly file: string;
  readonly content: string;
}

export interface FolderExport extends Exported {
  /** What became of it: `written`; `lossy` and `unreadable`: nothing was, as the request says. */
  readonly outcome: 'written' | 'lossy' | 'unreadable';
  readonly summary: ExportSummary;
}

/**
 * Writes a dataset into a folder (`folder`: its URI), with the list of what was lost, `export.json`, and the files that
 * `describe` makes of what there is to tell. All of it, or nothing: where it is broken off, what was written stays
 * beside the folder for the next run to go on with; where it is refused, nothing does.
 */
export async function exportToFolder(
  workspace: Workspace,
  output: ExportOutput,
  request: ExportRequest,
  { folder, describe, ...choice }: FolderTarget,
  run: ExportRun,
): Promise<FolderExport> {
  const independent = request.format.independent === true;
  const target = new ExportFolder(workspace, output, folder, { ...choice, independent });
  const uris = request.articles.map((a) => a.uri);
  const start = await target.begin(requestText(request), uris);
  try {
    const exported = await exportDataset(workspace, request, target, {
      ...run,
      start,
      gather: describe !== undefined,
    });
    refuseEmpty(exported);
    const { pass, obstacles } = exported;
    const summaryOf = (files: readonly ExportedFile[]) => summaryOfExport(request, exported, files);
    const refused =
      obstacles.length > 0 && !request.keepGoing
        ? ('unreadable' as const)
        : request.strict && pass.isLossy
          ? ('lossy' as const)
          : undefined;
    if (refused) {
      await target.abandon();
      return { ...exported, outcome: refused, summary: summaryOf([]) };
    }
    const summary = summaryOf(await exportedFiles(await target.finishFiles(), request));
    for (const { file, content } of (await describe?.(summary, exported)) ?? [])
      await target.add(file, content);
    await target.add(EXPORT_FILE, summaryJson(summary));
    await target.finish();
    return { ...exported, outcome: 'written', summary };
  } catch (error) {
    const isLeft = error instanceof Cancelled && choice.whenStopped === 'remove';
    if (isLeft || error instanceof ExportRefused) await target.abandon();
    throw error;
  }
}

export interface FolderTarget extends Omit<FolderChoice, 'independent'> {
  /** URI. */
  readonly folder: string;
  /** What becomes of what was written where somebody stops it; absent: it stays for the next run to go on with. */
  readonly whenStopped?: 'remove';
  readonly describe?: (summary: ExportSummary, exported: Exported) => Promise<readonly DescribingFile[]>;
}

/** All there is to tell of an export. */
export function summaryOfExport(
  { name, format, align, options, choice, split }: ExportRequest,
  { pass }: Exported,
  files: readonly ExportedFile[],
): ExportSummary {
  const { counts, leftOut, review } = pass;
  return {
    name,
    format: { name: format.name, title: format.title },
    align,
    options,
    layer: choice.layer,
    annotators: counts.annotatorNames(),
    review: { choice: choice.review, items: review },
    ...(split ? { split: { shares: split.parts.map((p) => p.share), seed: split.seed } } : {}),
    splits: counts.splitSummaries(),
    losses: counts.lossSummary(),
    leftOut,
    files,
  };
}

async function exportedFiles(buffer: FileBuffer, { format }: ExportRequest): Promise<ExportedFile[]> {
  const all = [...buffer.files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const files: ExportedFile[] = [];
  const groups = new Map<string, ExportedFile & { readonly kind: 'files' }>();
  for (const file of all) {
    const { split } = file;
    if (format.layout === 'article' && split !== undefined && file.file.includes('/')) {
      const key = `${folderOf(file)} ${endingOf(file.file)} ${split}`;
      const known = groups.get(key);
      groups.set(key, {
        kind: 'files',
        folder: folderOf(file),
        ending: endingOf(file.file),
        files: (known?.files ?? 0) + 1,
        bytes: (known?.bytes ?? 0) + file.size,
        split,
      });
      continue;
    }
    const part = split === undefined ? {} : { split };
    files.push({
      kind: 'file',
      path: file.file,
      bytes: file.size,
      sha256: await buffer.sha256(file),
      ...part,
    });
  }
  return [...files, ...groups.values()];
}

/** The first folder of a file's path: the one that a format gives each part of a dataset. */
function folderOf({ file }: WrittenFile): string {
  return file.slice(0, file.indexOf('/') + 1);
}
