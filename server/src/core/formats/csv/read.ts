import { type Message, msg } from '../../message.ts';
import type { InputFile, ReadItem, ReadOptions } from '../format.ts';
import { inputText } from '../inputText.ts';
import { type Head, headOf } from './columns.ts';
import { foreignRows } from './foreign.ts';
import { ownRows } from './own.ts';
import { tableProblem, wholeRows } from './rows.ts';
import { separatorOf } from './separator.ts';
import { readTable, type TableRow } from './table.ts';

/** Reads a table of annotations: this project's own, or any other whose columns are known or named by the person. */
export function* readCsv(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const decoded = inputText(file.bytes);
  if (!decoded.ok) {
    yield { kind: 'problem', problem: decoded.problem };
    return;
  }
  const rows = readTable(decoded.text, separatorOf(decoded.text));
  const first = rows.next();
  if (first.done) return;
  const head = headOf(first.value.cells, options.get('columns') ?? '');
  const wrong = headProblem(head, first.value);
  if (wrong) {
    yield tableProblem('error', 'csv/head', wrong, first.value.line);
    return;
  }
  const data = head.isHead ? rows : withFirst(first.value, rows);
  const whole = wholeRows(data, first.value.cells.length);
  yield* head.places.has('kind') ? ownRows(whole, head.places) : foreignRows(whole, head);
}

function headProblem({ places, missing }: Head, { cells }: TableRow): Message | undefined {
  const there = cells.slice(0, 12).join(', ').slice(0, 200);
  if (missing.length > 0)
    return msg('There is no column “{0}”. The columns of this table are {1}.', missing[0] ?? '', there);
  if (places.has('label') && (places.has('start') ? places.has('end') : places.has('text'))) return undefined;
  return msg(
    'These columns do not say what is labelled: {0}. Name those for start, end and label with the option columns, such as columns=start=begin,end=stop,label=category.',
    there,
  );
}

function* withFirst(first: TableRow, rows: Iterable<TableRow>): Generator<TableRow> {
  yield first;
  yield* rows;
}
