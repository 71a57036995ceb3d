import type { TextRange } from '../../text/range.ts';
import { JOINS_ENDINGS } from './dateTables.ts';
import { type DateCode, type DatePhrase, dateWords } from './dateWords.ts';

/**
 * A text as what its words are to dates: two characters for each word, its code and what stands behind it. Codes are
 * those of {@link DateCode}, `E` a number 1–12, `D` 13–31, `q` another of two digits, `Y` a year, `x` anything else.
 */
export interface DateTokens {
  readonly codes: string;
  /** UTF-16 units of the text. */
  readonly places: readonly TextRange[];
}

const TOKEN = /[\p{L}\p{M}]+|\p{Nd}+/gu;
const INSIDE_PHRASE = /^[ \u00a0\u200c'’-]?$/;
/** The zeros of the digits that news use: European, Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
/** An ending joined to a name is no longer than this, and the name no shorter than that. */
const LONGEST_ENDING = 4;
const SHORTEST_STEM = 4;

/** The words of a text, in a language (BCP 47 primary subtag), and what they are to dates. Linear. */
export function dateTokens(text: string, language: string): DateTokens {
  const words = dateWords(language);
  const raw = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({ word, start: index }));
  const places: TextRange[] = [];
  const codes: string[] = [];
  for (let i = 0; i < raw.length; ) {
    const token = raw[i];
    if (!token) break;
    const { word, start } = token;
    let end = start + word.length;
    let code = numberCode(word, language);
    let used = 1;
    if (code === undefined) {
      const folded = word.normalize('NFC').toLowerCase();
      const phrase = (words.get(folded) ?? []).find(({ words: all }) =>
        all.every((one, k) => {
          const next = raw[i + k];
          const before = raw[i + k - 1];
          if (!next) return false;
          if (k === 0 || !before) return true;
          const gap = text.slice(before.start + before.word.length, next.start);
          return INSIDE_PHRASE.test(gap) && next.word.normalize('NFC').toLowerCase() === one;
        }),
      );
      if (phrase) {
        used = phrase.words.length;
        const last = raw[i + used - 1];
        if (last) end = last.start + last.word.length;
        code = inCase(phrase, text.slice(start, end));
      } else code = JOINS_ENDINGS.has(language) ? stemCode(folded, word, words) : undefined;
    }
    places.push({ start, end });
    const next = raw[i + used];
    codes.push(code ?? 'x', next ? gapCode(text.slice(end, next.start)) : '|');
    i += used;
  }
  return { codes: codes.join(''), places };
}

/** A name in another letter case than its own counts only beside a day or year; so does one all in capitals. */
function inCase({ code, hasCapital, words }: DatePhrase, written: string): DateCode {
  if (code !== 'W' && code !== 'M') return code;
  const isCapital = /\p{Lu}/u.test(written);
  const isAllCapitals = isCapital && written === written.toUpperCase();
  // `thứ Ba` is Tuesday, `thứ ba` is the third.
  const isNumbered = words[0] === 'thứ';
  const fits = isNumbered
    ? / \p{Lu}/u.test(written)
    : hasCapital
      ? isCapital || words.length > 1
      : !isCapital;
  if (fits && !isAllCapitals) return code;
  return code === 'W' ? 'w' : 'm';
}

function stemCode(
  folded: string,
  written: string,
  words: ReadonlyMap<string, readonly DatePhrase[]>,
): DateCode | undefined {
  for (let length = folded.length - 1; length >= SHORTEST_STEM; length--) {
    if (folded.length - length > LONGEST_ENDING) return undefined;
    const phrase = words
      .get(folded.slice(0, length))
      ?.find(({ code, words: all }) => all.length === 1 && (code === 'W' || code === 'M'));
    if (phrase) return inCase(phrase, written);
  }
  return undefined;
}

function numberCode(word: string, language: string): string | undefined {
  const unit = word.charCodeAt(0);
  const zero = ZEROS.find((z) => unit >= z && unit <= z + 9);
  if (zero === undefined) return undefined;
  let value = 0;
  for (let i = 0; i < word.length && i < 5; i++) value = value * 10 + (word.charCodeAt(i) - zero);
  if (word.length === 4) return isYear(value, language) ? 'Y' : undefined;
  if (word.length > 2) return undefined;
  return value >= 1 && value <= 12 ? 'E' : value >= 13 && value <= 31 ? 'D' : 'q';
}

/** Years of news: 1900–2100; of the solar calendar in Persian and Pashto; of the Buddhist one in Thai. */
function isYear(value: number, language: string): boolean {
  if (value >= 1900 && value <= 2100) return true;
  if (language === 'fa' || language === 'ps') return value >= 1280 && value <= 1480;
  return language === 'th' && value >= 2440 && value <= 2640;
}

function gapCode(gap: string): string {
  return GAPS.get(gap) ?? '|';
}

const GAPS: ReadonlyMap<string, string> = new Map([
  ['', '+'],
  [' ', ' '],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\n', ' '],
  ['\r\n', ' '],
  [', ', ','],
  [',', ','],
  ['، ', ','],
  ['،', ','],
  [',\n', ','],
  ['. ', '.'],
  ['.', ':'],
  ['-', '-'],
  ['–', '-'],
  ['\u2011', '-'],
  ['/', '/'],
  [' (', '('],
]);
