import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { build } from '../../scripts/build.mjs';

/** The bundle that ships. */
export const BUNDLE = join(import.meta.dirname, '../../dist/cli/pressmark.js');

/** Builds what is out of date. */
export async function buildCommandLine(): Promise<void> {
  await build();
}

const CACHE = join(tmpdir(), 'pressmark-test-cache');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test, with files. */
export class Corpus {
  readonly folder = mkdtempSync(join(tmpdir(), 'pressmark-cli-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Runs the command line in this folder. */
  run(args: readonly string[], input = ''): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [BUNDLE, ...args], {
        cwd: this.folder,
        // What is kept of the articles of tests is none of the user's.
        env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || CACHE },
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk) => {
        err += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
      // A command that does not read its input may be gone before all of it is written.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }

  /** Runs the command line and reads its JSON by its contract. */
  async json<T>(contract: v.GenericSchema<unknown, T>, ...args: string[]): Promise<T> {
    const { out } = await this.run(args);
    return v.parse(contract, JSON.parse(out));
  }
}
