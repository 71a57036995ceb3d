import { type Message, msg } from '../../message.ts';
import type { Steps } from '../../steps.ts';
import { applyReplacements, type TextReplacement } from '../../text/range.ts';
import type { Entity } from '../entity.ts';
import { languageOf } from '../sources/languageCodes.ts';
import { readEntitySource } from '../sources/readTable.ts';
import type { TableColumns } from '../sources/tableColumns.ts';
import {
  type AddedNames,
  type EntityContent,
  type EntityEdit,
  isSpelled,
  type Renaming,
  withAddedNames,
  withoutName,
  withRenamed,
} from './entityText.ts';
import { nameFault } from './newName.ts';
import { cellOf, cellRanges, type EntityTable, type TableRow, tableOf } from './tableRows.ts';

/** What parts the aliases of one cell. */
const PART = '|';

/** Puts an entity at the end of a table: one row for each language of its names. */
export function* appendToTable(text: string, uri: string, entity: EntityContent): Steps<EntityEdit> {
  const table = yield* tableOf(text, entity.id);
  if (!table) return refused(noColumns());
  if (table.rows.length > 0)
    return refused(msg('The id {0} is taken by another entity. Choose another one.', entity.id));
  const rows = [...entity.names].map(([language, names], i) =>
    newRow(table, entity, language, names, i === 0),
  );
  if (rows.length === 0) rows.push(newRow(table, entity, 'und', [], true));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = rows.join(eol);
  const at = { start: text.length, end: text.length };
  const newText = text.endsWith('\n') ? `${lines}${eol}` : `${eol}${lines}`;
  return yield* readBack(text, uri, entity.id, [{ ...at, newText }], () => entity);
}

function newRow(
  { columns, separator }: EntityTable,
  entity: EntityContent,
  language: string,
  names: readonly string[],
  isFirst: boolean,
): string {
  const cells: string[] = Array.from({ length: columns.count }, () => '');
  const set = (column: number, value: string) => {
    if (column >= 0) cells[column] = value;
  };
  const own = columns.namesIn.find(([, code]) => code === language)?.[0];
  const others = names.filter((name) => !(isFirst && name === entity.name));
  set(columns.id, entity.id);
  set(columns.type, entity.type);
  if (isFirst) set(columns.name, entity.name);
  set(columns.language, language);
  set(own ?? columns.aliases[0] ?? -1, (own === undefined ? others : names).join(PART));
  if (isFirst) {
    set(columns.description, entity.description.get(language) ?? '');
    for (const [column, code] of columns.descriptionsIn) set(column, entity.description.get(code) ?? '');
    set(columns.url, entity.url ?? '');
  }
  return cells.map((cell) => cellOf(cell, separator)).join(separator);
}

/** Adds names to an entity of a table: to a cell of aliases in their language, else by a row behind its rows. */
export function* addNamesInTable(text: string, uri: string, added: AddedNames): Steps<EntityEdit> {
  const fault = added.names.map(nameFault).find((f) => f);
  if (fault) return refused(fault);
  const table = yield* tableOf(text, added.id);
  const last = table?.rows.at(-1);
  if (!table || !last) return refused(missing(added.id));
  const { columns, separator } = table;
  const own = columns.namesIn.find(([, code]) => code === added.language)?.[0];
  const row = table.rows.find((r) => languageOf((r.cells[columns.language] ?? '').trim()) === added.language);
  const cell = own === undefined ? (row ? columns.aliases[0] : undefined) : own;
  const target = own === undefined ? row : table.rows[0];
  if (cell !== undefined && target !== undefined) {
    const before = (target.cells[cell] ?? '').trim();
    const value = [...(before === '' ? [] : [before]), ...added.names].join(PART);
    const edits = cellEdit(text, table, target, cell, value);
    return yield* readBack(text, uri, added.id, edits, (entity) => withAddedNames(entity, added));
  }
  if (columns.language < 0) return refused(noLanguage(added.language));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const cells = (names: readonly string[]) => {
    const line = Array.from({ length: columns.count }, () => '');
    line[columns.id] = (last.cells[columns.id] ?? '').trim();
    if (columns.type >= 0) line[columns.type] = last.cells[columns.type] ?? '';
    line[columns.language] = added.language;
    line[columns.aliases[0] ?? columns.name] = names.join(PART);
    return line.map((one) => cellOf(one, separator)).join(separator);
  };
  const lines = columns.aliases.length > 0 ? [cells(added.names)] : added.names.map((name) => cells([name]));
  const newText = lines.map((line) => `${eol}${line}`).join('');
  const edits = [{ start: last.end, end: last.end, newText }];
  return yield* readBack(text, uri, added.id, edits, (entity) => withAddedNames(entity, added));
}

/** Renames a name of an entity in all its rows. */
export function* renameInTable(text: string, uri: string, renaming: Renaming): Steps<EntityEdit> {
  const fault = nameFault(renaming.to);
  if (fault) return refused(fault);
  const changed = (name: string) => (isSpelled(name, renaming.from) ? renaming.to : name);
  return yield* inNameCells(
    text,
    uri,
    renaming.id,
    renaming.from,
    (names) => names.map(changed),
    (entity) => withRenamed(entity, renaming),
  );
}

/** Takes a name from an entity in all its rows; the canonical name stays. */
export function* removeNameInTable(text: string, uri: string, id: string, name: string): Steps<EntityEdit> {
  const kept = (names: readonly string[]) => names.filter((one) => !isSpelled(one, name));
  return yield* inNameCells(text, uri, id, name, kept, (entity) => withoutName(entity, name));
}

function* inNameCells(
  text: string,
  uri: string,
  id: string,
  name: string,
  change: (names: readonly string[]) => readonly string[],
  wanted: (entity: Entity) => EntityContent,
): Steps<EntityEdit> {
  const table = yield* tableOf(text, id);
  if (!table) return refused(noColumns());
  const edits: TextReplacement[] = [];
  for (const row of table.rows) {
    for (const [column, several] of nameColumns(table.columns)) {
      const cell = (row.cells[column] ?? '').trim();
      const names = several ? cell.split(PART).map((part) => part.trim()) : [cell];
      if (!names.some((one) => isSpelled(one, name))) continue;
      edits.push(...cellEdit(text, table, row, column, change(names).join(PART)));
    }
  }
  if (edits.length === 0) return refused(msg('The name “{0}” is not in the entity file any more.', name));
  return yield* readBack(text, uri, id, edits, wanted);
}

/** Each column with names once, and whether its cells hold several. */
function nameColumns({ name, aliases, namesIn }: TableColumns): ReadonlyMap<number, boolean> {
  const columns = new Map<number, boolean>(
    [...aliases, ...namesIn.map(([column]) => column)].map((c) => [c, true]),
  );
  if (name >= 0 && !columns.has(name)) columns.set(name, false);
  return columns;
}

function cellEdit(
  text: string,
  { separator }: EntityTable,
  row: TableRow,
  column: number,
  value: string,
): TextReplacement[] {
  const line = text.slice(row.start, row.end);
  const ranges = cellRanges(line, separator);
  const cell = ranges[column];
  const newText = cellOf(value, separator);
  if (cell) return [{ start: row.start + cell.start, end: row.start + cell.end, newText }];
  // A row that ends early has no cell there yet.
  const gap = separator.repeat(column - ranges.length + 1);
  return [{ start: row.end, end: row.end, newText: `${gap}${newText}` }];
}

/** Edits, given only where the table then says of the entity what is wanted, and nothing else of all others. */
function* readBack(
  text: string,
  uri: string,
  id: string,
  edits: readonly TextReplacement[],
  wanted: (entity: Entity) => EntityContent,
): Steps<EntityEdit> {
  const before = yield* readEntitySource(text, uri);
  const after = yield* readEntitySource(applyReplacements(text, edits), uri);
  const old = before.entities.find((e) => e.id === id);
  const now = after.entities.find((e) => e.id === id);
  const others = yield* areSame(before.entities, after.entities, id);
  const fresh: Entity = old ?? {
    id,
    type: '',
    name: '',
    names: new Map(),
    description: new Map(),
    source: { kind: 'built-in' },
  };
  if (!now || !others || !isSame(now, wanted(fresh))) return refused(notReadBack());
  return { ok: true, edits };
}

/** Entities between two steps. */
const ENTITIES_A_STEP = 1000;

/** True where two tables say the same of all entities but one. */
function* areSame(before: readonly Entity[], after: readonly Entity[], but: string): Steps<boolean> {
  const [others, now] = [before, after].map((all) => all.filter(({ id }) => id !== but));
  if (others?.length !== now?.length) return false;
  for (const [i, other] of (others ?? []).entries()) {
    const same = now?.[i];
    if (!same || same.id !== other.id || !isSame(same, other)) return false;
    if (i % ENTITIES_A_STEP === 0) yield;
  }
  return true;
}

/** True where two entities say the same, in whatever order of languages and names. */
function isSame(a: EntityContent, b: EntityContent): boolean {
  const plain = ({ id, type, name, names, description, url }: EntityContent) =>
    JSON.stringify([
      [id, type, name, url],
      [...names]
        .filter(([, list]) => list.length > 0)
        .map(([code, list]) => [code, list.toSorted()])
        .sort(),
      [...description].sort(),
    ]);
  return plain(a) === plain(b);
}

function refused(reason: Message): EntityEdit {
  return { ok: false, reason };
}

function noColumns(): Message {
  return msg('The first line of the table names no column “{0}”. Correct it first.', 'id');
}

function missing(id: string): Message {
  return msg('No line of the file has the id {0} any more. Look at the entity file, then try again.', id);
}

function noLanguage(language: string): Message {
  return msg(
    'The table has no place for names in “{0}”. Give its first line a column “language” or “name:{0}”, or add the entity to a file that ends in {1}.',
    language,
    '.jsonl',
  );
}

function notReadBack(): Message {
  return msg(
    'The table cannot hold this so that it would be read back as it is meant, so nothing was written. Use a file that ends in {0}, or change the table by hand.',
    '.jsonl',
  );
}
