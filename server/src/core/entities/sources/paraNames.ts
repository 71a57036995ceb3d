import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import { LONGEST_NAME } from '../nameForm.ts';
import { RowReader } from './cells.ts';
import { goodName, goodText, quotable } from './fieldValues.ts';
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
import { labelOfType } from './types.ts';

/** What the releases of ParaNames, and what its tools write before their last step, call the columns. */
const COLUMNS: ReadonlyMap<string, keyof Columns> = new Map([
  ['wikidata_id', 'id'],
  ['wikidataid', 'id'],
  ['eng', 'english'],
  ['name', 'english'],
  ['english', 'english'],
  ['label', 'label'],
  ['alias', 'label'],
  ['language', 'language'],
  ['lang', 'language'],
  ['type', 'type'],
]);

interface Columns {
  id: number;
  english: number;
  label: number;
  language: number;
  type: number;
}

const ID = /^Q[1-9]\d{0,14}$/;

/** The columns of ParaNames in a first line; undefined where they are not there. */
export function paraNamesColumns(cells: readonly string[]): Columns | undefined {
  const found: Partial<Columns> = {};
  for (const [i, cell] of cells.entries()) {
    const column = COLUMNS.get(cell.trim().toLowerCase());
    if (column !== undefined && found[column] === undefined) found[column] = i;
  }
  const { id, english, label, language, type } = found;
  if (id === undefined || label === undefined || language === undefined || type === undefined)
    return undefined;
  return { id, english: english ?? -1, label, language, type };
}

/**
 * ParaNames (Sälevä and Lignos 2024): tab-separated rows with `wikidata_id`, `eng`, `label`, `language` and `type`, one
 * for each name. Rows of one entity need not stand together.
 */
export function paraNamesReader(sink: EntitySink, options: ReaderOptions): SourceReader {
  const rows = new RowGatherer(sink, options);
  let columns: Columns | undefined;
  const row = (cells: readonly string[], place: LinePlace) => {
    if (columns === undefined) {
      columns = paraNamesColumns(cells);
      if (columns !== undefined) return;
      columns = { id: 0, english: 1, label: 2, language: 3, type: 4 };
      if (!ID.test(cells[0] ?? '')) {
        const message = msg(
          'The first line does not name the columns of ParaNames ({0}); they are taken in this order. Download the file again, or say with --from what it is.',
          'wikidata_id, eng, label, language, type',
        );
        sink.report('warning', 'entities/columns', message, place);
        return;
      }
    }
    const id = cells[columns.id] ?? '';
    const label = cells[columns.label] ?? '';
    const language = languageOf(cells[columns.language] ?? '');
    const written = cells[columns.type] ?? '';
    if (cells.length <= columns.type || !ID.test(id) || written === '') {
      const message = msg(
        'This row has not the cells that the first line names, beginning with a Wikidata id, so it is left out: “{0}”.',
        quotable(cells.join(' | ')),
      );
      sink.report('warning', 'entities/row', message, place);
      return;
    }
    const type = labelOfType(written, options.typeMap);
    if (!wantsType(options, type)) {
      sink.passOver('type', place, type);
      return;
    }
    if (language === undefined || !wantsLanguage(options, language)) {
      sink.passOver('language', place, cells[columns.language] ?? '');
      return;
    }
    const report = (severity: ProblemSeverity, code: string, message: Message) =>
      sink.report(severity, code, message, place);
    const name = goodName(label, report);
    if (name === undefined) return;
    const english = cells[columns.english] ?? '';
    rows.at(id, type, goodText(english, LONGEST_NAME) ?? '', place).addName(language, name, report);
  };
  const reader = new RowReader('\t', row);
  return gatheringReader(reader, rows);
}
