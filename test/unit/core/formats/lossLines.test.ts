import { describe, expect, it } from 'vitest';
import { changedText } from '../../../../server/src/core/formats/changedText.ts';
import { LossLines } from '../../../../server/src/core/formats/lossLines.ts';
import { msg } from '../../../../server/src/core/message.ts';

describe('what of a text a file has otherwise', () => {
  it('nothing where it is the same', () => {
    expect(changedText('Medan', 'Medan')).toBeUndefined();
  });

  it.each([
    ['a\ud800b\ud800', 'a\ufffdb\ufffd', { start: 1, unit: 1, characters: 2 }],
    ['\u{1f600}\u0001x', '\u{1f600}\ufffdx', { start: 1, unit: 2, characters: 1 }],
    ['one  two', 'one two', { start: 4, unit: 4, characters: 1 }],
    ['aaa', 'aa', { start: 2, unit: 2, characters: 1 }],
    ['ab', 'axb', { start: 1, unit: 1, characters: 0 }],
    ['\u{1f600}', '', { start: 0, unit: 0, characters: 1 }],
  ])('%j as %j: counted in code points', (text, now, changed) => {
    expect(changedText(text, now)).toEqual(changed);
  });
});

it('a line about an article tells how much of its text is changed, and where that begins', () => {
  const text = '\u{1f600} Title\n\nThe mayor \u0001 spoke.';
  const article = { path: 'a.txt', text, language: 'en', spans: [], relations: [], documentLabels: [] };
  const reasons = [{ code: 'characters' as const, message: msg('It cannot be held.') }];
  const now = { text: text.replace('\u0001', '\ufffd') };
  const line = new LossLines(article).line({ loss: { kind: 'article', reasons, now } });
  expect(JSON.parse(line)).toMatchObject({
    article: 'a.txt',
    kind: 'article',
    outcome: 'changed',
    characters: 1,
    start: 19,
    line: 3,
  });
});
