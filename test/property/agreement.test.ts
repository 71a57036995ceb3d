import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../server/src/core/agreement/coding/cohen.ts';
import { interval, nominal, ordinal, ratio } from '../../server/src/core/agreement/coding/distances.ts';
import { fleissKappa, gwetAC1 } from '../../server/src/core/agreement/coding/fleiss.ts';
import { krippendorffAlpha } from '../../server/src/core/agreement/coding/krippendorff.ts';
import { observedAgreement } from '../../server/src/core/agreement/coding/observed.ts';
import { hubertKappa, lightKappa } from '../../server/src/core/agreement/coding/pairwise.ts';
import { pairTable, type Ratings } from '../../server/src/core/agreement/coding/ratings.ts';
import { scottPi } from '../../server/src/core/agreement/coding/scott.ts';
import { type Measured, measuredValue } from '../../server/src/core/agreement/measured.ts';
import { addSpans, f1, NO_SPANS, tallySpans } from '../../server/src/core/agreement/spans/f1.ts';
import { maximumMatching } from '../../server/src/core/agreement/spans/matching.ts';
import {
  binaryAlpha,
  cuAlpha,
  kuAlpha,
  uAlpha,
} from '../../server/src/core/agreement/unitizing/alpha2016.ts';
import { alphaU } from '../../server/src/core/agreement/unitizing/alphaU.ts';
import { tallyUnits } from '../../server/src/core/agreement/unitizing/tally.ts';
import type { Unit } from '../../server/src/core/agreement/unitizing/unit.ts';

const LENGTH = 60;

const ratings = (coders: number, missing: boolean): fc.Arbitrary<Ratings> =>
  fc
    .array(
      fc.array(
        missing
          ? fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined })
          : fc.integer({ min: 1, max: 4 }),
        {
          minLength: coders,
          maxLength: coders,
        },
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) => ({ coders, rows: rows.map((values) => ({ count: 1, values })) }));

const spans = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: LENGTH - 1 }),
      long: fc.integer({ min: 1, max: 12 }),
      label: fc.constantFrom('PER', 'ORG', 'LOC'),
    }),
    { maxLength: 8 },
  )
  .map((made) =>
    made.map(({ start, long, label }) => ({ start, end: Math.min(LENGTH, start + long), label })),
  );

const unitsOf = (all: readonly (readonly Omit<Unit, 'coder'>[])[]): Unit[] =>
  all.flatMap((own, coder) => own.map((span) => ({ ...span, coder })));
const continuum = (...all: (readonly Omit<Unit, 'coder'>[])[]) => ({
  coders: all.length,
  length: LENGTH,
  units: unitsOf(all),
});

const METRICS = { nominal, ordinal, interval, ratio };

/** Every coefficient of two coders by its name. */
function coefficients(given: Ratings): Record<string, Measured> {
  const table = pairTable(given, 0, 1);
  return {
    observed: observedAgreement(given),
    kappa: cohenKappa(table).measured,
    pi: scottPi(table).measured,
    fleiss: fleissKappa(given).measured,
    ac1: gwetAC1(given).measured,
    light: lightKappa(given).measured,
    hubert: hubertKappa(given).measured,
    alpha: krippendorffAlpha(given).measured,
  };
}

function expectSame(ours: Measured, other: Measured): void {
  const [a, b] = [measuredValue(ours), measuredValue(other)];
  if (a === undefined || b === undefined) expect(a).toBe(b);
  else expect(a).toBeCloseTo(b, 9);
}

describe('agreement on given items', () => {
  it('is a finite number of at most 1, or undefined with a reason', () => {
    fc.assert(
      fc.property(ratings(3, true), (given) => {
        const all = [
          ...Object.values(coefficients(given)),
          ...Object.values(METRICS).map((metric) => krippendorffAlpha(given, metric).measured),
        ];
        for (const measured of all) {
          if ('value' in measured) {
            expect(Number.isFinite(measured.value)).toBe(true);
            expect(measured.value).toBeLessThanOrEqual(1 + 1e-12);
          } else expect(measured.undefined.template).not.toBe('');
        }
      }),
    );
  });

  it('is 1 where all say the same, and more than one thing is said', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 10 }), (values) => {
        fc.pre(new Set(values).size > 1);
        const given = {
          coders: 3,
          rows: values.map((value) => ({ count: 1, values: [value, value, value] })),
        };
        for (const measured of Object.values(coefficients(given)))
          expect(measuredValue(measured)).toBeCloseTo(1, 12);
        for (const metric of Object.values(METRICS))
          expect(measuredValue(krippendorffAlpha(given, metric).measured)).toBe(1);
      }),
    );
  });

  it('does not change when labels are renamed, items shuffled, or people change places', () => {
    fc.assert(
      fc.property(ratings(2, true), (given) => {
        const names = ['', 'd', 'a', 'c', 'b'];
        const renamed = given.rows.map(({ count, values }) => ({
          count,
          values: values.map((value) => (value === undefined ? undefined : names[Number(value)])),
        }));
        const shuffled = {
          coders: 2,
          rows: renamed.toReversed().map((row) => ({ ...row, values: row.values.toReversed() })),
        };
        const [before, after] = [coefficients(given), coefficients(shuffled)];
        for (const name of Object.keys(before)) {
          const [a, b] = [before[name], after[name]];
          if (a && b) expectSame(a, b);
        }
      }),
    );
  });

  it('counts rows of several equal items as so many rows', () => {
    fc.assert(
      fc.property(ratings(2, true), fc.integer({ min: 2, max: 5 }), (given, count) => {
        const many = { coders: 2, rows: given.rows.map((row) => ({ ...row, count })) };
        const single = {
          coders: 2,
          rows: given.rows.flatMap((row) => Array.from({ length: count }, () => row)),
        };
        const [a, b] = [coefficients(many), coefficients(single)];
        for (const name of Object.keys(a)) {
          const [x, y] = [a[name], b[name]];
          if (x && y) expectSame(x, y);
        }
      }),
    );
  });

  it('α without missing values is its closed form, from π: 1 − (1 − 1/2n)(1 − π)', () => {
    fc.assert(
      fc.property(ratings(2, false), (given) => {
        const pi = measuredValue(scottPi(pairTable(given, 0, 1)).measured);
        const alpha = measuredValue(krippendorffAlpha(given).measured);
        const n = given.rows.length;
        if (pi === undefined) expect(alpha).toBeUndefined();
        else expect(alpha).toBeCloseTo(1 - (1 - 1 / (2 * n)) * (1 - pi), 9);
      }),
    );
  });

  it('Fleiss of two is Scott’s π, Light and Hubert of two are Cohen’s κ', () => {
    fc.assert(
      fc.property(ratings(2, false), (given) => {
        const { fleiss, pi, light, hubert, kappa } = coefficients(given);
        if (fleiss && pi) expectSame(fleiss, pi);
        if (light && kappa) expectSame(light, kappa);
        if (hubert && kappa) expectSame(hubert, kappa);
      }),
    );
  });

  it('items with one value change nothing', () => {
    fc.assert(
      fc.property(ratings(3, true), (given) => {
        const more = { coders: 3, rows: [...given.rows, { count: 3, values: [undefined, 4, undefined] }] };
        expectSame(krippendorffAlpha(given).measured, krippendorffAlpha(more).measured);
      }),
    );
  });
});

describe('agreement on spans', () => {
  it('F1 is the same in both directions, between 0 and 1, and ordered by how much a match demands', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [there, back] = [tallySpans(a, b), tallySpans(b, a)];
        for (const match of ['strict', 'boundary', 'overlap', 'partial', 'chars'] as const) {
          expectSame(f1(there, match), f1(back, match));
          const value = measuredValue(f1(there, match)) ?? 0;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(there.strict).toBeLessThanOrEqual(Math.min(there.boundary, there.overlap));
        expect(there.boundary).toBeLessThanOrEqual(there.partial);
      }),
    );
  });

  it('everybody agrees with themselves, and tallies of two texts add up to that of both', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        if (a.length > 0) {
          for (const match of ['strict', 'boundary', 'overlap', 'partial', 'chars'] as const)
            expect(measuredValue(f1(tallySpans(a, a), match))).toBe(1);
        }
        const shifted = (own: typeof a) =>
          own.map((s) => ({ ...s, start: s.start + 1e12, end: s.end + 1e12 }));
        const both = tallySpans([...a, ...shifted(b)], [...b, ...shifted(a)]);
        expect(both).toEqual(addSpans(addSpans(NO_SPANS, tallySpans(a, b)), tallySpans(b, a)));
      }),
    );
  });

  it('a matching is the largest that any choice gives', () => {
    const graph = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(graph, (partners) => {
        const best = (left: number, taken: ReadonlySet<number>): number => {
          if (left === partners.length) return 0;
          const without = best(left + 1, taken);
          const withOne = (partners[left] ?? [])
            .filter((right) => !taken.has(right))
            .map((right) => 1 + best(left + 1, new Set([...taken, right])));
          return Math.max(without, ...withOne);
        };
        const matching = [...maximumMatching(partners, 6)];
        const chosen = matching.filter((right) => right !== -1);
        expect(new Set(chosen).size).toBe(chosen.length);
        for (const [left, right] of matching.entries())
          if (right !== -1) expect(partners[left]).toContain(right);
        expect(chosen.length).toBe(best(0, new Set()));
      }),
    );
  });
});

describe('the unitizing alphas', () => {
  it('uα is |uα where there is one label, and neither cares who is first', () => {
    fc.assert(
      fc.property(spans, spans, spans, (a, b, c) => {
        const one = [a, b, c].map((own) => own.map((span) => ({ ...span, label: 'X' })));
        const tally = tallyUnits(continuum(...one));
        expectSame(uAlpha(tally).measured, binaryAlpha(tally).measured);
        const turned = tallyUnits(continuum(c, a, b));
        for (const alpha of [uAlpha, binaryAlpha, cuAlpha])
          expectSame(alpha(turned).measured, alpha(tallyUnits(continuum(a, b, c))).measured);
      }),
    );
  });

  it('are 1 where people agree on something with gaps, and never NaN', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const marked = a.length > 0 && a.reduce((sum, s) => sum + s.end - s.start, 0) < LENGTH;
        if (marked) {
          const same = tallyUnits(continuum(a, a));
          expect(measuredValue(uAlpha(same).measured)).toBe(1);
          expect(measuredValue(binaryAlpha(same).measured)).toBe(1);
        }
        const tally = tallyUnits(continuum(a, b));
        const all = [uAlpha(tally), binaryAlpha(tally), cuAlpha(tally), kuAlpha(tally, 'PER')];
        for (const { measured } of all)
          if ('value' in measured) expect(Number.isFinite(measured.value)).toBe(true);
      }),
    );
  });

  it('of 1995 do not depend on where the continuum begins, to the last bit of huge offsets', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const far = 2 ** 40;
        const moved = [a, b].map((own) => own.map((s) => ({ ...s, start: s.start + far, end: s.end + far })));
        expect(alphaU({ coders: 2, length: LENGTH, units: unitsOf(moved) }, far)).toEqual(
          alphaU(continuum(a, b)),
        );
      }),
    );
  });

  it('of 1995 observe the same disagreement where every length is a thousand million times as long', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const factor = 1e9;
        const long = (own: typeof a) =>
          own.map((s) => ({ ...s, start: s.start * factor, end: s.end * factor }));
        const huge = alphaU({ coders: 2, length: LENGTH * factor, units: unitsOf([long(a), long(b)]) });
        // D_o is a ratio of squares of lengths, and does not depend on the scale at all.
        const small = alphaU(continuum(a, b));
        for (const [i, { observed }] of huge.labels.entries())
          expect(observed).toBeCloseTo(small.labels[i]?.observed ?? Number.NaN, 12);
      }),
    );
  });
});
