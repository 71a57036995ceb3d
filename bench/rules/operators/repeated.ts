import { type Damaged, replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { isCapitalised, isLower, lowerWords, wordPairs, wordRun, words } from '../words.ts';

const AND: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['dan', 'atau']],
  ['vi', ['và', 'hoặc']],
  ['en', ['and', 'or']],
]);
const SAYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['kata', 'ujar', 'tutur']],
  ['vi', ['theo', 'ông', 'bà']],
  ['en', ['said', 'according to']],
]);

/** A run of words of the text written so many times; all of it is the damage. */
function repeating(text: string, length: number, times: number, random: Random): Damaged | undefined {
  const run = wordRun(text, length, random);
  return run && replaced(text, run.start, run.end, Array(times).fill(run.text).join(' '));
}

/** A full name of the text: two or three capitalised words in a row that do not begin it. */
function nameIn(text: string): string | undefined {
  const pair = wordPairs(text).find(
    ([l, r]) => l.start > 0 && isCapitalised(l.text) && isCapitalised(r.text),
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
      const verbs = SAYS.get(language);
      if (!name || !verbs || !/\p{L}\.$/u.test(text)) return undefined;
      const said = (verb: string) =>
        verb === 'theo' || language !== 'vi' ? `${verb} ${name}` : `${verb} ${name} nói`;
      const body = text.slice(0, -1);
      const by = `, ${said(random.pick(verbs) ?? '')}, ${said(random.pick(verbs) ?? '')}.`;
      return { text: body + by, start: body.length, end: body.length + by.length };
    },
  },
];
