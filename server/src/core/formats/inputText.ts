import { msg } from '../message.ts';
import type { FileProblem } from './readArticle.ts';

// Every host has it, browser workers too, but neither ES nor LSP types know it.
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

/** What a file's bytes say, or why they say nothing. */
export type InputText =
  | { readonly ok: true; readonly text: string; readonly bom: boolean }
  | { readonly ok: false; readonly problem: FileProblem };

/** Above this a file cannot become one string on every engine; formats of lines are read line by line and may be larger. */
export const MAX_INPUT_TEXT_BYTES = 400_000_000;

/**
 * The text of a file without its byte order mark: UTF-8, or UTF-16 where a mark says so, or `encoding` (a name that
 * the Encoding Standard knows) where the file declares one. Line ends stay as they are.
 */
export function inputText(bytes: Uint8Array, encoding?: string): InputText {
  if (bytes.length > MAX_INPUT_TEXT_BYTES) {
    const message = msg(
      'This file has {0} MB; {1} MB of this format can be read at once. Split it into several files.',
      Math.ceil(bytes.length / 1e6),
      MAX_INPUT_TEXT_BYTES / 1e6,
    );
    return { ok: false, problem: { code: 'file/too-large', severity: 'error', message } };
  }
  if (isArchive(bytes)) return { ok: false, problem: ARCHIVE };
  const marked = markedEncoding(bytes);
  const label = marked?.label ?? encoding ?? 'utf-8';
  try {
    const body = marked ? bytes.subarray(marked.length) : bytes;
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(body);
    return { ok: true, text, bom: marked !== undefined };
  } catch (error) {
    return { ok: false, problem: undecodable(bytes, label, error) };
  }
}

/** A line of a file: its text without line end, or why it cannot be read. */
export type InputLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: FileProblem };

/** The lines of a file, decoded one at a time, so that a file larger than any string can be read. `number` is 1-based. */
export function* inputLines(bytes: Uint8Array): Generator<InputLine> {
  if (isArchive(bytes)) {
    yield { number: 1, problem: ARCHIVE };
    return;
  }
  const marked = markedEncoding(bytes);
  if (marked && marked.label !== 'utf-8') {
    const decoded = inputText(bytes);
    if (!decoded.ok) yield { number: 1, problem: decoded.problem };
    else for (const [i, text] of decoded.text.split(/\r\n|\n/).entries()) yield { number: i + 1, text };
    return;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  for (let start = marked?.length ?? 0; start < bytes.length; ) {
    number++;
    const found = bytes.indexOf(LF, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end > start && bytes[end - 1] === CR ? end - 1 : end);
    try {
      yield { number, text: decoder.decode(line) };
    } catch {
      const message = msg('This line is not valid UTF-8. Save the file again as UTF-8.');
      yield { number, problem: { code: 'file/encoding', severity: 'error', message, line: number } };
    }
    start = end + 1;
  }
}

const LF = 10;
const CR = 13;

/** An archive may unpack to any size: whoever has one knows better than we what is in it. */
const ARCHIVE: FileProblem = {
  code: 'file/archive',
  severity: 'error',
  message: msg('This file is an archive. Unpack it first, and name the files that were in it.'),
};

/** zip, gzip, bzip2, xz and zstd, by their first bytes. */
function isArchive(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (
    (a === 0x50 && b === 0x4b && (c === 3 || c === 5) && (d === 4 || d === 6)) ||
    (a === 0x1f && b === 0x8b) ||
    (a === 0x42 && b === 0x5a && c === 0x68) ||
    (a === 0xfd && b === 0x37 && c === 0x7a) ||
    (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd)
  );
}

function markedEncoding(bytes: Uint8Array): { readonly label: string; readonly length: number } | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', length: 2 };
  return undefined;
}

function undecodable(bytes: Uint8Array, label: string, error: unknown): FileProblem {
  if (error instanceof RangeError) {
    const message = msg('The encoding “{0}” is not known here. Save the file again as UTF-8.', label);
    return { code: 'file/encoding', severity: 'error', message };
  }
  const line = label === 'utf-8' ? badLine(bytes) : undefined;
  const message = msg('This file is not valid {0}. Save it again as UTF-8.', label.toUpperCase());
  return { code: 'file/encoding', severity: 'error', message, ...(line === undefined ? {} : { line }) };
}

function badLine(bytes: Uint8Array): number | undefined {
  for (const line of inputLines(bytes)) if ('problem' in line) return line.number;
  return undefined;
}
