import { type Damaged, replaced, type SentenceOperator } from '../damage.ts';
import { isCapitalised, isLower, type Word, wordPairs } from '../words.ts';

/** Two words without the blank between them; both are damaged. */
function joined(text: string, [left, right]: readonly [Word, Word]): Damaged {
  return { text: text.slice(0, left.end) + text.slice(right.start), start: left.start, end: right.end - 1 };
}

export const FUSED: readonly SentenceOperator[] = [
  {
    name: 'fuse_case',
    family: 'fused',
    scope: 'sentence',
    codes: ['fused/case'],
    inTable: true,
    apply: ({ text }, random) => {
      const fits = ([left, right]: [Word, Word]) =>
        left.text.length >= 2 && isLower(left.text.slice(1)) && isCapitalised(right.text);
      const pair = random.pick(wordPairs(text).filter(fits));
      return pair && joined(text, pair);
    },
  },
  {
    // The plainest half of the damage above: no name looks like this.
    name: 'fuse_case_lower',
    family: 'fused',
    scope: 'sentence',
    codes: ['fused/case'],
    apply: ({ text }, random) => {
      const fits = ([left, right]: [Word, Word]) =>
        left.text.length >= 2 && isLower(left.text) && isCapitalised(right.text);
      const pair = random.pick(wordPairs(text).filter(fits));
      return pair && joined(text, pair);
    },
  },
  {
    name: 'fuse_lower',
    family: 'fused',
    scope: 'sentence',
    codes: ['fused/word', 'vietnamese/syllable'],
    inTable: true,
    apply: ({ text }, random) => {
      const fits = (pair: [Word, Word]) => pair.every((w) => w.text.length >= 2 && isLower(w.text));
      const pair = random.pick(wordPairs(text).filter(fits));
      return pair && joined(text, pair);
    },
  },
  {
    // As where a tag between two sentences was taken out.
    name: 'fuse_period',
    family: 'fused',
    scope: 'sentence',
    codes: ['fused/sentence'],
    inTable: true,
    apply: ({ text, next }) => {
      const end = /[\p{L}]+[.!?][”"’']?$/u.exec(text);
      const start = next && /^[“"‘']?\p{Lu}[\p{L}]*/u.exec(next);
      if (!end || !start) return undefined;
      return { text: text + next, start: end.index, end: text.length + start[0].length, tookNext: true };
    },
  },
  {
    name: 'fuse_comma',
    family: 'fused',
    scope: 'sentence',
    codes: ['fused/comma'],
    inTable: true,
    apply: ({ text }, random) => {
      const at = random.pick(Array.from(text.matchAll(/(?<=\p{L})[,;:] (?=\p{L})/gu), (m) => m.index));
      const damaged = at === undefined ? undefined : replaced(text, at, at + 2, text.charAt(at));
      return damaged && { ...damaged, start: damaged.start - 1, end: damaged.end + 1 };
    },
  },
];
