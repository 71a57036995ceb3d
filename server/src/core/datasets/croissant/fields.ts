/** A column of a file of records, for those who load them. */
export interface RecordField {
  readonly name: string;
  readonly description: string;
  readonly dataType: 'sc:Text' | 'sc:Integer' | 'sc:Float' | 'sc:Boolean';
  readonly repeated?: true;
}

const TEXT: RecordField = { name: 'text', description: 'The text of the article.', dataType: 'sc:Text' };

/**
 * What is in the records of formats that have one file of records for each split, by the format's name. Of formats whose
 * records nest, that is their text: their own tools read the rest.
 */
export const RECORD_FIELDS: ReadonlyMap<string, readonly RecordField[]> = new Map([
  ['spacy', [TEXT]],
  ['spacy-doc', [TEXT]],
  ['prodigy', [TEXT]],
  ['doccano', [TEXT]],
]);
