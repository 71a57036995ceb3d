import type { Piece } from '../formats/format.ts';
import type { SentenceRecord } from './sentences.ts';

/** Writes records of sentences to one file. The same records give the same bytes. */
export interface SentenceWriter {
  add(records: readonly SentenceRecord[]): readonly Piece[];
  end(): readonly Piece[];
}
