import { changed, replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { isLower, lowerWords, words } from '../words.ts';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** What scanners take for another: as printed, as read. */
const DIGITS: readonly (readonly [string, string])[] = [
  ['l', '1'],
  ['i', '1'],
  ['o', '0'],
  ['s', '5'],
  ['g', '9'],
];
const LETTERS: typeof DIGITS = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['h', 'li'],
  ['e', 'c'],
  ['u', 'ii'],
  ['w', 'vv'],
];

/** One misreading in a word of four letters or more: first which, then where, so that rare letters get their share. */
function misreadIn(text: string, pairs: typeof DIGITS, random: Random) {
  const all = lowerWords(text, 4);
  for (const [printed, read] of random.shuffled(pairs)) {
    const places = all.flatMap((word) =>
      Array.from(word.text.matchAll(new RegExp(printed, 'g')), (m) => ({ word, at: word.start + m.index })),
    );
    const place = random.pick(places);
    const damaged = place && replaced(text, place.at, place.at + printed.length, read);
    if (damaged)
      return { ...damaged, start: place.word.start, end: place.word.end + read.length - printed.length };
  }
  return undefined;
}

/** One edit inside a word: a letter left out, doubled in, put for another, or swapped with the next. */
function edited(word: string, random: Random): string {
  const letters = Array.from(word);
  const at = 1 + random.below(letters.length - 2);
  const kind = random.below(4);
  const letter = ALPHABET.charAt(random.below(ALPHABET.length));
  if (kind === 0) return letters.toSpliced(at, 1).join('');
  if (kind === 1) return letters.toSpliced(at, 0, letter).join('');
  if (kind === 2) return letters.toSpliced(at, 1, letter).join('');
  return letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '').join('');
}

/** Neighbouring keys, with a hand that stays on its row two times of three. */
function keysHit(length: number, random: Random): string {
  let row = random.pick(KEYBOARD) ?? '';
  let made = '';
  while (made.length < length) {
    if (random.below(3) === 0) row = random.pick(KEYBOARD) ?? '';
    made += row.charAt(random.below(row.length));
  }
  return made;
}

export const WORDS: readonly SentenceOperator[] = [
  {
    name: 'shuffle_letters',
    family: 'words',
    scope: 'sentence',
    codes: ['word/mash', 'word/typo', 'vietnamese/syllable'],
    inTable: true,
    apply: ({ text, language }, random) => {
      const word = random.pick(lowerWords(text, language === 'vi' ? 4 : 6));
      return word && replaced(text, word.start, word.end, random.shuffled(Array.from(word.text)).join(''));
    },
  },
  {
    // Letters in disorder in a fifth of the words, three at least.
    name: 'shuffle_many',
    family: 'words',
    scope: 'sentence',
    codes: ['word/oov-share', 'word/mash', 'word/typo', 'vietnamese/syllable'],
    apply: ({ text, language }, random) => {
      const all = lowerWords(text, language === 'vi' ? 4 : 6);
      const some = random.shuffled(all).slice(0, Math.max(3, Math.round(words(text).length / 5)));
      if (some.length < 3) return undefined;
      let made = text;
      for (const { start, end, text: word } of some)
        made = made.slice(0, start) + random.shuffled(Array.from(word)).join('') + made.slice(end);
      return changed(text, made);
    },
  },
  {
    name: 'keymash',
    family: 'words',
    scope: 'sentence',
    codes: ['word/mash', 'vietnamese/syllable'],
    inTable: true,
    apply: ({ text }, random) => {
      const word = random.pick(lowerWords(text, 3));
      return word && replaced(text, word.start, word.end, keysHit(6 + random.below(7), random));
    },
  },
  {
    name: 'random_case',
    family: 'words',
    scope: 'sentence',
    codes: ['case/random'],
    inTable: true,
    apply: ({ text }, random) => {
      const word = random.pick(lowerWords(text, 4));
      if (!word) return undefined;
      const letters = Array.from(word.text, (c) => (random.below(2) === 0 ? c.toUpperCase() : c));
      const by = letters.join('');
      // A capital at the start alone, or all capitals, are shapes that words have.
      if (isLower(by.slice(1)) || by === by.toUpperCase()) return undefined;
      return replaced(text, word.start, word.end, by);
    },
  },
  {
    // l for 1, o for 0, rn for m and the like.
    name: 'ocr',
    family: 'words',
    scope: 'sentence',
    codes: ['ocr/digit', 'word/typo', 'vietnamese/syllable'],
    inTable: true,
    apply: ({ text }, random) => misreadIn(text, [...DIGITS, ...LETTERS.slice(0, 2)], random),
  },
  {
    name: 'ocr_digit',
    family: 'words',
    scope: 'sentence',
    codes: ['ocr/digit'],
    apply: ({ text }, random) => misreadIn(text, DIGITS, random),
  },
  {
    name: 'ocr_letters',
    family: 'words',
    scope: 'sentence',
    codes: ['word/typo', 'word/mash', 'vietnamese/syllable'],
    apply: ({ text }, random) => misreadIn(text, LETTERS, random),
  },
  {
    name: 'typo',
    family: 'words',
    scope: 'sentence',
    codes: ['word/typo', 'vietnamese/syllable'],
    quiet: true,
    inTable: true,
    apply: ({ text }, random) => {
      const word = random.pick(lowerWords(text, 5));
      return word && replaced(text, word.start, word.end, edited(word.text, random));
    },
  },
  {
    name: 'shuffle_words',
    family: 'words',
    scope: 'sentence',
    codes: ['word-order/scrambled'],
    quiet: true,
    inTable: true,
    apply: ({ text }, random) => {
      const all = words(text);
      if (all.length < 6) return undefined;
      const order = random.shuffled(all);
      let made = '';
      let from = 0;
      all.forEach((word, i) => {
        made += text.slice(from, word.start) + (order[i]?.text ?? '');
        from = word.end;
      });
      return changed(text, made + text.slice(from));
    },
  },
];
