import { expect, test } from 'vitest';
import { isOneEdit } from '../../../../../../server/src/core/checks/rules/name/edits.ts';

test.each([
  ['Tajiistan', 'Tajikistan'],
  ['Kazakhstan', 'Kazakhtsan'],
  ['Georgia', 'Geargia'],
  ['ab', 'b'],
  ['', 'a'],
])('%s and %s are one edit apart', (a, b) => {
  expect(isOneEdit(a, b)).toBe(true);
  expect(isOneEdit(b, a)).toBe(true);
});

test.each([
  ['Slovakia', 'Slovenia'],
  ['same', 'same'],
  ['abcd', 'badc'],
  ['abc', 'cba'],
  ['', 'ab'],
])('%s and %s are not', (a, b) => {
  expect(isOneEdit(a, b)).toBe(false);
  expect(isOneEdit(b, a)).toBe(false);
});
