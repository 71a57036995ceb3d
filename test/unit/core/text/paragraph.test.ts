import { expect, it } from 'vitest';
import { Paragraph } from '../../../../server/src/core/text/paragraph.ts';

it('keeps the value of the last key alone, where others do not come again', () => {
  const paragraph = new Paragraph('Satu dua.');
  const computed: string[] = [];
  const names = (key: string) =>
    paragraph.latest('names', key, () => {
      computed.push(key);
      return `names by ${key}`;
    });
  expect([names('one'), names('one'), names('two'), names('one')]).toEqual([
    'names by one',
    'names by one',
    'names by two',
    'names by one',
  ]);
  expect(paragraph.latest('dates', 'one', () => 'none')).toBe('none');
  expect(computed).toEqual(['one', 'two', 'one']);
});
