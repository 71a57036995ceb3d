import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { buildData } from '../../../scripts/data/build-data.mjs';
import type { History, Host, KeptTexts, Output } from '../../../server/src/service/ports.ts';
import { relativePath } from '../../../server/src/service/uris.ts';

const DATA = join(import.meta.dirname, '../../../.cache/test-data');
let built: Promise<unknown> | undefined;

/** A host whose files are in memory; the language data are the real ones. */
export class MemoryHost implements Host {
  readonly contents = new Map<string, Uint8Array>();
  readonly lines: string[] = [];
  /** A test may bring what version control knows. */
  history?: History;
  keptTexts?: KeptTexts;
  /** A test may let the server write. */
  output?: Output;
  pauses = 0;
  private seed = 1;

  readonly files = {
    read: async (uri: string) => this.contents.get(URI.parse(uri).toString()),
    list: async (query: { folder: string; include: readonly string[]; exclude: readonly string[] }) => {
      const wanted = picomatch([...query.include], { ignore: [...query.exclude] });
      return [...this.contents.keys()].filter((uri) => {
        const path = relativePath(query.folder, uri);
        return path !== undefined && wanted(path);
      });
    },
  };

  write(uri: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.contents.set(URI.parse(uri).toString(), bytes);
  }

  text(uri: string): string | undefined {
    const bytes = this.contents.get(URI.parse(uri).toString());
    return bytes && new TextDecoder().decode(bytes);
  }

  async data(name: string): Promise<Uint8Array> {
    built ??= buildData(DATA);
    await built;
    return readFile(join(DATA, name));
  }

  now(): number {
    return performance.now();
  }

  async pause(): Promise<void> {
    this.pauses += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }

  time(): string {
    return '2026-01-02T03:04:05Z';
  }

  /** Not random, so that a failing test fails again. */
  random(): number {
    this.seed = (this.seed * 48271) % 2147483647;
    return this.seed / 2147483647;
  }

  log(line: string): void {
    this.lines.push(line);
  }
}
