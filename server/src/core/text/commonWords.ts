import { utf8Text } from './utf8.ts';

/** The commonest words of languages: what a sentence of the language cannot do without. */
export interface CommonWords {
  /** True where a word, in any letter case, is among the language's commonest (BCP 47 primary subtag). */
  has(language: string, word: string): boolean;
  /** All of them, in lower case and NFC; undefined where the language has no list. */
  of(language: string): ReadonlySet<string> | undefined;
}

/** No lists: what is used until the data are loaded. */
export const noCommonWords: CommonWords = { has: () => false, of: () => undefined };

const LF = 0x0a;
const BLANK = 0x20;

/**
 * The lists of a data file that scripts/data writes: UTF-8, a line per language with its tag and its words between
 * blanks. A list is decoded when first asked for. Bytes of another kind give no lists; never throws.
 */
export function readCommonWords(bytes: Uint8Array): CommonWords {
  const lines = new Map<string, Uint8Array>();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LF, start) < 0 ? bytes.length : bytes.indexOf(LF, start);
    const line = bytes.subarray(start, end);
    const blank = line.indexOf(BLANK);
    if (blank > 0) lines.set(utf8Text(line.subarray(0, blank)), line.subarray(blank + 1));
    start = end + 1;
  }
  const sets = new Map<string, ReadonlySet<string>>();
  const of = (language: string): ReadonlySet<string> | undefined => {
    const kept = sets.get(language);
    const line = lines.get(language);
    if (kept || !line) return kept;
    const words = new Set(utf8Text(line).split(' '));
    sets.set(language, words);
    return words;
  };
  return { of, has: (language, word) => of(language)?.has(word.normalize('NFC').toLowerCase()) === true };
}
