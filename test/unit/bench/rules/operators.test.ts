import { describe, expect, test } from 'vitest';
import { changed, type Damaged, replaced } from '../../../../bench/rules/damage.ts';
import { typographic } from '../../../../bench/rules/operators/encoding.ts';
import { OPERATORS, operatorsFor } from '../../../../bench/rules/operators/operators.ts';
import { randomOf } from '../../../../bench/rules/random.ts';
import { TARGETS } from '../../../../bench/rules/targets.ts';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { LANGUAGES, ownArticle, ownSentences } from './ownText.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

test('an operator has a name of its own, and there are at least 45', () => {
  expect(new Set(OPERATORS.map((o) => o.name)).size).toBe(OPERATORS.length);
  expect(OPERATORS.length).toBeGreaterThanOrEqual(45);
});

test('every target is for an operator', () => {
  const names = OPERATORS.map((o) => o.name);
  expect([...TARGETS.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

test('the codes of an operator are those of rules', () => {
  const known = CATALOGUE.map((rule) => rule.code);
  for (const { name, codes } of OPERATORS) {
    expect(codes.length, name).toBeGreaterThan(0);
    for (const code of codes) expect(known, name).toContain(code);
  }
});

const sentenceOperators = OPERATORS.flatMap((o) => (o.scope === 'sentence' ? [o] : []));
const articleOperators = OPERATORS.flatMap((o) => (o.scope === 'article' ? [o] : []));

describe.each(sentenceOperators)('$name', (operator) => {
  const languages = LANGUAGES.filter((language) => operator.languages?.includes(language) ?? true);
  const cases = languages.flatMap((language) =>
    ownSentences(language).flatMap((sentence) => SEEDS.map((seed) => ({ sentence, seed }))),
  );
  const apply = ({ sentence, seed }: (typeof cases)[number]) =>
    operator.apply(sentence, randomOf(seed, operator.name));
  const damaged = cases.flatMap((one) => {
    const made = apply(one);
    return made ? [{ ...one, made }] : [];
  });

  test('finds a place in some sentence of ours', () => {
    expect(damaged.length).toBeGreaterThan(0);
  });

  test('does the same each time', () => {
    for (const { made, ...one } of damaged) expect(apply(one)).toEqual(made);
  });

  test('changes the text, and the range covers what it changed', () => {
    for (const { sentence, made } of damaged) {
      expect(made.text).not.toBe(sentence.text);
      expect(made.start).toBeGreaterThanOrEqual(0);
      expect(made.end).toBeLessThanOrEqual(made.text.length);
      expect(made.end).toBeGreaterThanOrEqual(made.start);
      // Some set the quotes as editors do before they damage them.
      const before = made.tookNext ? `${sentence.text} ${sentence.next}` : sentence.text;
      expect([before, typographic(before)].some((text) => covers(made, text))).toBe(true);
    }
  });
});

/** True where all that differs from a text stands in the range, or at its very edge. */
function covers(made: Damaged, before: string): boolean {
  const head = made.text.slice(0, made.start);
  const tail = made.text.slice(made.end);
  return before.startsWith(head) && before.endsWith(tail);
}

describe.each(articleOperators)('$name', (operator) => {
  const cases = LANGUAGES.flatMap((language) =>
    SEEDS.map((seed) => ({ article: ownArticle(language), seed })),
  );
  const made = cases.flatMap(({ article, seed }) => {
    const damaged = operator.apply(article, randomOf(seed, operator.name));
    return damaged ? [{ article, seed, damaged }] : [];
  });

  test('finds a place in some article of ours', () => {
    expect(made.length).toBeGreaterThan(0);
  });

  test('does the same each time', () => {
    for (const { article, seed, damaged } of made)
      expect(operator.apply(article, randomOf(seed, operator.name))).toEqual(damaged);
  });

  test('damages the line that it names, and leaves those before it', () => {
    for (const { article, damaged } of made) {
      const line = damaged.lines[damaged.line] ?? '';
      expect(damaged.lines).not.toEqual(article.lines);
      expect(damaged.lines.slice(0, damaged.line).slice(0, article.lines.length)).toEqual(
        article.lines.slice(0, damaged.line),
      );
      expect(damaged.start).toBeGreaterThanOrEqual(0);
      expect(damaged.end).toBeLessThanOrEqual(line.length);
      expect(damaged.end).toBeGreaterThan(damaged.start);
    }
  });
});

test('operators are chosen by language and by name', () => {
  expect(operatorsFor('en').some((o) => o.name === 'vi_tcvn3')).toBe(false);
  expect(operatorsFor('vi', ['vi_tcvn3', 'typo']).map((o) => o.name)).toEqual(['vi_tcvn3', 'typo']);
});

test('a replaced stretch and a changed text tell where they differ', () => {
  expect(replaced('one two', 4, 7, 'ten')).toEqual({ text: 'one ten', start: 4, end: 7 });
  expect(replaced('one two', 4, 7, 'two')).toBeUndefined();
  expect(changed('one two three', 'one too three')).toEqual({ text: 'one too three', start: 5, end: 6 });
  expect(changed('same', 'same')).toBeUndefined();
});
