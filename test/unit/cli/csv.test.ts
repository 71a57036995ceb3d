import { expect, test } from 'vitest';
import { csv } from '../../../server/src/cli/csv.ts';

test('quotes what needs it, and keeps spreadsheets from taking text for formulas', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x,y', 1],
        ['say "no"', undefined],
        ['two\nlines', -2],
        ['=1+1', 0.5],
        ['', "'"],
      ],
    ),
  ).toBe('a,b\n"x,y",1\n"say ""no""",\n"two\nlines",-2\n\'=1+1,0.5\n,\'\'\n');
});
