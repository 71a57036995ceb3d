/** The six tones, by the mark that writes them; `level` (ngang) has none. */
export type Tone = 'level' | 'falling' | 'rising' | 'asking' | 'tumbling' | 'heavy';

/** A Vietnamese letter taken apart: without its tone mark, and without any mark at all. */
export interface VietnameseLetter {
  /** With the marks that make it another letter (ă â đ ê ô ơ ư), without the tone. */
  readonly toneless: string;
  /** As it is typed on a keyboard without Vietnamese letters: a–z. */
  readonly bare: string;
  readonly tone: Tone;
}

const TONE_MARKS: readonly (readonly [Tone, string])[] = [
  ['level', ''],
  ['falling', '\u0300'],
  ['rising', '\u0301'],
  ['asking', '\u0309'],
  ['tumbling', '\u0303'],
  ['heavy', '\u0323'],
];
const VOWELS = {
  a: 'a',
  ă: 'a',
  â: 'a',
  e: 'e',
  ê: 'e',
  i: 'i',
  o: 'o',
  ô: 'o',
  ơ: 'o',
  u: 'u',
  ư: 'u',
  y: 'y',
};
const CONSONANTS = 'bcdghklmnpqrstvxđ';

/**
 * Every lower-case letter of the Vietnamese alphabet, with and without tone, in its composed form (NFC).
 * f, j, w and z are not among them: a word that has one is not Vietnamese.
 */
export const VIETNAMESE_LETTERS: ReadonlyMap<string, VietnameseLetter> = new Map([
  ...[...CONSONANTS].map((c): [string, VietnameseLetter] => [
    c,
    { toneless: c, bare: c === 'đ' ? 'd' : c, tone: 'level' },
  ]),
  ...Object.entries(VOWELS).flatMap(([vowel, bare]) =>
    TONE_MARKS.map(([tone, mark]): [string, VietnameseLetter] => [
      (vowel + mark).normalize('NFC'),
      { toneless: vowel, bare, tone },
    ]),
  ),
]);
