import type { Message } from '../core/message.ts';
import type { Cancellation, Output } from '../service/ports.ts';
import { baseName } from '../service/uris.ts';
import type { DatasetRefusal, ExportParams } from './protocol/datasets.ts';
import type { Session } from './session.ts';

/** What work needs that somebody waits for. */
export interface AskedRun {
  readonly cancel: Cancellation;
  readonly report: (done: number, all: number) => void;
}

/** Where there is no dataset of that name, one that was broken off there is begun anew. */
export async function mayReplace(output: Output, { folder, force }: ExportParams): Promise<boolean> {
  return force === true || (await output.size(folder)) === undefined;
}

/** Refuses a dataset without an article that cannot be read. */
export function unreadable(
  { workspace }: Session,
  { uri, message }: { readonly uri: string; readonly message: Message },
): DatasetRefusal {
  return { refused: `${baseName(uri)}: ${workspace.say(message)}` };
}
