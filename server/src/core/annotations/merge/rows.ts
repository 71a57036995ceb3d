import { nestingDepth, parseJson } from '../../json/scan.ts';
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

/** Reads the sides of one merge; a line that several sides have is looked at once. */
export class RowsReader {
  private readonly ids = new Map<string, string | undefined>();

  /**
   * The lines of a sidecar's text; an empty one has none. Not ok where the file cannot be written again without losing
   * something; `rows` then holds what can be read of it.
   */
  read(text: string): ReadRows {
    return this.readCanonical(text) ?? readAny(text);
  }

  /** A text as Pressmark writes it, which nearly all are; undefined for any other. */
  private readCanonical(text: string): ReadRows | undefined {
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
      if (!content?.endsWith(',')) return undefined;
      const line = content.slice(0, -1);
      const id = this.idOf(line);
      if (id === undefined) return undefined;
      rows.push({ id, line });
    }
    return { ok: true, sidecar: { bom: false, eol, header: [VERSION_LINE], rows } };
  }

  private idOf(line: string): string | undefined {
    const known = this.ids.get(line);
    if (known !== undefined) return known;
    const isLine = line.startsWith('{') && nestingDepth(line) <= MAX_SIDECAR_DEPTH - OUTER_DEPTH;
    const value = isLine ? parseJson(line)?.value : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    const id: unknown = Object.hasOwn(value, 'id') ? Reflect.get(value, 'id') : '';
    const found = typeof id === 'string' ? id : '';
    this.ids.set(line, found);
    return found;
  }
}

/** The text of a sidecar that holds these lines. */
export function rowsText({ bom, eol, header, rows }: SidecarRows): string {
  const lines = ['{', ...header, '"annotations":[', ...rows.map((row) => `${row.line},`), 'null', ']}', ''];
  return `${bom ? '\ufeff' : ''}${lines.join(eol)}`;
}

function readAny(text: string): ReadRows {
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
