import { describe, expect, it } from 'vitest';
import { sortInSteps } from '../../../../../server/src/core/entities/near/sortInSteps.ts';
import { finish } from '../../../../../server/src/core/steps.ts';

/** Numbers that look random, the same each time. */
const numbers = (count: number) =>
  Array.from({ length: count }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 0) * 7);

describe('sorting in steps', () => {
  it.each([0, 1, 2, 1000, 32_768, 32_769, 100_000, 200_003])('sorts %d numbers', (count) => {
    const unsorted = numbers(count);
    expect(finish(sortInSteps(unsorted))).toEqual(Float64Array.from(unsorted).sort());
  });

  it('gives way while it does', () => {
    expect([...sortInSteps(numbers(200_000))].length).toBeGreaterThan(20);
  });
});
