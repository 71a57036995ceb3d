import { msg } from '../message.ts';
import { TextOffsets } from '../text/offsets.ts';
import { COLUMNS, type Column, columnsProblem } from './csv/columns.ts';
import { readCsv } from './csv/read.ts';
import { type Cell, tableRows } from './csv/table.ts';
import { partsCell, valueCell } from './csv/values.ts';
import type { DatasetArticle } from './dataset.ts';
import type { Format, FormatWriter, WriteOptions } from './format.ts';
import { jsonLine } from './jsonLines.ts';
import { HOLDS_ALL } from './loss.ts';
import { wellFormed } from './wellFormed.ts';

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
]);

/**
 * A table for spreadsheets and scripts, by RFC 4180: a row for each article with its text, and below it one for each
 * span, relation and label of the article. Offsets are code points. Any table with a column for the label is read.
 */
export const csv: Format = {
  name: 'csv',
  title: 'CSV or TSV',
  layout: 'dataset',
  endings: ['.csv', '.tsv'],
  holds: { ...HOLDS_ALL },
  options: [
    {
      name: 'separator',
      description: msg('What stands between cells; a table with tabs ends in .tsv. Reading finds it out.'),
      values: [...SEPARATORS.keys()],
      byDefault: 'comma',
      uses: 'write',
    },
    {
      name: 'columns',
      description: msg(
        'Your columns, as start=begin,label=3: by their names, or by numbers where there is no head.',
      ),
      byDefault: '',
      uses: 'read',
      problem: columnsProblem,
    },
  ],
  recognise: (path, head) => {
    if (!/\.[ct]sv$/i.test(path)) return 0;
    const first = head.split(/[\r\n]/, 1)[0]?.toLowerCase() ?? '';
    if (/^"?kind"?[,;\t]"?path"?[,;\t]/.test(first)) return 1;
    return /\blabel|\bstart|\bbegin|\btext/.test(first) ? 0.5 : 0.2;
  },
  open: (options) => new TableWriter(options),
  read: readCsv,
};

class TableWriter implements FormatWriter {
  private readonly separator: string;
  private readonly file: string;
  private hasHead = false;

  constructor({ name, options }: WriteOptions) {
    this.separator = SEPARATORS.get(options.get('separator') ?? '') ?? ',';
    this.file = `${name}${this.separator === '\t' ? '.tsv' : '.csv'}`;
  }

  add(article: DatasetArticle) {
    const written = wellFormed(article);
    const content = this.head() + tableRows(rowsOf(written.article), this.separator);
    return {
      pieces: [{ file: this.file, content }],
      losses: written.losses.map((loss) => ({ article, loss })),
    };
  }

  end() {
    const content = this.head();
    return { pieces: content === '' ? [] : [{ file: this.file, content }], losses: [] };
  }

  private head(): string {
    if (this.hasHead) return '';
    this.hasHead = true;
    return tableRows([COLUMNS], this.separator);
  }
}

type Row = Partial<Record<Column, Cell>>;

function rowsOf(article: DatasetArticle): Cell[][] {
  const { path, annotator, language, text, spans, relations, documentLabels } = article;
  const offsets = new TextOffsets(text);
  const at = (utf16: number): number => offsets.toCodePoint(utf16);
  const attributes = (of: ReadonlyMap<string, unknown>): string | undefined =>
    of.size > 0 ? jsonLine(of).trimEnd() : undefined;
  const rows: Row[] = [
    { kind: 'article', language, text },
    ...spans.map(
      (s): Row => ({
        kind: 'span',
        id: s.id,
        start: at(s.start),
        end: at(s.end),
        label: s.label,
        text: text.slice(s.start, s.end),
        entity: s.entity,
        note: s.note,
        attributes: attributes(s.attributes),
        parts: s.parts && partsCell(s.parts, at),
      }),
    ),
    ...relations.map(
      (r): Row => ({
        kind: 'relation',
        id: r.id,
        label: r.label,
        from: r.from,
        to: r.to,
        note: r.note,
        attributes: attributes(r.attributes),
      }),
    ),
    ...documentLabels.map(
      (l): Row => ({ kind: 'label', id: l.id, label: l.label, value: valueCell(l.value), note: l.note }),
    ),
  ];
  return rows.map((row) => COLUMNS.map((column) => ({ ...row, path, annotator })[column]));
}
