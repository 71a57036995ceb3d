import { missingMetadata } from '../core/datasets/croissant.ts';
import { formatMessage } from '../core/message.ts';
import { datasetFacts } from '../service/datasets/datasetFacts.ts';
import { describingFiles } from '../service/datasets/describeDataset.ts';
import type { ExportRequest } from '../service/datasets/exportRequest.ts';
import type { FolderTarget } from '../service/datasets/exportToFolder.ts';
import type { Cancellation } from '../service/ports.ts';
import { splitLines } from './reporters/leaks.ts';
import type { Session } from './session.ts';

export interface Describing {
  /** Write the dataset card and its metadata. */
  readonly card: boolean;
  /** Count the findings that nobody has judged. */
  readonly check: boolean;
  readonly cancel: Cancellation;
}

/**
 * How the files about a dataset as a whole are made, if any are: its card, its metadata, who is in which part. Tells
 * what a split gave.
 */
export function describeExport(
  session: Session,
  request: ExportRequest,
  { card, check, cancel }: Describing,
): Pick<FolderTarget, 'describe'> {
  const { io, workspace } = session;
  if (!card && !request.split) return {};
  const describe: FolderTarget['describe'] = async (summary, exported) => {
    const progress = (done: number, all: number) => io.status(`describing: ${done}/${all} articles`);
    // What rules report depends on what the corpus has taught.
    if (check && card) await session.learn();
    const facts = await datasetFacts(workspace, request, summary, exported, {
      cancel,
      progress,
      check: check && card,
    });
    for (const line of splitLines(facts)) io.tell(line);
    const missing = card ? missingMetadata(facts) : undefined;
    if (missing) io.tell(formatMessage(missing));
    return describingFiles(request, facts, card);
  };
  return { describe };
}
