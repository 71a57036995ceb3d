import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import { Kind, LETTERS, SMALL_LETTERS } from '../../../text/signs.ts';
import { ownCommonness } from '../../ownWords.ts';
import type { ArticleRule } from '../../rule.ts';

/** The letters that a digit is read for, the likeliest first. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['l', 'i'],
  '5': ['s'],
  '9': ['g'],
};
/** Small letters around one or two such digits, alone between blanks, brackets, quotes and marks of the sentence. */
const CANDIDATE =
  /(?<![^\s("“‘«[])\p{L}\p{Ll}{0,30}[0159][\p{Ll}\p{M}]{1,30}(?:[0159][\p{Ll}\p{M}]{1,30})?(?![^\s.,;:!?)"”’»\]…])/gu;
const DIGIT_IN_WORD = /(?<=\p{L})[0159](?=\p{Ll})/u;
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
  *check({ paragraphs }, context) {
    const found = paragraphs.flatMap(({ paragraph, start }) =>
      misreadWords(paragraph).map((misread) => ({ misread, offset: start })),
    );
    if (found.length === 0) return;
    const wanted = new Set(found.flatMap(({ misread }) => misread.readings));
    const known = new Set(
      paragraphs.flatMap(({ paragraph }) =>
        paragraph.tokens.map(({ text }) => text.toLowerCase()).filter((word) => wanted.has(word)),
      ),
    );
    for (const { misread, offset } of found) {
      const sure = misread.readings.find(
        (reading) => known.has(reading) || ownCommonness(reading, context) > 0,
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
    if (!signs.hasPair(LETTERS, Kind.digit) || !signs.hasPair(Kind.digit, SMALL_LETTERS)) return [];
    if (!DIGIT_IN_WORD.test(text)) return [];
    return Array.from(text.matchAll(CANDIDATE), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      readings: match[0].length < FEWEST_LETTERS ? [] : readingsOf(match[0].toLowerCase()),
    })).filter(({ readings }) => readings.length > 0);
  });
}

function readingsOf(word: string): string[] {
  let readings = [''];
  for (const character of word) {
    const letters = READINGS[character] ?? [character];
    readings = readings.flatMap((reading) => letters.map((letter) => reading + letter));
  }
  return readings;
}
