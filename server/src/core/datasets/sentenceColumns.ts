import type { SentenceRecord } from './sentences.ts';

/** A value of a column; null where there is none. */
export type Cell = string | number | boolean | null | readonly string[];
export type ColumnType = 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'LIST';

/** A column of a table of sentences. */
export interface SentenceColumn {
  readonly name: string;
  readonly type: ColumnType;
  value(record: SentenceRecord): Cell;
}

function column(name: string, type: ColumnType, value: (record: SentenceRecord) => Cell): SentenceColumn {
  return { name, type, value };
}

/** The columns of all three formats, in order: flat, so that tables and trainers take them. */
export const SENTENCE_COLUMNS: readonly SentenceColumn[] = [
  column('id', 'STRING', (r) => r.id),
  column('article', 'STRING', (r) => r.article),
  column('start', 'INT32', (r) => r.start),
  column('end', 'INT32', (r) => r.end),
  column('text', 'STRING', (r) => r.text),
  column('class', 'STRING', (r) => r.class),
  column('labels', 'LIST', (r) => r.labels),
  column('tagged_share', 'DOUBLE', (r) => rounded(r.tagged)),
  column('language', 'STRING', (r) => r.features.language),
  column('language_declared', 'BOOLEAN', (r) => r.features.declared),
  column('identified', 'STRING', (r) => r.features.identified),
  column('identified_confidence', 'DOUBLE', (r) => rounded(r.features.confidence)),
  column('eld_margin', 'DOUBLE', (r) => rounded(r.features.eldMargin)),
  column('fasttext_margin', 'DOUBLE', (r) => rounded(r.features.fasttextMargin)),
  column('characters', 'INT32', (r) => r.features.characters),
  column('words', 'INT32', (r) => r.features.words),
  column('letter_share', 'DOUBLE', (r) => rounded(r.features.letters)),
  column('digit_share', 'DOUBLE', (r) => rounded(r.features.digits)),
  column('non_ascii_share', 'DOUBLE', (r) => rounded(r.features.nonAscii)),
  column('capital_share', 'DOUBLE', (r) => rounded(r.features.capitals)),
  column('broken_characters', 'INT32', (r) => r.features.brokenCharacters),
  column('longest_word', 'INT32', (r) => r.features.longestWord),
  column('unknown_word_share', 'DOUBLE', (r) => rounded(r.features.unknownWords)),
  column('foreign_word_share', 'DOUBLE', (r) => rounded(r.features.foreignWords)),
  column('marked_share', 'DOUBLE', (r) => rounded(r.features.marked)),
  column('findings', 'INT32', (r) => r.findings.length),
  column('rules', 'LIST', (r) => r.findings.map((f) => f.rule)),
  column('severities', 'LIST', (r) => r.findings.map((f) => f.severity)),
  column('standings', 'LIST', (r) => r.findings.map((f) => f.standing)),
  column('evidence', 'LIST', (r) => r.findings.map((f) => f.why)),
  column('evidence_numbers', 'LIST', (r) => r.findings.map((f) => JSON.stringify(f.numbers))),
];

/** Six digits behind the point: enough, and the same on every machine. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6));
}
