import { type Message, msg } from '../../message.ts';

/** What a column of a CoNLL file holds: the token, its number in the sentence, a tag, or what is not read (`_`). */
export const COLUMN_KINDS = ['form', 'id', 'tag', '_'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The columns of a file in order, one of them `form` and at least one `tag`. */
export type Columns = readonly ColumnKind[];

/** CoNLL-2003: token, part of speech, chunk, name. Pressmark knows the first and the last. */
export const CONLL_2003: Columns = ['form', '_', '_', 'tag'];

/** The columns that a value of the option names, e.g. `form,_,_,tag`; undefined where it names none that can be used. */
export function parseColumns(value: string): Columns | undefined {
  const columns: ColumnKind[] = [];
  for (const name of value.split(/[\s,]+/).filter((part) => part !== '')) {
    const kind = COLUMN_KINDS.find((k) => k === name);
    if (!kind) return undefined;
    columns.push(kind);
  }
  const usable = columns.filter((c) => c === 'form').length === 1 && columns.includes('tag');
  return usable && columns.filter((c) => c === 'id').length <= 1 ? columns : undefined;
}

/** What is wrong with a value of the option `columns`. */
export function columnsProblem(value: string): Message | undefined {
  if (value === 'auto' || parseColumns(value)) return undefined;
  return msg(
    '“{0}” names no columns. Name each column of the file, with commas: form (once), tag (once or more), id, and _ for any other, e.g. form,_,_,tag.',
    value,
  );
}
