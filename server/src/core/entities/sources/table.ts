import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import { LONGEST_NAME } from '../nameForm.ts';
import { RowReader } from './cells.ts';
import {
  goodAddress,
  goodDescription,
  goodName,
  goodText,
  isGoodLanguage,
  LONGEST_ID,
  quotable,
  type Report,
} from './fieldValues.ts';
import { languageOf } from './languageCodes.ts';
import { gatheringReader, RowGatherer } from './rowGatherer.ts';
import {
  type EntitySink,
  type LinePlace,
  type ReaderOptions,
  type SourceReader,
  wantsLanguage,
  wantsType,
} from './source.ts';
import { type TableColumns, tableColumns } from './tableColumns.ts';
import { labelOfType } from './types.ts';

/** Stands in a type map for rows without a type. */
export const ANY_TYPE = '*';
/** An entity of Wikidata as its query service writes it. */
const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q[1-9]\d{0,14})$/;

/**
 * A table with a line that names its columns, in any order: id, type, name, language, aliases, description, url. One row
 * for each entity, or several with one id, each with a further alias; aliases in one cell have `|` between them. Columns
 * such as `name:vi` and `description:en` hold the names and descriptions of one language.
 */
export function tableReader(separator: string, sink: EntitySink, options: ReaderOptions): SourceReader {
  const rows = new RowGatherer(sink, options);
  let columns: TableColumns | 'unusable' | undefined;
  const reader = new RowReader(
    separator,
    (cells, place) => {
      const report = (severity: ProblemSeverity, code: string, message: Message) =>
        sink.report(severity, code, message, place);
      if (columns === undefined) columns = headerOf(cells, options, report);
      else if (columns !== 'unusable') readRow(new Row(cells, columns, place), rows, sink, options, report);
    },
    (place) => {
      const message = msg(
        'A quotation mark at the beginning of a cell has no partner here, so it is taken as a letter. Add the other one, or double those within the cell.',
      );
      sink.report('warning', 'entities/quotation-mark', message, place);
    },
  );
  return gatheringReader(reader, rows);
}

function headerOf(
  cells: readonly string[],
  options: ReaderOptions,
  report: Report,
): TableColumns | 'unusable' {
  const columns = tableColumns(cells);
  const missing =
    columns.id < 0
      ? 'id'
      : columns.type < 0 && !options.typeMap?.has(ANY_TYPE)
        ? 'type'
        : columns.name < 0 && columns.aliases.length === 0
          ? 'name'
          : undefined;
  if (missing === undefined) {
    const { unknown } = columns;
    const [first] = unknown;
    if (first !== undefined) {
      const message =
        unknown.length === 1
          ? msg('The column “{0}” is not known and is left out. Known are {1}.', quotable(first), KNOWN)
          : msg(
              '{0} columns are not known and are left out: {1}. Known are {2}.',
              unknown.length,
              unknown.slice(0, MOST_COLUMNS_TOLD).map(quotable).join(', ') +
                (unknown.length > MOST_COLUMNS_TOLD ? ', …' : ''),
              KNOWN,
            );
      report('information', 'entities/unknown-column', message);
    }
    return columns;
  }
  const message = msg(
    'The first line names no column “{0}”, so that nothing of this table is read. It should name {1}.',
    missing,
    KNOWN,
  );
  report('error', 'entities/columns', message);
  return 'unusable';
}

/** So many columns are named that are not known. */
const MOST_COLUMNS_TOLD = 5;
const KNOWN = 'id, type, name, language, aliases, description, url';

/** A row by its columns. */
class Row {
  readonly cells: readonly string[];
  readonly columns: TableColumns;
  readonly place: LinePlace;

  constructor(cells: readonly string[], columns: TableColumns, place: LinePlace) {
    this.cells = cells;
    this.columns = columns;
    this.place = place;
  }

  /** A cell, trimmed; empty where there is none. Line ends and tabs in it are blanks. */
  cell(column: number): string {
    return (this.cells[column] ?? '').replace(/[\t\r\n]+/g, ' ').trim();
  }

  get hasTooMany(): boolean {
    return (
      this.cells.length > this.columns.count && this.cells.slice(this.columns.count).some((c) => c !== '')
    );
  }
}

function readRow(
  row: Row,
  rows: RowGatherer,
  sink: EntitySink,
  options: ReaderOptions,
  report: Report,
): void {
  const { columns, place } = row;
  if (row.hasTooMany) {
    const message = msg(
      'This row has {0} cells where the first line names {1}, so it is left out. Put cells with separators in them between quotation marks.',
      row.cells.length,
      columns.count,
    );
    report('warning', 'entities/row', message);
    return;
  }
  if (row.cells.every((cell) => cell.trim() === '')) return;
  const written = row.cell(columns.id);
  const id = goodText(WIKIDATA.exec(written)?.[1] ?? written, LONGEST_ID);
  const kind = row.cell(columns.type) || (options.typeMap?.get(ANY_TYPE) ?? '');
  const type = goodText(labelOfType(kind, options.typeMap), LONGEST_NAME);
  if (id === undefined || type === undefined) {
    const message = msg(
      'This row has no usable “{0}”, so it is left out. Write a text without control characters or markup there.',
      id === undefined ? 'id' : 'type',
    );
    report('warning', 'entities/missing-key', message);
    return;
  }
  if (!wantsType(options, type)) {
    sink.passOver('type', place, type);
    return;
  }
  const language = languageOf(row.cell(columns.language));
  if (language === undefined) {
    isGoodLanguage(row.cell(columns.language), report);
    return;
  }
  const draft = rows.at(id, type, '', place);
  // A column of names in one language has several of them, and no names of the row's own language.
  const isOfLanguage = columns.namesIn.some(([column]) => column === columns.name);
  const cell = row.cell(columns.name);
  const name = isOfLanguage ? '' : cell;
  const canonical = goodText(isOfLanguage ? (cell.split('|')[0] ?? '') : cell, LONGEST_NAME);
  if (canonical !== undefined && draft.name === '') draft.name = canonical;
  // Names in languages that nobody asked for are told of as such.
  if (!wantsLanguage(options, language)) draft.isNamed = true;
  if (wantsLanguage(options, language)) {
    for (const one of [name, ...columns.aliases.flatMap((column) => row.cell(column).split('|'))])
      addName(one, language);
  } else sink.passOver('language', place, language);
  for (const [column, own] of columns.namesIn)
    if (wantsLanguage(options, own)) for (const one of row.cell(column).split('|')) addName(one, own);
  describe(columns.description, language);
  for (const [column, own] of columns.descriptionsIn) describe(column, own);
  const url = row.cell(columns.url);
  if (url !== '' && draft.url === undefined) draft.url = goodAddress(url, report);

  function addName(one: string, of: string): void {
    const trimmed = one.trim();
    if (trimmed === '') return;
    draft.isNamed = true;
    const good = goodName(trimmed, report);
    if (good !== undefined) draft.addName(of, good, report);
  }

  function describe(column: number, of: string): void {
    const sentence = row.cell(column);
    if (sentence === '' || draft.hasDescription(of) || !wantsLanguage(options, of)) return;
    const good = goodDescription(sentence, of, report);
    if (good !== undefined) draft.describe(of, good);
  }
}
