import { replaced, type SentenceOperator } from '../damage.ts';
import { lowerWords, words } from '../words.ts';

/** Latin letters and those of Cyrillic and Greek that print alike. */
const CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'а',
    c: 'с',
    e: 'е',
    i: 'і',
    j: 'ј',
    o: 'о',
    p: 'р',
    s: 'ѕ',
    x: 'х',
    y: 'у',
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    O: 'О',
    P: 'Р',
    T: 'Т',
    X: 'Х',
  }),
);
const GREEK: ReadonlyMap<string, string> = new Map(
  Object.entries({
    o: 'ο',
    v: 'ν',
    A: 'Α',
    B: 'Β',
    E: 'Ε',
    H: 'Η',
    I: 'Ι',
    K: 'Κ',
    M: 'Μ',
    N: 'Ν',
    O: 'Ο',
    P: 'Ρ',
    T: 'Τ',
    X: 'Χ',
    Y: 'Υ',
    Z: 'Ζ',
  }),
);
/** Languages whose script is neither Latin nor near it, to take a word from. */
const OTHER_SCRIPTS = ['th', 'zh', 'ja', 'ko', 'ar', 'hi', 'ru'];

export const SCRIPT: readonly SentenceOperator[] = [
  {
    name: 'homoglyph',
    family: 'script',
    scope: 'sentence',
    codes: ['script/mixed'],
    inTable: true,
    apply: ({ text }, random) => {
      const alphabet = random.below(4) === 0 ? GREEK : CYRILLIC;
      // A word that keeps a letter of its own: else it would be whole.
      const places = words(text).flatMap((w) =>
        Array.from(w.text).some((c) => /\p{L}/u.test(c) && !alphabet.has(c)) && w.text.length >= 3
          ? Array.from(w.text).flatMap((c, i) => (alphabet.has(c) ? [w.start + i] : []))
          : [],
      );
      const at = random.pick(places);
      return at === undefined ? undefined : replaced(text, at, at + 1, alphabet.get(text.charAt(at)) ?? '');
    },
  },
  {
    name: 'homoglyph_word',
    family: 'script',
    scope: 'sentence',
    codes: ['script/whole'],
    inTable: true,
    apply: ({ text }, random) => {
      const word = random.pick(
        words(text).filter((w) => w.text.length >= 2 && Array.from(w.text).every((c) => CYRILLIC.has(c))),
      );
      const by = word && Array.from(word.text, (c) => CYRILLIC.get(c) ?? c).join('');
      return word && by ? replaced(text, word.start, word.end, by) : undefined;
    },
  },
  {
    name: 'stray_script',
    family: 'script',
    scope: 'sentence',
    codes: ['script/stray'],
    apply: ({ text, translation }, random) => {
      const other = translation(random.pick(OTHER_SCRIPTS) ?? '') ?? '';
      const pieces = Array.from(other.matchAll(/[\p{L}\p{M}]{3,}/gu), (m) => m[0]).filter(
        (w) => !/\p{Script=Latin}/u.test(w),
      );
      const foreign = Array.from(random.pick(pieces) ?? '')
        .slice(0, 6)
        .join('');
      const word = random.pick(lowerWords(text, 3));
      return word && foreign ? replaced(text, word.start, word.end, foreign) : undefined;
    },
  },
];
