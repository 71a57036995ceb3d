import { revisionOf } from '../../core/text/revision.ts';
import type { Files, Output } from '../ports.ts';
import { joined } from '../uris.ts';
import type { PassState } from './exportPass.ts';
import type { WrittenFile } from './fileBuffer.ts';

// Every host has them, but neither ES nor LSP types know them.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

const JOURNAL = '.journal.jsonl';
const VERSION = 1;

/** What must be the same when an export goes on: a hash of all that was asked for. */
interface Beginning {
  readonly version: number;
  readonly request: string;
}

/** A state from which an export can go on. */
export interface Checkpoint {
  /** Articles that are done, from the first one. */
  readonly next: number;
  /** Hash of the stamps of the files of those since the checkpoint before. */
  readonly stamps: string;
  /** Files that have grown since the checkpoint before. */
  readonly files: readonly WrittenFile[];
  readonly state: PassState;
}

/** What an export that was broken off has left. */
export interface FoundJournal {
  readonly request: string;
  readonly checkpoints: readonly Checkpoint[];
}

/**
 * How far an export is, in a file beside what it has written: one line for every checkpoint. A line that broke off in
 * its middle was never there.
 */
export class ExportJournal {
  private readonly output: Omit<Output, 'replaceAll'>;
  private readonly uri: string;

  /** `folder`: where the unfinished dataset is. */
  constructor(output: Omit<Output, 'replaceAll'>, folder: string) {
    this.output = output;
    this.uri = joined(folder, JOURNAL);
  }

  /** `request`: all that was asked for, as text. */
  begin(request: string): Promise<void> {
    return this.line({ version: VERSION, request: revisionOf(request) } satisfies Beginning);
  }

  checkpoint(checkpoint: Checkpoint): Promise<void> {
    return this.line(checkpoint);
  }

  /** True where an export was begun here and has not ended. */
  async isThere(): Promise<boolean> {
    return (await this.output.size(this.uri)) !== undefined;
  }

  /** Once everything is written. */
  remove(): Promise<void> {
    return this.output.remove(this.uri);
  }

  /** Undefined where there is none, or none of this version. */
  async read(files: Files): Promise<FoundJournal | undefined> {
    const bytes = await files.read(this.uri);
    if (!bytes) return undefined;
    const text = new TextDecoder('utf-8').decode(bytes);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').filter((line) => line !== '');
    try {
      // Written by the same program: what is no such line was written by nobody.
      const [head, ...checkpoints] = lines.map((line) => JSON.parse(line) as unknown);
      const { version, request } = head as Beginning;
      if (version !== VERSION) return undefined;
      // What broke off may have left half a line, behind which nothing may be written.
      await this.output.truncate(this.uri, new TextEncoder().encode(whole).length);
      return { request, checkpoints: checkpoints as Checkpoint[] };
    } catch {
      return undefined;
    }
  }

  private line(value: object): Promise<void> {
    return this.output.append(this.uri, new TextEncoder().encode(`${JSON.stringify(value)}\n`));
  }
}

/** True for a request that a journal was begun with. */
export function isSameRequest(journal: FoundJournal, request: string): boolean {
  return journal.request === revisionOf(request);
}
