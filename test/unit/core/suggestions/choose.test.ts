import { describe, expect, it } from 'vitest';
import { msg } from '../../../../server/src/core/message.ts';
import { chooseSuggestions } from '../../../../server/src/core/suggestions/choose.ts';
import type { Suggestion } from '../../../../server/src/core/suggestions/suggestion.ts';

const one = (start: number, end: number, label: string, score: number): Suggestion => ({
  start,
  end,
  label,
  score,
  source: 'entity',
  because: msg('This is a name of {0}, which the project knows.', 'x'),
});
const shown = (all: readonly Suggestion[]) =>
  chooseSuggestions(all).map(({ start, end, label }) => `${start}-${end} ${label}`);

describe('of everything that could be suggested', () => {
  it('the longest is, at each place', () => {
    expect(shown([one(4, 9, 'GPE', 1), one(0, 9, 'ORG', 0.6), one(9, 12, 'PER', 0.5)])).toEqual([
      '0-9 ORG',
      '9-12 PER',
    ]);
    expect(shown([one(0, 6, 'GPE', 1), one(3, 9, 'ORG', 0.6)])).toEqual(['0-6 GPE']);
  });

  it('two labels are, where they are nearly as sure', () => {
    const same = [
      one(0, 5, 'GPE', 0.8),
      one(0, 5, 'ORG', 0.7),
      one(0, 5, 'PER', 0.69),
      one(0, 5, 'GPE', 0.6),
    ];
    expect(shown(same)).toEqual(['0-5 GPE', '0-5 ORG']);
    expect(shown([one(0, 5, 'GPE', 0.9), one(0, 5, 'ORG', 0.5)])).toEqual(['0-5 GPE']);
  });

  it('what is known goes before what is guessed', () => {
    const guessed: Suggestion = { ...one(0, 5, 'GPE', 0.9), source: 'unknown' };
    expect(chooseSuggestions([guessed, one(0, 5, 'GPE', 0.6)]).map((s) => s.source)).toEqual(['entity']);
  });

  it('the choice at one place depends on nothing that overlaps none of it', () => {
    const here = [
      one(0, 9, 'ORG', 0.6),
      one(4, 9, 'GPE', 1),
      one(7, 12, 'PER', 0.9),
      one(12, 15, 'LOC', 0.7),
    ];
    const far = here.map((s) => ({ ...s, start: s.start + 15, end: s.end + 15 }));
    expect(shown([...far, ...here])).toEqual([...shown(here), ...shown(far)]);
    expect(shown(here)).toEqual(['0-9 ORG', '12-15 LOC']);
  });
});
