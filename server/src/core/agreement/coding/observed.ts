import { type Measured, NOTHING_COMPARED } from '../measured.ts';
import { type Ratings, valueCounts } from './ratings.ts';

/**
 * Raw agreement: of an item, the share of pairs of coders who said the same; over items, the mean. For two coders it is
 * the percentage of items of which both said the same; for more it is P̄ of Fleiss 1971, eq. 2–3, over the coders who
 * said something. Items with fewer than two values do not count.
 */
export function observedAgreement({ rows }: Ratings): Measured {
  let sum = 0;
  let items = 0;
  for (const { count, values } of rows) {
    let given = 0;
    let pairs = 0;
    for (const n of valueCounts(values).values()) {
      given += n;
      pairs += n * (n - 1);
    }
    if (given < 2) continue;
    sum += (count * pairs) / (given * (given - 1));
    items += count;
  }
  return items === 0 ? NOTHING_COMPARED : { value: sum / items };
}
