import type { TextRange } from '../../text/range.ts';
import { foldWord } from '../fold.ts';
import { isWordUnit, standsAlone } from '../wordScan.ts';
import { type BaseForm, baseForms } from './inflections.ts';

/** A word that no name covers and that may be one: a surname, an abbreviation, an inflected name. UTF-16 units. */
export interface OpenWord extends TextRange {
  /** In small letters, NFC. */
  readonly folded: string;
  /** What it may be an inflected form of. */
  readonly bases: readonly BaseForm[];
}

const HAS_LETTER = /\p{L}/u;

/**
 * The words that begin with a capital, or are in a script without capitals; where a script writes no blanks between
 * words, the runs of it. In text order. Linear in the text.
 */
export function openWords(text: string, language: string): OpenWord[] {
  const words: OpenWord[] = [];
  for (let i = 0; i < text.length; ) {
    if (!isWordUnit(text, i)) {
      i++;
      continue;
    }
    const start = i;
    const kind = runOf(text.charCodeAt(i));
    while (i < text.length && isWordUnit(text, i) && runOf(text.charCodeAt(i)) === kind) i++;
    if (mayBeName(text, start)) words.push(openWord(text, start, i, language));
  }
  return words;
}

/** The word at a place, with what it may be a form of. */
function openWord(text: string, start: number, end: number, language: string): OpenWord {
  const folded = foldWord(text.slice(start, end));
  return { start, end, folded, bases: baseForms(folded, language) };
}

/** True where a word begins with a capital, or with a letter that has none. */
export function mayBeName(text: string, start: number): boolean {
  const first = text.charAt(start);
  const lower = first.toLowerCase();
  if (first !== lower) return true;
  return lower === first.toUpperCase() && HAS_LETTER.test(first);
}

/** Katakana is a run of its own, since names are written in it within Japanese; other scripts are told by blanks. */
function runOf(unit: number): number {
  if (unit >= 0x30a0 && unit <= 0x30ff) return unit === 0x30fb ? -1 : 1;
  if (unit >= 0x3040 && unit <= 0x309f) return 2;
  if (unit >= 0xac00 && unit <= 0xd7a3) return 0;
  return standsAlone(unit) ? 3 : 0;
}
