import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAlignment } from '../../../../server/src/core/agreement/gamma/bestAlignment.ts';
import { dissimilarity, EVEN_WEIGHTS } from '../../../../server/src/core/agreement/gamma/dissimilarity.ts';
import { gamma } from '../../../../server/src/core/agreement/gamma/gamma.ts';
import { measuredValue } from '../../../../server/src/core/agreement/measured.ts';
import type { Unit } from '../../../../server/src/core/agreement/unitizing/unit.ts';
import { SeededRandom } from '../../../../server/src/core/statistics/seededRandom.ts';
import { finish } from '../../../../server/src/core/steps.ts';

const unitsOf = (coders: number, most: number): fc.Arbitrary<Unit[]> =>
  fc
    .array(
      fc.record({
        coder: fc.integer({ min: 0, max: coders - 1 }),
        start: fc.integer({ min: 0, max: 30 }),
        long: fc.integer({ min: 1, max: 10 }),
        label: fc.constantFrom('a', 'b'),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((all) => all.map(({ coder, start, long, label }) => ({ coder, start, end: start + long, label })));

/** The least sum of disorders over all ways to put units of different coders together: every way is tried. */
function leastSum(units: readonly Unit[], coders: number): number {
  const pairs = (coders * (coders - 1)) / 2;
  const disorder = (group: readonly Unit[]) => {
    let sum = (pairs - (group.length * (group.length - 1)) / 2) * EVEN_WEIGHTS.deltaEmpty;
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) sum += dissimilarity(a, b, EVEN_WEIGHTS);
    return sum / pairs;
  };
  const place = (rest: readonly Unit[], groups: readonly (readonly Unit[])[]): number => {
    const [first, ...others] = rest;
    if (!first) return groups.reduce((sum, group) => sum + disorder(group), 0);
    const joined = groups.flatMap((group, i) =>
      group.some((unit) => unit.coder === first.coder)
        ? []
        : [place(others, groups.with(i, [...group, first]))],
    );
    return Math.min(place(others, [...groups, [first]]), ...joined);
  };
  return place(units, []);
}

describe('the best alignment', () => {
  it.each([2, 3, 4])('of %d coders is the one of least disorder among all there are', (coders) => {
    fc.assert(
      fc.property(unitsOf(coders, 7), (units) => {
        const best = bestAlignment(units, coders, EVEN_WEIGHTS);
        expect(best.optimal).toBe(true);
        expect(best.alignments.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual([
          ...units.keys(),
        ]);
        expect(best.disorder * (units.length / coders)).toBeCloseTo(leastSum(units, coders), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('of three coders with an article’s annotations is still proved', () => {
    const random = new SeededRandom(3);
    const units = Array.from({ length: 150 }, (_, i): Unit => {
      const start = Math.floor(i / 3) * 60 + random.below(30);
      return {
        coder: i % 3,
        start,
        end: start + 8 + random.below(20),
        label: random.below(4) === 0 ? 'b' : 'a',
      };
    });
    const best = bestAlignment(units, 3, EVEN_WEIGHTS);
    expect(best.optimal).toBe(true);
    expect(best.disorder).toBeGreaterThan(0);
  });

  it('is announced as bounded where there is too much to try', () => {
    const crowd = Array.from(
      { length: 360 },
      (_, i): Unit => ({ coder: i % 3, start: i % 7, end: 100 + (i % 11), label: 'a' }),
    );
    expect(bestAlignment(crowd, 3, EVEN_WEIGHTS).optimal).toBe(false);
  });
});

describe('gamma', () => {
  const units: Unit[] = [
    { coder: 0, start: 1, end: 5, label: 'a' },
    { coder: 0, start: 20, end: 30, label: 'b' },
    { coder: 1, start: 2, end: 6, label: 'a' },
    { coder: 1, start: 20, end: 28, label: 'a' },
  ];

  it('is the same for the same seed', () => {
    const of = (seed: number) => finish(gamma({ coders: 2, length: 50, units }, { seed })).measured;
    expect(of(5)).toEqual(of(5));
    expect(of(5)).not.toEqual(of(6));
  });

  it('is 1 for equal annotations, and undefined where nobody marked anything', () => {
    const same = units.filter(({ coder }) => coder === 0).flatMap((unit) => [unit, { ...unit, coder: 1 }]);
    expect(measuredValue(finish(gamma({ coders: 2, length: 50, units: same })).measured)).toBe(1);
    expect(measuredValue(finish(gamma({ coders: 2, length: 50, units: [] })).measured)).toBeUndefined();
  });
});
