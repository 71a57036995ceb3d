import type { Output } from '../../../server/src/service/ports.ts';

/** Writes into files in memory, as a disk would. */
export function memoryOutput(contents: Map<string, Uint8Array>): Output {
  const below = (uri: string) => [...contents.keys()].filter((f) => f === uri || f.startsWith(`${uri}/`));
  const same = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
    a === undefined || b === undefined ? a === b : Buffer.from(a).equals(b);
  return {
    append: async (uri, bytes) => {
      contents.set(uri, new Uint8Array(Buffer.concat([contents.get(uri) ?? new Uint8Array(), bytes])));
    },
    size: async (uri) => contents.get(uri)?.length ?? (below(uri).length > 0 ? 0 : undefined),
    truncate: async (uri, size) => {
      contents.set(uri, (contents.get(uri) ?? new Uint8Array()).slice(0, size));
    },
    rename: async (from, to) => {
      if (below(to).length > 0) throw new Error('EEXIST');
      for (const uri of below(from)) {
        contents.set(to + uri.slice(from.length), contents.get(uri) ?? new Uint8Array());
        contents.delete(uri);
      }
    },
    remove: async (uri) => {
      for (const file of below(uri)) contents.delete(file);
    },
    replaceAll: async (folder, changes) => {
      for (const { uri, before } of changes) {
        if (!uri.startsWith(`${folder}/`)) return { ok: false, uri, why: 'outside' };
        if (!same(contents.get(uri), before)) return { ok: false, uri, why: 'changed' };
      }
      for (const { uri, after } of changes) contents.set(uri, after);
      return { ok: true };
    },
  };
}
