import { FORMATS } from '../../server/src/core/formats/registry.ts';
import { type ExportWish, plannedExport } from '../../server/src/service/datasets/exportPlan.ts';
import type { ExportRequest } from '../../server/src/service/datasets/exportRequest.ts';
import { exportToFolder, type FolderTarget } from '../../server/src/service/datasets/exportToFolder.ts';
import { type Cancellation, NEVER_CANCELLED, type Output } from '../../server/src/service/ports.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { FOLDER } from './lsp/client.ts';
import { MemoryHost } from './lsp/memoryHost.ts';

/** Where tests export to. */
export const OUT = `${FOLDER}-out`;

/** A host in memory that can be written to, and whose files have stamps. */
export class WritableHost extends MemoryHost {
  /** Throws before this many bytes were written in all: a disk that is full. */
  room = Number.POSITIVE_INFINITY;
  /** How many bytes were ever appended, by file. */
  readonly appended = new Map<string, number>();

  constructor() {
    super();
    Object.assign(this.files, {
      stamp: async (uri: string) => {
        const text = this.text(uri);
        return text === undefined ? undefined : `${text.length} ${text}`;
      },
    });
  }

  override readonly output: Output = {
    append: async (uri, bytes) => {
      const before = this.contents.get(uri) ?? new Uint8Array();
      const fits = bytes.subarray(0, Math.max(0, this.room));
      this.room -= bytes.length;
      this.appended.set(uri, (this.appended.get(uri) ?? 0) + fits.length);
      const after = new Uint8Array(before.length + fits.length);
      after.set(before);
      after.set(fits, before.length);
      this.contents.set(uri, after);
      if (this.room < 0) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    },
    size: async (uri) => this.contents.get(uri)?.length ?? (this.below(uri).length > 0 ? 0 : undefined),
    truncate: async (uri, size) => {
      this.contents.set(uri, (this.contents.get(uri) ?? new Uint8Array()).slice(0, size));
    },
    rename: async (from, to) => {
      if (this.below(to).length > 0) throw new Error('EEXIST');
      for (const uri of this.below(from)) {
        const bytes = this.contents.get(uri);
        if (bytes) this.contents.set(to + uri.slice(from.length), bytes);
        this.contents.delete(uri);
      }
    },
    remove: async (uri) => {
      for (const file of this.below(uri)) this.contents.delete(file);
    },
    sha256: async (uri) => `hash of ${this.contents.get(uri)?.length}`,
    replaceAll: async (_, changes) => {
      const stale = changes.find(({ uri, before }) => !sameBytes(this.contents.get(uri), before));
      if (stale) return { ok: false, uri: stale.uri, why: 'changed' };
      for (const { uri, after } of changes) this.contents.set(uri, after);
      return { ok: true };
    },
  };

  /** The files in a folder, by their paths in it. */
  folder(uri: string): Map<string, string> {
    const files = this.below(uri).sort();
    return new Map(files.map((file) => [file.slice(uri.length + 1), this.text(file) ?? '']));
  }

  private below(uri: string): string[] {
    return [...this.contents.keys()].filter((file) => file === uri || file.startsWith(`${uri}/`));
  }
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}

const USUAL: ExportWish = {
  to: 'brat',
  name: 'test',
  align: 'strict',
  options: new Map(),
  review: 'drop',
  empty: 'done',
  done: false,
  keepGoing: false,
  strict: false,
};

/** A corpus in memory that is exported. */
export class ExportedCorpus {
  readonly host = new WritableHost();
  readonly workspace: Workspace;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) this.host.write(`${FOLDER}/${path}`, content);
    this.workspace = this.open();
  }

  /** A workspace of another process: it knows nothing of before. */
  open(): Workspace {
    const workspace = new Workspace(this.host, { get: () => undefined, all: () => [] });
    workspace.projects.setWorkspaceFolders([FOLDER]);
    return workspace;
  }

  async request(wish: Partial<ExportWish> = {}, workspace = this.workspace): Promise<ExportRequest> {
    const uris = (await workspace.corpus.articles()).map((a) => a.uri);
    const request = await plannedExport(workspace, uris, { ...USUAL, ...wish });
    if ('refused' in request) throw new Error(request.refused.template);
    return request;
  }

  /** Exports into `OUT`, as a process of its own would. */
  async export(
    wish: Partial<ExportWish> = {},
    target: Partial<FolderTarget> = {},
    cancel: Cancellation = NEVER_CANCELLED,
  ) {
    const workspace = this.open();
    const request = await this.request(wish, workspace);
    const choice = { folder: OUT, force: false, resume: false, checkpointEvery: 2, ...target };
    const run = { cancel, progress: () => undefined };
    return exportToFolder(workspace, this.host.output, request, choice, run);
  }

  /** The files of the dataset. */
  get out(): Map<string, string> {
    return this.host.folder(OUT);
  }

  get unfinished(): Map<string, string> {
    return this.host.folder(`${OUT}.partial`);
  }
}

/** Formats that can be written. */
export const WRITABLE = FORMATS.filter((format) => format.open !== undefined);
