import { jsonLine } from '../core/formats/jsonLines.ts';
import type { ExportRequest } from '../service/datasets/exportRequest.ts';
import type { FolderTarget } from '../service/datasets/exportToFolder.ts';
import type { Session } from './session.ts';

/** The files about a dataset as a whole: who is in which part. */
export function describeExport(
  _session: Session,
  request: ExportRequest,
): NonNullable<FolderTarget['describe']> {
  return async (_summary, { split }) => {
    if (!split) return [];
    const lines = request.articles.flatMap(({ path }) => {
      const part = split.parts[split.partOf.get(path) ?? -1];
      return part ? [jsonLine({ article: path, part: part.name })] : [];
    });
    return [{ file: 'split.jsonl', content: lines.join('') }];
  };
}
