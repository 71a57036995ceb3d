import { expect, test } from 'vitest';
import { untranslatedName as rule } from '../../../../../../server/src/core/checks/rules/untranslated/name.ts';
import { findingsOf } from '../../../../../support/examples.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

const found = (text: string, language = 'id', accepted: readonly string[] = []) =>
  findingsOf(rule, text, ruleContext(language, accepted)).map((f) => text.slice(f.start, f.end));

test('what stands twice in the article is taken for a name', () => {
  const text = 'Polisi menahan Tajik Nationals di sana.';
  expect(found(text)).toEqual(['Tajik Nationals']);
  expect(found(`${text}\nKemarin Tajik Nationals dibebaskan.`)).toEqual([]);
});

test('words of the dictionary, and names of two words in it, are right', () => {
  const text = 'Polisi menahan Tajik Nationals di sana.';
  expect(found(text, 'id', ['nationals'])).toEqual([]);
  expect(found(text, 'id', ['Tajik Nationals'])).toEqual([]);
});

test.each([
  ['id', 'Tajik, Nationals dan tajik nationals.', []],
  ['id', 'KETUA PERSON hadir.', []],
  ['en', 'Police held three Tajik Nationals at the border.', []],
  ['vi', 'Chủ tịch Chairman đã phát biểu.', ['tịch Chairman']],
])('%s: %s', (language, text, expected) => {
  expect(found(text, language)).toEqual(expected);
});
