import { type Damaged, replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { typographic } from './encoding.ts';

/** A pair of curly quotes inside a sentence: where it opens and where it closes. */
function pairIn(text: string, random: Random): { set: string; open: number; close: number } | undefined {
  const set = typographic(text);
  const found = random.pick(
    Array.from(set.matchAll(/“[^“”]{2,}”/g), (m) => ({
      set,
      open: m.index,
      close: m.index + m[0].length - 1,
    })),
  );
  return found;
}

/** The blank of a quote on its wrong side, on both, or gone; a closing quote turned round. */
function turned(text: string, random: Random): Damaged | undefined {
  const pair = pairIn(text, random);
  if (!pair) return undefined;
  const { set, open, close } = pair;
  const opening = set.charAt(open - 1) === ' ' ? ['“ ', ' “ '] : [];
  const closing = set.charAt(close + 1) === ' ' ? [' ”', ' ” ', '”', ' “'] : [];
  const way = random.pick([
    ...opening.map((by) => ({ from: open - 1, by })),
    ...closing.map((by) => ({ from: close, by })),
  ]);
  const damaged = way && replaced(set, way.from, way.from + 2, way.by);
  return damaged && { ...damaged, start: damaged.start - 1, end: damaged.end + 1 };
}

export const QUOTES: readonly SentenceOperator[] = [
  {
    name: 'quote_damage',
    family: 'quotes',
    scope: 'sentence',
    codes: ['quote/spacing'],
    inTable: true,
    apply: ({ text }, random) => turned(text, random),
  },
  {
    name: 'quote_mixed',
    family: 'quotes',
    scope: 'sentence',
    codes: ['quote/mixed'],
    apply: ({ text }, random) => {
      const pair = pairIn(text, random);
      const at = pair && random.pick([pair.open, pair.close]);
      const damaged = pair && at !== undefined ? replaced(pair.set, at, at + 1, '"') : undefined;
      return pair && damaged && { ...damaged, start: pair.open, end: pair.close + 1 };
    },
  },
  {
    name: 'quote_unbalanced',
    family: 'quotes',
    scope: 'sentence',
    codes: ['quote/unbalanced'],
    quiet: true,
    apply: ({ text }, random) => {
      const pair = pairIn(text, random);
      const at = pair && random.pick([pair.open, pair.close]);
      const damaged = pair && at !== undefined ? replaced(pair.set, at, at + 1, '') : undefined;
      return pair && damaged && { ...damaged, start: pair.open, end: pair.close };
    },
  },
];
