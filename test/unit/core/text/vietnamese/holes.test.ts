import { expect, test } from 'vitest';
import { syllablesFor } from '../../../../../server/src/core/text/vietnamese/holes.ts';

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
