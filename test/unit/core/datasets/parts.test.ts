import { describe, expect, it } from 'vitest';
import { parseParts } from '../../../../server/src/core/datasets/parts.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';

function refusal(text: string): string {
  const parsed = parseParts(text);
  return 'refused' in parsed ? formatMessage(parsed.refused) : 'none';
}

describe('parts of a split', () => {
  it.each([
    ['80/10/10', ['train 0.8', 'dev 0.1', 'test 0.1']],
    ['80/20', ['train 0.8', 'test 0.2']],
    ['train=80,test=20', ['train 0.8', 'test 0.2']],
    ['0.9, 0.1', ['train 0.9', 'test 0.1']],
    ['a=40%; b=30 %; c=20%; d=10%', ['a 0.4', 'b 0.3', 'c 0.2', 'd 0.1']],
    ['33.3/33.3/33.4', ['train 0.333', 'dev 0.333', 'test 0.334']],
  ])('reads %s', (text, expected) => {
    const parsed = parseParts(text);
    expect(
      'refused' in parsed ? [] : parsed.map(({ name, share }) => `${name} ${+share.toFixed(9)}`),
    ).toEqual(expected);
  });

  it.each([
    ['80/10/5', 'add up to 95'],
    ['100', 'two parts or more'],
    ['', 'two parts or more'],
    ['80/20/0', '“0” is no share'],
    ['80/-20', '“-20” is no share'],
    ['train=x,test=20', '“train=x” is no share'],
    ['40/30/20/10', 'Name the parts'],
    ['Train=50,train=50', 'Two parts have the name “train”'],
    ['../x=50,y=50', '“..” is no share'],
    ['a b=50,y=50', '“a b” cannot name a part'],
    [Array.from({ length: 200 }, (_, i) => `p${i}=0.5`).join(','), 'at most 100'],
  ])('refuses %s', (text, reason) => {
    expect(refusal(text)).toContain(reason);
  });
});
