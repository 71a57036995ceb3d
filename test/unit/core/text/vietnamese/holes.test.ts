import { expect, test } from 'vitest';
import { syllablesFor, syllablesForLost } from '../../../../../server/src/core/text/vietnamese/holes.ts';

test.each([
  ['Vi?t', 'việt'],
  ['?ã', 'đã'],
  ['tr??ng', 'trường'],
  ['?i?u', 'điều'],
  ['???ng', 'đường'],
  ['?ng', 'ông'],
])('%s may have been %s', (written, meant) => {
  expect(syllablesFor(written)).toContain(meant);
});

test.each(['Việt', 'a?b?c?d', 'internation?l', '????'])('nothing is proposed for %s', (written) => {
  expect(syllablesFor(written)).toEqual([]);
});

test.each([
  ['Vi\ufffdt', 'việt'],
  ['\ufffd\ufffdi\ufffd\ufffd\ufffdu', 'điều'],
  ['tr\ufffd\ufffdng', 'trường'],
  ['l\ufffd\ufffd\ufffd', 'lệ'],
  ['\ufffd\ufffd\ufffdc', 'ước'],
])('U+FFFD for a letter, for its bytes or for two letters: %j may have been %s', (written, meant) => {
  expect(syllablesForLost(written)).toContain(meant);
});
