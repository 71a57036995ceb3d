import { type Message, msg } from '../../message.ts';

/** The columns of a table of annotations, in their order. What a row leaves empty does not apply to its `kind`. */
export const COLUMNS = [
  'kind',
  'path',
  'annotator',
  'language',
  'id',
  'start',
  'end',
  'label',
  'text',
  'entity',
  'from',
  'to',
  'value',
  'note',
  'attributes',
  'parts',
] as const;
export type Column = (typeof COLUMNS)[number] | 'quote';

/** Names that others give to columns, in lower case. */
const SYNONYMS: ReadonlyMap<string, Column> = new Map([
  ...COLUMNS.map((c) => [c, c] as const),
  ['begin', 'start'],
  ['start_offset', 'start'],
  ['start_char', 'start'],
  ['stop', 'end'],
  ['end_offset', 'end'],
  ['end_char', 'end'],
  ['type', 'label'],
  ['category', 'label'],
  ['tag', 'label'],
  ['class', 'label'],
  ['labels', 'label'],
  ['file', 'path'],
  ['filename', 'path'],
  ['document', 'path'],
  ['doc', 'path'],
  ['doc_id', 'path'],
  ['article', 'path'],
  ['user', 'annotator'],
  ['lang', 'language'],
  ['quote', 'quote'],
  ['mention', 'quote'],
  ['surface', 'quote'],
  ['span', 'quote'],
  ['sentence', 'text'],
  ['content', 'text'],
  ['comment', 'note'],
]);

/** Columns that the option `columns` may name. */
const NAMEABLE: ReadonlySet<string> = new Set<string>([...COLUMNS, 'quote']);

/** Which cell of a row says what: 0-based, by column. */
export type ColumnPlaces = ReadonlyMap<Column, number>;

/** What is wrong with a value of the option `columns`, which is like `start=begin,label=3`. */
export function columnsProblem(value: string): Message | undefined {
  for (const [column] of pairs(value)) {
    if (!NAMEABLE.has(column))
      return msg(
        'There is no column “{0}”. Write pairs such as start=begin,label=category; the columns are {1}.',
        column,
        [...NAMEABLE].join(', '),
      );
  }
  return undefined;
}

function pairs(value: string): [string, string][] {
  return value
    .split(',')
    .filter((p) => p.trim() !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
}

/** What the first row of a table says of its columns. */
export interface Head {
  readonly places: ColumnPlaces;
  /** False where the first row is one of data. */
  readonly isHead: boolean;
  /** Names that were asked for and that no column has. */
  readonly missing: readonly string[];
  /** Columns that say nothing that is known here, by their place. */
  readonly others: readonly { readonly name: string; readonly at: number }[];
}

/** The columns of a table, by the person's names for them (`columns`), its own, and what others usually call them. */
export function headOf(cells: readonly string[], columns: string): Head {
  const names = cells.map((c) => c.trim().toLowerCase());
  const places = new Map<Column, number>();
  const missing: string[] = [];
  const asked = pairs(columns);
  const isNumbered = asked.length > 0 && asked.every(([, name]) => /^\d{1,4}$/.test(name));
  for (const [column, name] of asked) {
    const at = isNumbered ? Number(name) - 1 : names.indexOf(name.toLowerCase());
    if (at >= 0 && at < cells.length) places.set(column as Column, at);
    else missing.push(name);
  }
  const taken = new Set(places.values());
  for (const [at, name] of isNumbered ? [] : names.entries()) {
    const column = SYNONYMS.get(name);
    if (column !== undefined && !places.has(column) && !taken.has(at)) places.set(column, at);
  }
  const used = new Set(places.values());
  const others = cells.flatMap((name, at) =>
    used.has(at) || name.trim() === '' ? [] : [{ name: name.trim(), at }],
  );
  // Where columns have numbers the first row is data, unless words stand where offsets should.
  const first = cells[places.get('start') ?? -1];
  const isHead = !isNumbered || (first !== undefined && !/^\s*\d+\s*$/.test(first));
  return { places, isHead, missing, others: isNumbered ? [] : others };
}
