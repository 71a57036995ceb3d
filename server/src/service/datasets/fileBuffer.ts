import { sha256 } from '@noble/hashes/sha2.js';
import { fileKey } from '../../core/formats/fileNames.ts';
import type { Piece } from '../../core/formats/format.ts';
import { msg } from '../../core/message.ts';
import type { Output } from '../ports.ts';
import { joined } from '../uris.ts';
import { ExportRefused } from './exportRefused.ts';

// Every host has it, but neither ES nor LSP types know it.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** What of a dataset's file is on the disk. */
export interface WrittenFile {
  readonly file: string;
  /** Bytes. */
  size: number;
  readonly split?: string;
}

/**
 * UTF-16 units and bytes that wait to be written, over all files: appending costs as much as writing 20 kB, and what
 * waits longer outlives the young generation of the heap, which then grows.
 */
const MOST_WAITING = 300_000;

/**
 * Appends to the files of a dataset in its folder, much at a time, and knows how long each is. A file of which nothing
 * was written before, by this export or by the one that it goes on from, begins empty.
 */
export class FileBuffer {
  /** By `fileKey`. */
  readonly files = new Map<string, WrittenFile>();
  /** Files that have grown since `checkpoint` was asked last. */
  private readonly grown = new Set<WrittenFile>();
  private readonly waiting = new Map<WrittenFile, (string | Uint8Array)[]>();
  private readonly hashes = new Map<WrittenFile, ReturnType<typeof sha256.create>>();
  private waitingSize = 0;
  private readonly output: Omit<Output, 'replaceAll'>;
  private readonly folder: string;
  private readonly leftovers: boolean;

  /** `leftovers`: the folder may hold files, or ends of files, of an export that was broken off. */
  constructor(output: Omit<Output, 'replaceAll'>, folder: string, leftovers: boolean) {
    this.output = output;
    this.folder = folder;
    this.leftovers = leftovers;
  }

  /** Goes on with a file that has this size, whatever was written behind it; false where it is not that long. */
  async goOn(known: WrittenFile): Promise<boolean> {
    const uri = this.uriOf(known.file);
    const size = await this.output.size(uri);
    if (size === undefined || size < known.size) return false;
    if (size > known.size) await this.output.truncate(uri, known.size);
    this.files.set(fileKey(known.file), { ...known });
    return true;
  }

  has(file: string): boolean {
    return this.files.has(fileKey(file));
  }

  async append(piece: Piece, split?: string): Promise<void> {
    const file = this.files.get(fileKey(piece.file)) ?? (await this.begin(piece.file, split));
    if (file.file !== piece.file) throw new ExportRefused(sameName(file.file, piece.file));
    const { content } = piece;
    if (content.length === 0) return;
    this.grown.add(file);
    const waiting = this.waiting.get(file);
    if (waiting) waiting.push(content);
    else this.waiting.set(file, [content]);
    this.waitingSize += content.length;
    if (this.waitingSize > MOST_WAITING) await this.flush();
  }

  /** Writes what waits; the files that have grown since this was asked last. */
  async checkpoint(): Promise<readonly WrittenFile[]> {
    await this.flush();
    const grown = [...this.grown].map((file) => ({ ...file }));
    this.grown.clear();
    return grown;
  }

  /** SHA-256 of a file of which everything is written, hexadecimal. */
  async sha256(file: WrittenFile): Promise<string> {
    if (this.output.sha256) return this.output.sha256(this.uriOf(file.file));
    const hash = this.hashes.get(file) ?? sha256.create();
    return Array.from(hash.clone().digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  private async begin(name: string, split: string | undefined): Promise<WrittenFile> {
    if (name.split('/').some((segment) => segment === '' || segment === '.' || segment === '..'))
      throw new Error(`a format asked for the file ${JSON.stringify(name)}`);
    const file = { file: name, size: 0, ...(split === undefined ? {} : { split }) };
    const uri = this.uriOf(name);
    if (this.leftovers && (await this.output.size(uri)) !== undefined) await this.output.truncate(uri, 0);
    this.files.set(fileKey(name), file);
    this.grown.add(file);
    // An empty file is a file, too.
    this.waiting.set(file, []);
    if (!this.output.sha256) this.hashes.set(file, sha256.create());
    return file;
  }

  private async flush(): Promise<void> {
    for (const [file, contents] of this.waiting) {
      for (const bytes of joinedBytes(contents.length > 0 ? contents : [NO_BYTES])) {
        await this.output.append(this.uriOf(file.file), bytes);
        file.size += bytes.length;
        this.hashes.get(file)?.update(bytes);
      }
    }
    this.waiting.clear();
    this.waitingSize = 0;
  }

  private uriOf(file: string): string {
    return joined(this.folder, file);
  }
}

const NO_BYTES = new Uint8Array();

function sameName(a: string, b: string) {
  return msg(
    'The files {0} and {1} would be one file on disks that do not tell large from small letters. Rename one of the two articles.',
    a,
    b,
  );
}

/** Texts that follow each other as one piece of UTF-8. */
function* joinedBytes(contents: readonly (string | Uint8Array)[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const content of contents) {
    if (typeof content === 'string') text += content;
    else {
      if (text !== '') yield encoder.encode(text);
      text = '';
      yield content;
    }
  }
  if (text !== '') yield encoder.encode(text);
}
