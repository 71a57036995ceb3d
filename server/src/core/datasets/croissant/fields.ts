import { SENTENCE_COLUMNS } from '../sentenceColumns.ts';

/** A column of a file of records, for those who load them. */
export interface RecordField {
  readonly name: string;
  readonly description: string;
  readonly dataType: 'sc:Text' | 'sc:Integer' | 'sc:Float' | 'sc:Boolean';
  readonly repeated?: true;
}

const TEXT: RecordField = { name: 'text', description: 'The text of the article.', dataType: 'sc:Text' };

const TOKENS: readonly RecordField[] = [
  { name: 'id', description: 'The article, and the place of the sentence in it.', dataType: 'sc:Text' },
  { name: 'tokens', description: 'The tokens.', dataType: 'sc:Text', repeated: true },
];

const ANNOTATIONS: readonly RecordField[] = [
  { name: 'kind', description: 'span, relation or documentLabel.', dataType: 'sc:Text' },
  { name: 'path', description: 'The article.', dataType: 'sc:Text' },
  { name: 'label', description: 'The label.', dataType: 'sc:Text' },
];

const TYPES = { STRING: 'sc:Text', INT32: 'sc:Integer', DOUBLE: 'sc:Float', BOOLEAN: 'sc:Boolean' } as const;

/** Lists are left to those who read the files: in CSV they are JSON in a cell. */
const SENTENCES: readonly RecordField[] = SENTENCE_COLUMNS.flatMap(({ name, type }) =>
  type === 'LIST' ? [] : [{ name, description: name.replaceAll('_', ' '), dataType: TYPES[type] }],
);

/**
 * What is in the records of formats that have one file of records for each split, by the format's name. Of formats whose
 * records nest or depend on options, that is the part which does not: their own tools read the rest.
 */
export const RECORD_FIELDS: ReadonlyMap<string, readonly RecordField[]> = new Map([
  ['spacy', [TEXT]],
  ['spacy-doc', [TEXT]],
  ['prodigy', [TEXT]],
  ['doccano', [TEXT]],
  ['huggingface', TOKENS],
  ['parquet', TOKENS],
  ['csv', ANNOTATIONS],
  ['sentences', SENTENCES],
]);
