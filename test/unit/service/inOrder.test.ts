import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../server/src/service/learning/inOrder.ts';

describe('inOrder', () => {
  it('gives results in order, with no more under way than wanted', async () => {
    let underWay = 0;
    let most = 0;
    const fetch = async (n: number) => {
      most = Math.max(most, ++underWay);
      for (let i = 0; i < (n * 7) % 5; i++) await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      return n;
    };
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const got: number[] = [];
    for await (const n of inOrder(inOrder(numbers, 8, fetch), 1, async (n) => n)) got.push(n);
    expect(got).toEqual(numbers);
    expect(most).toBeLessThanOrEqual(8);
    expect(most).toBeGreaterThan(1);
  });
});
