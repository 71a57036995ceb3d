import type { ImportSource } from '../service/datasets/importRequest.ts';
import { joined } from '../service/uris.ts';
import type { ShownPlace } from './reportText.ts';

/** Finds the files that a report on an import names. */
export class Places {
  private readonly root: string;
  private readonly sources: readonly ImportSource[];

  /** `root`: URI of the project's folder; `sources`: the files and folders that were named. */
  constructor(root: string, sources: readonly ImportSource[]) {
    this.root = root;
    this.sources = sources;
  }

  /** A file of the import by the name that is told of it; else one of the project. `line` is 1-based. */
  file(name: string, line?: number): ShownPlace {
    const shown = line === undefined ? name : `${name}:${line}`;
    return { shown, uri: this.sourceOf(name), ...(line === undefined ? {} : { line }) };
  }

  /** An article by its path below the project's folder; line and column are 1-based. */
  article(path: string, at?: { readonly line: number; readonly column: number }): ShownPlace {
    const uri = joined(this.root, path);
    if (!at) return { shown: path, uri };
    return { shown: `${path}:${at.line}:${at.column}`, uri, line: at.line, column: at.column };
  }

  private sourceOf(name: string): string {
    for (const { uri, shown } of this.sources) {
      if (name === shown) return uri;
      const folder = `${shown.replace(/\/$/, '')}/`;
      if (name.startsWith(folder)) return joined(uri, name.slice(folder.length));
    }
    return joined(this.root, name);
  }
}
