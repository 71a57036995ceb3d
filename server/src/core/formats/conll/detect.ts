import { type InputLine, inputLines } from '../inputText.ts';
import type { ColumnKind, Columns } from './columns.ts';
import { DOCSTART, headOfComment } from './document.ts';
import { decodeTags, isTag, readTag, type Scheme, type Tag } from './schemes.ts';

/** How the cells of a line are parted. */
export type Separator = 'tab' | 'blank';

/** What a file looks like. */
export interface Layout {
  readonly columns: Columns;
  readonly separator: Separator;
  /** `io`: labels without prefixes. */
  readonly scheme: Scheme | 'io';
}

/** Lines with tokens that are looked at: enough to meet the labels of a corpus, and read in a blink. */
const SAMPLE = 20_000;

/** A column is what at least this share of its cells are: a few that are broken are to be told, not to hide it. */
const MOSTLY = 0.95;

/** A column of more values than this holds no labels. */
const MOST_LABELS = 40;

/** Labels of the chunk column of CoNLL-2000 and CoNLL-2003, which looks like one of names. */
const CHUNKS: ReadonlySet<string> = new Set('ADJP ADVP CONJP INTJ LST NP O PP PRT SBAR UCP VP'.split(' '));

/** The cells of a line: between tabs, or between runs of blanks. */
export function cellsOf(line: string, separator: Separator): string[] {
  return separator === 'tab' ? line.replace(/\t+$/, '').split('\t') : line.trim().split(/[ \t]+/);
}

/**
 * Finds out how a file is laid out, from its first 20,000 tokens, where the options do not say. Undefined for a file
 * that has no column of tags.
 */
export function detectLayout(
  bytes: Uint8Array,
  chosen: { readonly columns?: Columns; readonly separator?: Separator; readonly scheme?: Scheme },
): Layout | undefined {
  return layoutOf(inputLines(bytes), chosen);
}

/** The same for lines that are there already. */
export function layoutOf(
  lines: Iterable<InputLine>,
  chosen: { readonly columns?: Columns; readonly separator?: Separator; readonly scheme?: Scheme },
): Layout | undefined {
  const sentences = sampleOf(lines);
  const all = sentences.flat();
  if (all.length === 0) return undefined;
  const tabs = all.filter((line) => line.includes('\t')).length;
  const separator = chosen.separator ?? (2 * tabs > all.length ? 'tab' : 'blank');
  const rows = sentences.map((sentence) => sentence.map((line) => cellsOf(line, separator)));
  const width = commonestWidth(rows.flat());
  const fitting = rowsOf(rows, width);
  const columns = chosen.columns ?? columnsOf(fitting, width);
  if (!columns) return undefined;
  const scheme = chosen.scheme ?? schemeOf(fitting, columns);
  return { columns, separator, scheme };
}

/** The first sentences, without what stands between them. */
function sampleOf(lines: Iterable<InputLine>): string[][] {
  const sentences: string[][] = [[]];
  let count = 0;
  for (const line of lines) {
    if ('problem' in line) continue;
    const blank = line.text.trim() === '';
    if (blank) {
      if (sentences.at(-1)?.length !== 0) sentences.push([]);
    } else if (!line.text.startsWith(DOCSTART) && !headOfComment(line.text)) {
      sentences.at(-1)?.push(line.text);
      if (++count === SAMPLE) break;
    }
  }
  return sentences;
}

/** The rows of the usual width. Those that begin with `#` and end in no tag may be comments, where there are others. */
function rowsOf(sentences: readonly (readonly string[][])[], width: number): string[][][] {
  const fitting = sentences.map((sentence) => sentence.filter((cells) => cells.length === width));
  const sure = fitting.map((sentence) =>
    sentence.filter((cells) => !cells[0]?.startsWith('#') || isTag(cells.at(-1) ?? '')),
  );
  return sure.some((sentence) => sentence.length > 0) ? sure : fitting;
}

function commonestWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/**
 * The last column is one of tags, and those before it that hold nothing else (a second layer), unless they are
 * chunks; or the first, where the last holds the tokens. The token is the first column that is no number of its line.
 */
function columnsOf(
  sentences: readonly (readonly (readonly string[])[])[],
  width: number,
): Columns | undefined {
  const rows = sentences.flat();
  if (width < 2 || rows.length === 0) return undefined;
  const mostly = (column: number, test: (cell: string) => boolean) =>
    rows.filter((cells) => test(cells[column] ?? '')).length >= MOSTLY * rows.length;
  const columns: ColumnKind[] = new Array<ColumnKind>(width).fill('_');
  const numbered =
    sentences.some((s) => s.length > 1) &&
    sentences.every((s) => s.every((cells, i) => cells[0] === String(i + 1)));
  const form = numbered && width > 2 ? 1 : 0;
  if (numbered && width > 2) columns[0] = 'id';
  columns[form] = 'form';
  let tags = 0;
  for (let column = width - 1; column > form && mostly(column, isTag); column--) {
    if (tags > 0 && mostly(column, (cell) => CHUNKS.has(readTag(cell)?.label ?? 'O'))) break;
    columns[column] = 'tag';
    tags++;
  }
  if (tags > 0) return columns;
  if (mostly(0, isTag)) return ['tag', 'form', ...new Array<ColumnKind>(width - 2).fill('_')];
  if (!holdsLabels(rows.map((cells) => cells[width - 1] ?? ''))) return undefined;
  columns[width - 1] = 'tag';
  return columns;
}

/** True for a column of labels without prefixes: `O` and a few others, in capitals. */
function holdsLabels(cells: readonly string[]): boolean {
  const values = new Set(cells);
  return (
    values.has('O') &&
    values.size <= MOST_LABELS &&
    [...values].every((v) => /^\p{Lu}[\p{Lu}\d_.-]*$/u.test(v))
  );
}

/** The scheme by its prefixes; of the two that share theirs the one that the tags break less often. */
function schemeOf(sentences: readonly (readonly (readonly string[])[])[], columns: Columns): Scheme | 'io' {
  const prefixes = new Set<string>();
  const broken = { iob1: 0, iob2: 0 };
  for (const [column, kind] of columns.entries()) {
    if (kind !== 'tag') continue;
    for (const sentence of sentences) {
      const cells = sentence.map((row) => row[column] ?? 'O');
      for (const cell of cells) {
        const tag: Tag | undefined = readTag(cell);
        // A letter and a hyphen that are no prefix known here are a mistake, and no label.
        if (tag && !/^\p{L}-/u.test(tag.label)) prefixes.add(tag.prefix);
      }
      broken.iob1 += decodeTags(cells, 'iob1').repaired.length;
      broken.iob2 += decodeTags(cells, 'iob2').repaired.length;
    }
  }
  if (prefixes.has('L') || prefixes.has('U')) return 'bilou';
  if (prefixes.has('E') || prefixes.has('S')) return 'bioes';
  if (prefixes.size > 0 && [...prefixes].every((p) => p === '')) return 'io';
  return broken.iob1 < broken.iob2 ? 'iob1' : 'iob2';
}
