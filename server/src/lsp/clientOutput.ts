import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { FileChange, Output, Replaced } from '../service/ports.ts';
import {
  type FileParams,
  FileSizeRequest,
  RemoveFileRequest,
  type RenameFileParams,
  RenameFileRequest,
  type ReplaceAllParams,
  ReplaceAllRequest,
  type ReplacedView,
  type WriteFileParams,
  WriteFileRequest,
} from './protocol/output.ts';
import { ReadFileRequest } from './protocol.ts';

// Every host has them, but neither ES nor LSP types know them.
declare function atob(base64: string): string;
declare function btoa(binary: string): string;

/** Whoever has more to write has it written by the command line, on a disk. */
const MOST_WAITING = 200_000_000;

/**
 * Writes where only the client can: virtual workspaces, and every workspace in the browser. File systems there replace
 * whole files and add to none, so what is appended waits here until the folder that it is in gets its name.
 */
export function clientOutput(connection: Connection): Output {
  const waiting = new WaitingFiles();
  const size = async (uri: string) => {
    const params: FileParams = { uri };
    return (await connection.sendRequest<number | null>(FileSizeRequest, params)) ?? undefined;
  };
  const write = (uri: string, bytes: Uint8Array) => {
    const params: WriteFileParams = { uri, content: toBase64(bytes) };
    return connection.sendRequest<null>(WriteFileRequest, params);
  };
  return {
    append: async (uri, bytes) => waiting.append(uri, bytes),
    async size(uri) {
      if (waiting.has(uri)) return waiting.bytes(uri).length;
      if (waiting.below(uri).length > 0) return 0;
      const found = await size(uri);
      return found === -1 ? 0 : found;
    },
    async truncate(uri, length) {
      if (!waiting.has(uri)) {
        const params: FileParams = { uri };
        const stored = await connection.sendRequest<string | null>(ReadFileRequest, params);
        if (stored === null) throw new Error(`${uri}: no such file`);
        waiting.append(uri, fromBase64(stored));
      }
      waiting.truncate(uri, length);
    },
    async rename(from, to) {
      if ((await size(to)) !== undefined) throw new Error(`${to}: there is such a file`);
      const moved = waiting.below(from);
      for (const uri of moved) await write(to + uri.slice(from.length), waiting.bytes(uri));
      for (const uri of moved) waiting.remove(uri);
      if (moved.length > 0) return;
      const params: RenameFileParams = { from, to };
      await connection.sendRequest<null>(RenameFileRequest, params);
    },
    async remove(uri) {
      for (const file of waiting.below(uri)) waiting.remove(file);
      const params: FileParams = { uri };
      await connection.sendRequest<null>(RemoveFileRequest, params);
    },
    async replaceAll(folder, changes): Promise<Replaced> {
      if (changes.length === 0) return { ok: true };
      const outside = changes.find(({ uri }) => !isBelow(uri, folder) || climbs(uri));
      if (outside) return { ok: false, uri: outside.uri, why: 'outside' };
      return connection.sendRequest<ReplacedView>(ReplaceAllRequest, replaceParams(changes));
    },
  };
}

function replaceParams(changes: readonly FileChange[]): ReplaceAllParams {
  return {
    changes: changes.map(({ uri, before, after }) => ({
      uri,
      before: before ? toBase64(before) : null,
      after: toBase64(after),
    })),
  };
}

/** Files that are written piece by piece and have no place yet. */
class WaitingFiles {
  private readonly files = new Map<string, Uint8Array[]>();
  private total = 0;

  has(uri: string): boolean {
    return this.files.has(uri);
  }

  /** Throws where it is more than can wait. */
  append(uri: string, bytes: Uint8Array): void {
    if (this.total + bytes.length > MOST_WAITING)
      throw new Error(`more than ${MOST_WAITING / 1e6} MB cannot be written from here`);
    this.total += bytes.length;
    const pieces = this.files.get(uri);
    if (pieces) pieces.push(bytes.slice());
    else this.files.set(uri, [bytes.slice()]);
  }

  bytes(uri: string): Uint8Array {
    const pieces = this.files.get(uri) ?? [];
    if (pieces.length === 1) return pieces[0] ?? new Uint8Array();
    const whole = new Uint8Array(pieces.reduce((sum, p) => sum + p.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    this.files.set(uri, [whole]);
    return whole;
  }

  truncate(uri: string, length: number): void {
    const whole = this.bytes(uri);
    this.total -= Math.max(0, whole.length - length);
    this.files.set(uri, [whole.slice(0, length)]);
  }

  remove(uri: string): void {
    this.total -= this.bytes(uri).length;
    this.files.delete(uri);
  }

  /** The file itself, or those in a folder. */
  below(uri: string): string[] {
    return [...this.files.keys()].filter((file) => file === uri || isBelow(file, uri));
  }
}

function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder.replace(/\/$/, '')}/`);
}

/** True for an address that leaves the folders that it names. */
function climbs(uri: string): boolean {
  return URI.parse(uri).path.split(/[/\\]/).includes('..');
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

/** In pieces that fit the argument limit of a call. */
function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(pieces.join(''));
}
