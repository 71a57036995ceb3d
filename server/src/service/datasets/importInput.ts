import { isSidecar } from '../../core/annotations/sidecarNames.ts';
import type { Format, FormatOption, InputFile, ReadItem, ReadOptions } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/registry.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Host } from '../ports.ts';
import { PROJECT_FILE } from '../projects.ts';
import { baseName, folderOf, joined, relativePath } from '../uris.ts';
import type { ImportProblem } from './importReport.ts';
import type { ImportRequest, ImportSource } from './importRequest.ts';

// Every host has it, but neither ES nor LSP types know it.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

/** A file that may be read, and its name below what was named: its own, or the path from the named folder. */
export interface FoundFile extends ImportSource {
  readonly name: string;
  /** It was named itself, not a folder above it. */
  readonly named: boolean;
}

/** What an import adds is held until all of it is written at once: five times as much as the file, measured. */
export const MAX_INPUT_BYTES = 400_000_000;
/** Of all files of an import together. */
export const MAX_ALL_BYTES = 600_000_000;
/** Characters by which formats are recognised. */
const HEAD = 4096;

/** Formats that can be read. */
export function readableFormats(): Format[] {
  return FORMATS.filter((format) => format.read !== undefined);
}

/** The files that a request names: files as they are, of folders those whose endings formats have. Sorted within a folder. */
export async function foundFiles(
  host: Host,
  { sources, format }: Pick<ImportRequest, 'sources' | 'format'>,
): Promise<{ readonly files: readonly FoundFile[]; readonly problems: readonly ImportProblem[] }> {
  const files = new Map<string, FoundFile>();
  const problems: ImportProblem[] = [];
  const endings = [...new Set((format ? [format] : readableFormats()).flatMap((f) => f.endings))];
  for (const { uri, shown } of sources) {
    if (await isFile(host, uri)) {
      files.set(uri, { uri, shown, name: baseName(uri), named: true });
      continue;
    }
    const include = endings.flatMap((e) =>
      [...new Set([e, e.toUpperCase()])].map((ending) => `**/*${ending}`),
    );
    const below = await host.files.list({
      folder: uri,
      include,
      exclude: ['**/.*/**', '**/node_modules/**'],
    });
    const beside = companionsOf(below);
    const own = below.filter((u) => !isSidecar(u) && !NO_DATA.has(baseName(u)) && !beside.has(u));
    if (own.length === 0) {
      const message = msg(
        'There is nothing here to import: no such file, or a folder without files ending in {0}.',
        endings.join(' '),
      );
      problems.push({ file: shown, code: 'import/nothing', severity: 'error', message });
    }
    for (const one of own) {
      const name = relativePath(uri, one) ?? baseName(one);
      if (!files.has(one))
        files.set(one, { uri: one, shown: `${shown.replace(/\/$/, '')}/${name}`, name, named: false });
    }
  }
  return { files: [...files.values()], problems };
}

/** What stands in folders of datasets and has no annotations: our own files about an export, and the project's. */
const NO_DATA: ReadonlySet<string> = new Set([
  PROJECT_FILE,
  'export.json',
  'losses.jsonl',
  'split.jsonl',
  'split.json',
  'croissant.json',
]);

/** Files that are read along with others: the text beside brat's annotations. */
function companionsOf(uris: readonly string[]): ReadonlySet<string> {
  const beside = new Set<string>();
  for (const uri of uris) {
    const name = baseName(uri);
    for (const format of readableFormats()) {
      if (!format.companions || !format.endings.some((ending) => name.toLowerCase().endsWith(ending)))
        continue;
      for (const companion of format.companions(name)) beside.add(joined(folderOf(uri), companion));
    }
  }
  return beside;
}

/** False for folders, and for what is not there. What is too large to be read is a file. */
async function isFile(host: Host, uri: string): Promise<boolean> {
  const size = await host.output?.size(uri).catch(() => undefined);
  return (size ?? 0) > MAX_INPUT_BYTES || (await host.files.read(uri)) !== undefined;
}

/** A file of a known format, with what lies beside it. */
export interface OpenInput {
  readonly format: Format;
  readonly recognised: boolean;
  readonly file: InputFile;
  readonly options: ReadOptions;
}

/** `passed`: a file of a folder that is no format's. */
export type OpenedInput = OpenInput | { readonly passed: true } | { readonly problem: ImportProblem };

/** Reads a file and finds out what format it has. */
export async function openInput(host: Host, found: FoundFile, request: ImportRequest): Promise<OpenedInput> {
  const failed = (code: string, message: Message): OpenedInput => ({
    problem: { file: found.shown, code, severity: 'error', message },
  });
  const size = await host.output?.size(found.uri).catch(() => undefined);
  if (size !== undefined && size > MAX_INPUT_BYTES) {
    return failed(
      'import/too-large',
      msg(
        'This file has {0} MB; {1} MB can be read at once. Split it into several files.',
        Math.ceil(size / 1e6),
        MAX_INPUT_BYTES / 1e6,
      ),
    );
  }
  const bytes = await host.files.read(found.uri);
  if (!bytes)
    return failed(
      'import/unreadable',
      msg('This file cannot be read. Check that it is there and that you may read it.'),
    );
  const format = request.format ?? recognised(found.name, bytes);
  if (format === undefined) {
    if (!found.named) return { passed: true };
    return failed(
      'import/unknown-format',
      msg(
        'No format recognises this file. Say which one it has with --from: {0}.',
        readableFormats()
          .map((f) => f.name)
          .join(', '),
      ),
    );
  }
  if (Array.isArray(format)) {
    return failed(
      'import/several-formats',
      msg(
        'This file may have one of these formats: {0}. Say which with --from.',
        format.map((f: Format) => f.name).join(', '),
      ),
    );
  }
  const beside = new Map<string, Uint8Array>();
  for (const name of format.companions?.(found.name) ?? []) {
    const companion = await host.files.read(joined(folderOf(found.uri), name));
    if (companion) beside.set(name, companion);
  }
  return {
    format,
    recognised: request.format === undefined,
    file: { path: found.name, bytes, beside },
    options: { options: optionsOf(format, request.options) },
  };
}

/** The format that a file has most surely; several where that cannot be told. */
function recognised(path: string, bytes: Uint8Array): Format | Format[] | undefined {
  // What is cut in the middle of a character is of no use to anybody.
  const [a, b] = bytes;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  const head = new TextDecoder(label).decode(bytes.subarray(0, 4 * HEAD)).slice(0, HEAD);
  const scored = readableFormats().map((format) => ({ format, score: format.recognise(path, head) }));
  const most = Math.max(...scored.map((s) => s.score));
  if (!(most > 0)) return undefined;
  const best = scored.filter((s) => s.score === most).map((s) => s.format);
  return best.length === 1 ? best[0] : best;
}

function optionsOf(format: Format, chosen: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(format.options.map((o) => [o.name, chosen.get(o.name) ?? o.byDefault]));
}

/** Options that are read by a format. */
export function readOptions(format: Format): FormatOption[] {
  return format.options.filter((option) => option.uses !== 'write');
}

/** What is wrong with the options of a request, given the formats that it may read; undefined where nothing is. */
export function optionProblem(
  formats: readonly Format[],
  options: ReadonlyMap<string, string>,
): Message | undefined {
  for (const [name, value] of options) {
    const known = formats.flatMap((format) => readOptions(format).filter((o) => o.name === name));
    if (known.length === 0) {
      const all = [...new Set(formats.flatMap((f) => readOptions(f).map((o) => o.name)))];
      return all.length === 0
        ? msg('There is no option “{0}”: this format has none for reading.', name)
        : msg('There is no option “{0}”. For reading there are: {1}.', name, all.join(', '));
    }
    const fits = known.filter((o) => !o.values || o.values.includes(value));
    if (fits.length === 0)
      return msg(
        'The option “{0}” may be: {1}.',
        name,
        [...new Set(known.flatMap((o) => o.values ?? []))].join(', '),
      );
    const said = fits.map((o) => (o.values ? undefined : o.problem?.(value)));
    if (said.every((m) => m !== undefined)) return said[0];
  }
  return undefined;
}

/** Everything that reading a file gives, one after the other. */
export async function* itemsOf({ format, file, options }: OpenInput): AsyncGenerator<ReadItem> {
  yield* format.read?.(file, options) ?? [];
}
