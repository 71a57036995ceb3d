import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import { Kind, LETTERS, SMALL_LETTERS } from '../../../text/signs.ts';
import { hasVietnameseMark } from '../../../text/vietnamese/syllable.ts';
import { ownCommonness } from '../../ownWords.ts';
import type { ArticleRule } from '../../rule.ts';

/** The letters that a digit is read for, the likeliest first. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['l', 'i'],
  '5': ['s'],
  '9': ['g'],
};
/** A word of letters and such digits, alone between blanks, brackets, quotes and marks of the sentence. */
const CANDIDATE =
  /(?<![^\s("“‘«[])(?:\p{L}|[0159](?=\p{Ll}))[\p{Ll}\p{M}0159]{2,40}(?![^\s.,;:!?)"”’»\]…])/gu;
const DIGIT_BY_LETTER = /[0159]\p{Ll}|\p{Ll}[0159]/u;
const DIGITS = /[0159]/g;
const AT_AN_END = /^[0159]|[0159]$/;
/** Shorter ones must be very common: `top5` and `1unit` are no words that a scanner misread. */
const LONG_ENOUGH_AT_AN_END = 5;
/** Where more digits stand, it is a code or a number with its unit. */
const MOST_DIGITS = 2;
/** Shorter ones are units, formulas and codes (h1n1, k8s). */
const FEWEST_LETTERS = 4;

/** One digit in a long word: likely, though the word is not known. */
const PLAUSIBLE = /^(?=.{6})\p{L}\p{Ll}+[015][\p{Ll}\p{M}]{2,}$/u;

interface Misread extends TextRange {
  readonly text: string;
  /** What it may have been, the likeliest first. */
  readonly readings: readonly string[];
}

export const digit: ArticleRule = {
  code: 'ocr/digit',
  title: 'Digit in a word',
  description: 'A digit where a letter of the same shape belongs, as a scanner misreads it.',
  group: 'garbled',
  severity: 'warning',
  heedsDictionary: true,
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Pemilik bisnis itu pergi.\nKata [[bisn1s]] [[b0leh]] dipakai.',
        fixed: 'Pemilik bisnis itu pergi.\nKata bisnis boleh dipakai.',
      },
      { language: 'en', text: 'They met [[bef0re]] noon.', fixed: 'They met before noon.' },
      { language: 'vi', text: 'Anh đến [[tr0ng]] ngày mưa.', fixed: 'Anh đến trong ngày mưa.' },
    ],
    good: [
      { language: 'en', text: 'The h1n1 virus, k8s, an mp3 file, b2b trade and covid19 news.' },
      { language: 'en', text: 'Write to s0me@example.org or see a.b0ok/c1ty.', note: 'addresses' },
      { language: 'en', text: 'The server is called x1y2z3.', note: 'a code' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    const found = article
      .collect('ocr/digit words', misreadWords)
      .flatMap(({ index, items }) =>
        items.map((misread) => ({ misread, offset: article.paragraphs[index]?.start ?? 0 })),
      );
    if (found.length === 0) return;
    const wanted = new Set(found.flatMap(({ misread }) => misread.readings));
    const known = article.tokensAmong(wanted, 'any case');
    for (const { misread, offset } of found) {
      const sure = misread.readings.find(
        (reading) => known.has(reading) || ownCommonness(reading, context) >= leastCommon(misread.text),
      );
      const word = sure ?? (PLAUSIBLE.test(misread.text) ? misread.readings[0] : undefined);
      if (word === undefined || context.accepts(misread.text)) continue;
      const range = { start: offset + misread.start, end: offset + misread.end };
      const newText = /^\p{Lu}/u.test(misread.text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      yield {
        ...range,
        severity: sure === undefined ? 'hint' : 'warning',
        message: msg('A digit stands in a word: write “{0}”.', newText),
        why: known.has(word)
          ? msg('The article has “{0}” elsewhere.', word)
          : sure === undefined
            ? msg('Words have no digits between small letters.')
            : msg('“{0}” is an ordinary word of the language.', word),
        fixes: [
          {
            title: msg('Write “{0}”', newText),
            edits: [{ ...range, newText }],
            certain: sure !== undefined && misread.readings.length === 1,
          },
        ],
      };
    }
  },
};

function misreadWords(paragraph: Paragraph): readonly Misread[] {
  return paragraph.memo('ocr/digit words', () => {
    const { text, signs } = paragraph;
    // Most paragraphs end here.
    if (!signs.hasPair(LETTERS, Kind.digit) && !signs.hasPair(Kind.digit, SMALL_LETTERS)) return [];
    if (!DIGIT_BY_LETTER.test(text)) return [];
    return Array.from(text.matchAll(CANDIDATE), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      readings: mayBeMisread(match[0]) ? readingsOf(match[0].toLowerCase()) : [],
    })).filter(({ readings }) => readings.length > 0);
  });
}

/** Of the word that it may have been: a rare one is too easily met by chance where the digit stands outside. */
function leastCommon(word: string): number {
  if (!AT_AN_END.test(word) || hasVietnameseMark(word)) return 1;
  return word.length < LONG_ENOUGH_AT_AN_END ? 4 : 2;
}

/** Long enough, few digits, and one at most where one stands at an end of the word. */
function mayBeMisread(word: string): boolean {
  const digits = word.match(DIGITS)?.length ?? 0;
  if (digits === 0 || digits > MOST_DIGITS) return false;
  return word.length >= FEWEST_LETTERS && !(AT_AN_END.test(word) && digits > 1);
}

function readingsOf(word: string): string[] {
  let readings = [''];
  for (const character of word) {
    const letters = READINGS[character] ?? [character];
    readings = readings.flatMap((reading) => letters.map((letter) => reading + letter));
  }
  return readings;
}
