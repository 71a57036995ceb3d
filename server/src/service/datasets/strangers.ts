import type { ExportedFile } from '../../core/formats/report.ts';
import { parseJson } from '../../core/json/scan.ts';

// Every host has it, but neither ES nor LSP types know it.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

/** Files about a dataset, of which its `export.json` does not tell. */
const ABOUT: ReadonlySet<string> = new Set([
  'export.json',
  'README.md',
  'croissant.json',
  'split.jsonl',
  'split.json',
]);

/**
 * The first of the files in an export's folder (paths in it) that no export wrote, as far as its `export.json` tells:
 * of a format with files for every article that says only how many there are of each ending. Undefined where there is
 * none.
 */
export function strangerAmong(paths: readonly string[], exportJson: Uint8Array): string | undefined {
  const files = filesIn(new TextDecoder('utf-8').decode(exportJson));
  const named = new Set(files.flatMap((f) => (f.kind === 'file' ? [f.path] : [])));
  const others = paths.filter((path) => !named.has(path) && !ABOUT.has(path));
  const left = new Map(
    files.flatMap((f) => (f.kind === 'files' ? [[keyOf(f.folder, f.ending), f.files]] : [])),
  );
  for (const path of others) {
    const key = keyOf(path.slice(0, path.indexOf('/') + 1), endingOf(path));
    const count = left.get(key) ?? 0;
    if (count === 0) return path;
    left.set(key, count - 1);
  }
  return undefined;
}

/** The ending of a file's name, with its dot; empty where it has none. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot);
}

function keyOf(folder: string, ending: string): string {
  return `${folder} ${ending}`;
}

function filesIn(json: string): readonly ExportedFile[] {
  const value = parseJson(json)?.value;
  const isObject = typeof value === 'object' && value !== null && 'files' in value;
  // Whoever writes another file of that name into a folder has not written what it says there.
  return isObject && Array.isArray(value.files) ? (value.files as ExportedFile[]) : [];
}
