import { type Damaged, replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { isCapitalised, isLower, lowerWords, wordPairs, wordRun, words } from '../words.ts';

const AND: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['dan', 'atau']],
  ['vi', ['và', 'hoặc']],
  ['en', ['and', 'or']],
]);
/** Ways to say who said it. */
const SAYS: ReadonlyMap<string, readonly ((name: string) => string)[]> = new Map([
  ['id', [(name) => `kata ${name}`, (name) => `ujar ${name}`, (name) => `tutur ${name}`]],
  ['vi', [(name) => `theo ${name}`, (name) => `${name} cho biết`, (name) => `${name} nói`]],
  ['en', [(name) => `said ${name}`, (name) => `according to ${name}`]],
]);

/** A run of words of the text written so many times; all of it is the damage. */
function repeating(text: string, length: number, times: number, random: Random): Damaged | undefined {
  const run = wordRun(text, length, random);
  return run && replaced(text, run.start, run.end, Array(times).fill(run.text).join(' '));
}

/** A name of two capitalised words in the middle of a sentence, neither more nor less. */
function nameIn(text: string): string | undefined {
  const pair = wordPairs(text).find(
    ([left, right]) =>
      /\p{Ll} $/u.test(text.slice(0, left.start)) &&
      !/^ \p{Lu}/u.test(text.slice(right.end)) &&
      isCapitalised(left.text) &&
      isCapitalised(right.text),
  );
  return pair && text.slice(pair[0].start, pair[1].end);
}

export const REPEATED: readonly SentenceOperator[] = [
  {
    name: 'dup_word',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/word'],
    inTable: true,
    apply: ({ text }, random) => {
      const word = random.pick(words(text).filter((w) => isLower(w.text)));
      return word && replaced(text, word.start, word.end, `${word.text} ${word.text}`);
    },
  },
  {
    name: 'dup_ngram',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/phrase'],
    inTable: true,
    apply: ({ text }, random) => repeating(text, 2 + random.below(5), 2, random),
  },
  {
    name: 'oscillate',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/loop'],
    inTable: true,
    apply: ({ text }, random) => repeating(text, 1 + random.below(4), 3 + random.below(4), random),
  },
  {
    name: 'loop_in_word',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/loop'],
    apply: ({ text }, random) => {
      const word = random.pick(lowerWords(text, 4));
      if (!word) return undefined;
      const copies = Array(3 + random.below(3)).fill(word.text);
      return replaced(text, word.start, word.end, copies.join(random.pick(['', '-']) ?? ''));
    },
  },
  {
    // X conjunction X, before a mark.
    name: 'coordination',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/coordination'],
    apply: ({ text, language }, random) => {
      const ends = lowerWords(text, 4).filter((w) => /[,.;]/.test(text.charAt(w.end)));
      const word = random.pick(ends);
      const and = random.pick(AND.get(language) ?? []);
      return word && and
        ? replaced(text, word.start, word.end, `${word.text} ${and} ${word.text}`)
        : undefined;
    },
  },
  {
    name: 'char_run',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/char'],
    quiet: true,
    apply: ({ text }, random) => {
      const word = random.pick(lowerWords(text, 4));
      if (!word) return undefined;
      const at = word.start + random.below(word.text.length);
      return replaced(text, at, at + 1, text.charAt(at).repeat(6 + random.below(8)));
    },
  },
  {
    name: 'attribution',
    family: 'repeated',
    scope: 'sentence',
    codes: ['repeated/attribution'],
    apply: ({ text, language }, random) => {
      const name = nameIn(text);
      const ways = SAYS.get(language);
      if (!name || !ways || !/\p{L}\.$/u.test(text)) return undefined;
      const body = text.slice(0, -1);
      const by = `, ${random.pick(ways)?.(name)}, ${random.pick(ways)?.(name)}.`;
      return { text: body + by, start: body.length, end: body.length + by.length };
    },
  },
];
