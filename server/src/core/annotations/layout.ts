import { isJson } from '../json/scan.ts';

/** A line of a sidecar's text: UTF-16 offsets, `end` before the line end, `next` after it. */
export interface SidecarLine {
  /** 0-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** A sidecar in line form: what stands on which line. */
export interface SidecarLayout {
  readonly eol: '\n' | '\r\n';
  /** Header lines such as `"pressmark":1,`. */
  readonly header: readonly SidecarLine[];
  /** One per annotation; the annotation's JSON ends one unit before the comma that ends the line's content. */
  readonly rows: readonly SidecarLine[];
  /** The line of the sentinel `null`. */
  readonly sentinel: SidecarLine;
}

/** The lines of a text. A lone CR ends no line, as in JSON it may stand between tokens. */
export function linesOf(text: string): SidecarLine[] {
  const lines: SidecarLine[] = [];
  for (let start = 0; start < text.length; ) {
    const lf = text.indexOf('\n', start);
    const next = lf < 0 ? text.length : lf + 1;
    let end = lf < 0 ? text.length : lf;
    if (lf > start && text[lf - 1] === '\r') end--;
    lines.push({ line: lines.length, start, end, next });
    start = next;
  }
  return lines;
}

/** The part of a line without JSON's blanks around it, and without a byte order mark at the text's start. */
export function trimLine(text: string, line: SidecarLine): { start: number; end: number; text: string } {
  let { start, end } = line;
  if (start === 0 && text.charCodeAt(0) === 0xfeff) start++;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (start < end && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end, text: text.slice(start, end) };
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9 || c === 13;
}

/**
 * Where everything stands in a sidecar in line form: `{`, header lines, `"annotations":[`, one annotation per line,
 * `null`, `]}`. Undefined for any other text. Rows are not yet known to be JSON.
 */
export function sidecarLayout(text: string): SidecarLayout | undefined {
  const lines = linesOf(text);
  const at = (i: number) => {
    const line = lines[i];
    return line ? trimLine(text, line).text : '';
  };
  if (at(0) !== '{') return undefined;
  let i = 1;
  const header: SidecarLine[] = [];
  for (; !/^"annotations" ?: ?\[$/.test(at(i)); i++) {
    const line = lines[i];
    if (!line || !/^"/.test(at(i)) || !at(i).endsWith(',') || !isJson(`{${at(i).slice(0, -1)}}`))
      return undefined;
    header.push(line);
  }
  const rows: SidecarLine[] = [];
  for (i++; at(i).endsWith(',') && at(i) !== 'null,'; i++) {
    const line = lines[i];
    if (line) rows.push(line);
  }
  const sentinel = lines[i];
  if (!sentinel || at(i) !== 'null' || at(i + 1) !== ']}') return undefined;
  if (lines.slice(i + 2).some((line) => trimLine(text, line).text !== '')) return undefined;
  return { eol: text[lines[0]?.end ?? 0] === '\r' ? '\r\n' : '\n', header, rows, sentinel };
}
