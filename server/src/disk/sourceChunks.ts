import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { SourceChunk } from '../service/entities/importing/ports.ts';
import { isCode } from './writeFile.ts';

/** What is read at once. */
const CHUNK = 1 << 18;
/** What of a packed file is read at once; a damage is told this exactly. */
const PACKED_CHUNK = 1 << 14;

/**
 * The bytes of a file from a byte on; where it begins as gzip does, inflated, member after member, and from that byte of
 * what it holds on. A gzip file that ends too early, or has anything but zeros behind its last member, is told as broken.
 */
export async function* sourceChunks(path: string, from: number): AsyncGenerator<SourceChunk> {
  let isGzip: boolean;
  try {
    isGzip = await beginsAsGzip(path);
  } catch (error) {
    yield { broken: 'unreadable', at: 0, detail: said(error) };
    return;
  }
  yield* isGzip ? inflated(path, from) : plain(path, from);
}

async function beginsAsGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function* plain(path: string, from: number): AsyncGenerator<SourceChunk> {
  let at = from;
  const stream = createReadStream(path, { start: from, highWaterMark: CHUNK });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      at += bytes.length;
      yield { bytes, consumed: at };
    }
  } catch (error) {
    yield { broken: 'unreadable', at, detail: said(error) };
  } finally {
    stream.destroy();
  }
}

async function* inflated(path: string, from: number): AsyncGenerator<SourceChunk> {
  const file = createReadStream(path, { highWaterMark: PACKED_CHUNK });
  const gunzip = createGunzip({ chunkSize: CHUNK });
  let fileError: unknown;
  file.on('error', (error) => {
    fileError = error;
    gunzip.destroy(error);
  });
  file.pipe(gunzip);
  let skip = from;
  try {
    for await (const bytes of gunzip as AsyncIterable<Buffer>) {
      const rest = bytes.subarray(Math.min(skip, bytes.length));
      skip -= bytes.length - rest.length;
      if (rest.length > 0) yield { bytes: rest, consumed: gunzip.bytesWritten };
    }
  } catch (error) {
    const at = gunzip.bytesWritten;
    if (fileError !== undefined) yield { broken: 'unreadable', at, detail: said(fileError) };
    else if (isCode(error, 'Z_BUF_ERROR')) yield { broken: 'cut-off', at, detail: said(error) };
    else yield { broken: 'damaged', at, detail: said(error) };
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
