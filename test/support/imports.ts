import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { FORMATS } from '../../server/src/core/formats/registry.ts';
import { carryOutImport } from '../../server/src/service/datasets/importCarryOut.ts';
import { importDataset } from '../../server/src/service/datasets/importing.ts';
import type { ImportPlan } from '../../server/src/service/datasets/importReport.ts';
import type { ImportRequest } from '../../server/src/service/datasets/importRequest.ts';
import { NEVER_CANCELLED } from '../../server/src/service/ports.ts';
import { joined } from '../../server/src/service/uris.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { WritableHost } from './exports.ts';
import { FOLDER } from './lsp/client.ts';

/** Where tests import from. */
export const IN = `${FOLDER}-in`;

/** Formats that can be read and written. */
export const BOTH_WAYS = FORMATS.filter((format) => format.open && format.read);

/** A corpus in memory that files are imported into. */
export class ImportedCorpus {
  readonly host = new WritableHost();

  /** `files`: of the corpus, below its folder. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.host.write(joined(FOLDER, path), content);
  }

  /** Puts a file where tests import from. */
  give(path: string, content: string | Uint8Array): void {
    this.host.write(joined(IN, path), content);
  }

  /** Everything of the corpus, by path. */
  get files(): Map<string, string> {
    return this.host.folder(FOLDER);
  }

  /** Plans an import of all that was given, or of some files of it, as a process of its own would. */
  async plan(
    from: string,
    wish: Partial<ImportRequest> = {},
    paths: readonly string[] = [''],
  ): Promise<ImportPlan> {
    return importDataset(this.open(), requestOf(from, wish, paths), NEVER_CANCELLED, () => undefined);
  }

  /** Plans it and carries it out. */
  async import(
    from: string,
    wish: Partial<ImportRequest> = {},
    paths: readonly string[] = [''],
  ): Promise<ImportPlan> {
    const workspace = this.open();
    const plan = await importDataset(
      workspace,
      requestOf(from, wish, paths),
      NEVER_CANCELLED,
      () => undefined,
    );
    const failure = await carryOutImport(workspace, plan);
    if (failure) throw new Error(failure.template);
    return plan;
  }

  /** The annotations of a sidecar. */
  annotations(path: string) {
    return annotationsOf(parseSidecar(this.host.text(joined(FOLDER, path)) ?? ''));
  }

  private open(): Workspace {
    const workspace = new Workspace(this.host, { get: () => undefined, all: () => [] });
    workspace.projects.setWorkspaceFolders([FOLDER]);
    return workspace;
  }
}

function requestOf(from: string, wish: Partial<ImportRequest>, paths: readonly string[]): ImportRequest {
  const format = FORMATS.find((f) => f.name === from);
  return {
    sources: paths.map((path) => ({
      uri: path === '' ? IN : joined(IN, path),
      shown: path === '' ? 'in' : path,
    })),
    ...(format ? { format } : {}),
    options: new Map(),
    into: FOLDER,
    annotators: new Map(),
    names: new Map(),
    unknownNames: 'refuse',
    offsets: 'auto',
    ...wish,
  };
}
