import { expect, test } from 'vitest';
import { randomOf } from '../../../../bench/rules/random.ts';

test('a name gives the same numbers each time, another name other ones', () => {
  const draw = (...name: string[]) => {
    const random = randomOf(...name);
    return Array.from({ length: 20 }, () => random.below(1_000));
  };
  expect(draw('typo', 'en')).toEqual(draw('typo', 'en'));
  expect(draw('typo', 'en')).not.toEqual(draw('typo', 'id'));
});

test('all numbers below the end come about alike often', () => {
  const random = randomOf('even');
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < 10_000; i++) {
    const drawn = random.below(5);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(150);
});

test('a shuffled list has the same things, and nothing is picked from an empty one', () => {
  const random = randomOf('list');
  expect(random.shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  expect(random.pick([])).toBeUndefined();
});
