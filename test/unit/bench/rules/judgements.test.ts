import { expect, test } from 'vitest';
import { hashOf, Judgements, readJudgements } from '../../../../bench/rules/judgements.ts';

test('a judgement is found by the sentence, its language and the rule', () => {
  const hash = hashOf('Kapal itu  berlayar.');
  const judgements = new Judgements([{ hash, language: 'id', rule: 'spacing/nbsp', verdict: 'true' }]);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(judgements.of('Kapal itu  berlayar.', 'id', 'spacing/nbsp')).toBe('true');
  expect(judgements.of('Kapal itu  berlayar.', 'ms', 'spacing/nbsp')).toBeUndefined();
  expect(judgements.of('Kapal itu  berlayar.', 'id', 'spacing/punct')).toBeUndefined();
});

test('the last judgement of an alarm counts', () => {
  const one = { hash: hashOf('a'), language: 'id', rule: 'repeated/word' };
  const judgements = new Judgements([
    { ...one, verdict: 'unsure' },
    { ...one, verdict: 'false' },
  ]);
  expect(judgements.of('a', 'id', 'repeated/word')).toBe('false');
});

test('the committed list can be read', () => {
  expect(() => readJudgements()).not.toThrow();
});
