import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder of ours may hold; what is more, or older, goes. */
export interface FolderBounds {
  /** The names of its files; all others are left alone. */
  readonly name: RegExp;
  readonly mostBytes: number;
  /** Milliseconds since a file was read or written. */
  readonly longestUnused: number;
  /** So many files are written between two looks at all of them; 1: it is looked at each time. */
  readonly writesPerLook: number;
}

/** What a process that died left half written (ms). */
const LONGEST_WRITING = 3600 * 1000;
const HALF_WRITTEN = /\.[0-9a-z-]+\.tmp$/;

/**
 * Files in a folder of their own. A file is put in place in one step, so that nobody reads half of one, however many
 * processes write it; what is old, and what is too much, is removed when something is put in.
 */
export class BoundedFolder {
  private readonly folder: string;
  private readonly bounds: FolderBounds;
  private writes = 0;

  constructor(folder: string, bounds: FolderBounds) {
    this.folder = folder;
    this.bounds = bounds;
  }

  /** Undefined where there is no such file, or it cannot be read. It counts as used. */
  async read(name: string): Promise<Buffer | undefined> {
    const file = join(this.folder, name);
    try {
      const bytes = await readFile(file);
      const now = new Date();
      await utimes(file, now, now).catch(() => undefined);
      return bytes;
    } catch {
      return undefined;
    }
  }

  /** True where there is such a file, which counts as used then. */
  async has(name: string): Promise<boolean> {
    const now = new Date();
    return utimes(join(this.folder, name), now, now).then(
      () => true,
      () => false,
    );
  }

  /** Rejects with what the disk says, and then leaves nothing behind. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const file = join(this.folder, name);
    const fresh = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(fresh, bytes, { flag: 'wx', mode: 0o600 });
      await rename(fresh, file);
      if (this.writes++ % this.bounds.writesPerLook === 0) await this.tidy(file);
    } catch (error) {
      await rm(fresh, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /** Removes what is old, and the longest unused as long as all of it is too much; never `kept`. */
  private async tidy(kept: string): Promise<void> {
    const now = Date.now();
    const files: { path: string; size: number; used: number }[] = [];
    for (const name of await readdir(this.folder)) {
      const longest = this.longestOf(name);
      if (longest === undefined) continue;
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (!found) continue;
      if (path !== kept && now - found.mtimeMs > longest) await rm(path, { force: true });
      else files.push({ path, size: found.size, used: found.mtimeMs });
    }
    let size = files.reduce((sum, file) => sum + file.size, 0);
    for (const file of files.sort((a, b) => a.used - b.used)) {
      if (size <= this.bounds.mostBytes) return;
      if (file.path === kept) continue;
      await rm(file.path, { force: true });
      size -= file.size;
    }
  }

  private longestOf(name: string): number | undefined {
    if (this.bounds.name.test(name)) return this.bounds.longestUnused;
    const whole = name.replace(HALF_WRITTEN, '');
    return whole !== name && this.bounds.name.test(whole) ? LONGEST_WRITING : undefined;
  }
}
