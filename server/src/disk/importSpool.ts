import { createReadStream } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { Spool } from '../service/entities/importing/ports.ts';

/** A process that died leaves its lock behind (ms). */
const STALE_MS = 10_000;
/** Lines that are given at once. */
const LINES = 500;
const STATE = 'state.json';

/**
 * What an import has under way, in a folder of its own: a file for each part, and one with how far it is. Undefined where
 * another process is at it.
 */
export async function importSpool(folder: string, parts: number): Promise<Spool | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let isLost = false;
  const release = await lock(folder, {
    realpath: false,
    stale: STALE_MS,
    onCompromised: () => {
      isLost = true;
    },
  }).catch(() => undefined);
  if (release === undefined) return undefined;
  const file = (part: number) => join(folder, `part-${part}.jsonl`);
  const all = Array.from({ length: parts }, (_, part) => file(part));
  const written = new Set<string>();
  return {
    state: () => readFile(join(folder, STATE), 'utf8').catch(() => undefined),

    async append(part, text) {
      if (isLost) throw new Error(`${folder}: another process has taken this import over`);
      written.add(file(part));
      await writeFile(file(part), text, { flag: 'a', mode: 0o600 });
    },

    async save(state) {
      for (const path of written) await synced(path);
      written.clear();
      const fresh = join(folder, `${STATE}.tmp`);
      await writeFile(fresh, state, { mode: 0o600, flush: true });
      await rename(fresh, join(folder, STATE));
    },

    sizes: () => Promise.all(all.map(sizeOf)),

    async cut(sizes) {
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        if (name.startsWith('part-') && !all.includes(path)) await rm(path, { force: true });
      }
      let isWhole = true;
      for (const [part, path] of all.entries()) {
        const wanted = sizes[part] ?? 0;
        const size = await sizeOf(path);
        if (size < wanted) isWhole = false;
        else if (size > wanted) await truncate(path, wanted);
      }
      return isWhole;
    },

    lines: (part) => linesOf(file(part)),

    async close(done) {
      // Nobody else may find it half removed.
      if (done) for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
      await release().catch(() => undefined);
      if (done) await rmdir(folder).catch(() => undefined);
    },
  };
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function* linesOf(path: string): AsyncGenerator<readonly string[]> {
  if ((await sizeOf(path)) === 0) return;
  let lines: string[] = [];
  // No name holds a line end, and JSON writes U+2028 as it is: only LF ends a line here.
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 });
  let rest = '';
  try {
    for await (const chunk of stream as AsyncIterable<string>) {
      const pieces = (rest + chunk).split('\n');
      rest = pieces.pop() ?? '';
      for (const piece of pieces) lines.push(piece);
      if (lines.length < LINES) continue;
      yield lines;
      lines = [];
    }
  } finally {
    stream.destroy();
  }
  if (rest !== '') lines.push(rest);
  if (lines.length > 0) yield lines;
}
