import { parseJson } from '../../json/scan.ts';
import { type Message, msg } from '../../message.ts';
import { sidecarLayout, trimLine } from '../layout.ts';
import { MAX_SIDECAR_DEPTH, MAX_SIDECAR_LENGTH, parseSidecar } from '../parse.ts';
import { SIDECAR_VERSION } from '../schema.ts';
import { annotationLine } from '../serialize.ts';

/** An annotation as a line of a sidecar: one JSON value without the comma. */
export interface Row {
  /** Empty where it has none. */
  readonly id: string;
  readonly line: string;
}

/** A sidecar's text as lines that can be merged. */
export interface SidecarRows {
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n';
  /** The lines between `{` and the list, with their commas. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export type ReadRows =
  | { readonly ok: true; readonly sidecar: SidecarRows }
  | { readonly ok: false; readonly reason: Message; readonly rows: readonly Row[] };

const VERSION_LINE = `"pressmark":${SIDECAR_VERSION},`;
/** Brackets that a sidecar's root and list are. */
const OUTER_DEPTH = 2;

/**
 * The lines of a sidecar's text; an empty one has none. Not ok where the file cannot be written again without losing
 * something; `rows` then holds what can be read of it. Whether each line is JSON is left to `isSound` for a text in the
 * form in which Pressmark writes it: nearly all lines of a merge stand on both sides, and need no look.
 */
export function readRows(text: string): ReadRows {
  return readCanonical(text) ?? readAny(text);
}

/**
 * False where a line that this side brings into the merge is no annotation's JSON, or has another id than it seems: then
 * `readAny` has to look at the text as a whole. A line that both sides have stays as it is in any merge, and of one that
 * is as it was in the base the other side's is taken.
 */
export function isSound(rows: Indexed, other: Indexed, base: Indexed): boolean {
  return rows.rows.every(
    ({ id, line }) => base.lines.get(id) === line || other.lines.get(id) === line || soundId(line) === id,
  );
}

/** Lines, and what each id says. */
export interface Indexed {
  readonly rows: readonly Row[];
  /** Of an id that stands twice, the first. */
  readonly lines: ReadonlyMap<string, string>;
  /** Ids that stand twice. */
  readonly doubled: readonly string[];
}

export function indexed(rows: readonly Row[]): Indexed {
  const lines = new Map<string, string>();
  const doubled: string[] = [];
  for (const { id, line } of rows) {
    if (lines.has(id)) doubled.push(id);
    else lines.set(id, line);
  }
  return { rows, lines, doubled };
}

/** A text as Pressmark writes it, which nearly all are; undefined for any other. */
function readCanonical(text: string): ReadRows | undefined {
  if (text.length > MAX_SIDECAR_LENGTH) return undefined;
  const eol = text.startsWith('{\r\n') ? '\r\n' : '\n';
  const lines = text.split(eol);
  const last = lines.length - 3;
  if (lines[0] !== '{' || lines[1] !== VERSION_LINE || lines[2] !== '"annotations":[') return undefined;
  if (last < 3 || lines[last] !== 'null' || lines[last + 1] !== ']}' || lines[last + 2] !== '')
    return undefined;
  const rows: Row[] = [];
  for (let i = 3; i < last; i++) {
    const content = lines[i];
    if (!content?.endsWith('},')) return undefined;
    const line = content.slice(0, -1);
    const id = idAtStart(line) ?? soundId(line);
    if (id === undefined) return undefined;
    rows.push({ id, line });
  }
  return { ok: true, sidecar: { bom: false, eol, header: [VERSION_LINE], rows } };
}

const ID_START = '{"id":"';

function idAtStart(line: string): string | undefined {
  if (!line.startsWith(ID_START)) return undefined;
  const id = line.slice(ID_START.length, line.indexOf('"', ID_START.length));
  return id.includes('\\') ? undefined : id;
}

/** The id of an annotation's JSON, empty where it has none; undefined for any other text. */
function soundId(line: string): string | undefined {
  const value = line.startsWith('{') ? parseJson(line)?.value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (isDeeper(value, MAX_SIDECAR_DEPTH - OUTER_DEPTH)) return undefined;
  const id: unknown = Object.hasOwn(value, 'id') ? Reflect.get(value, 'id') : '';
  return typeof id === 'string' ? id : '';
}

/** True where brackets nest deeper than this in a value. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** The text of a sidecar that holds these lines. */
export function rowsText({ bom, eol, header, rows }: SidecarRows): string {
  const lines = ['{', ...header, '"annotations":[', ...rows.map((row) => `${row.line},`), 'null', ']}', ''];
  return `${bom ? '\ufeff' : ''}${lines.join(eol)}`;
}

/** The lines of any text, each of them looked at. */
export function readAny(text: string): ReadRows {
  const sidecar = parseSidecar(text);
  const layout = sidecarLayout(text);
  const isInLines = layout?.rows.length === sidecar.annotations.length;
  const rows = sidecar.annotations.map(({ annotation, start, end }) => ({
    id: annotation.id,
    line: isInLines ? text.slice(start, end) : annotationLine(annotation),
  }));
  if (!sidecar.writable) {
    const obstacle = sidecar.problems.find((p) => p.severity === 'error');
    const reason =
      obstacle?.message ?? msg('This annotation file cannot be changed without losing something.');
    return { ok: false, reason, rows };
  }
  const header = isInLines ? (layout?.header ?? []).map((line) => trimLine(text, line).text) : [VERSION_LINE];
  const eol = (layout?.eol ?? (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n')) === '\r\n' ? '\r\n' : '\n';
  return { ok: true, sidecar: { bom: text.startsWith('\ufeff'), eol, header, rows } };
}
