import { describe, expect, it } from 'vitest';
import { newArticleReview } from '../../../../server/src/core/annotations/create.ts';
import { annotationsOf, parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { validateSidecar } from '../../../../server/src/core/annotations/validate.ts';
import { DEFAULT_PROJECT } from '../../../../server/src/core/project.ts';
import { lines } from './samples.ts';

const WHOLE = '{"id":"00000000-aaaaaa","rule":"fused/case","verdict":"dismissed"}';
const WORD =
  '{"id":"00000000-bbbbbb","rule":"fused/case","word":"tvPlus","verdict":"dismissed","note":"a brand"}';

describe('a rule dismissed in the whole article', () => {
  it('is a line without a place', () => {
    const review = newArticleReview({ rule: 'fused/case', suffix: 'aaaaaa' });
    expect(serializeSidecar([review])).toBe(lines(WHOLE));
    expect(annotationsOf(parseSidecar(lines(WHOLE)))).toEqual([review]);
  });

  it('may be about one word only', () => {
    expect(newArticleReview({ rule: 'fused/case', word: 'tvPlus', suffix: 'bbbbbb' })).toMatchObject({
      word: 'tvPlus',
      verdict: 'dismissed',
    });
    expect(serializeSidecar(annotationsOf(parseSidecar(lines(WHOLE, WORD))))).toBe(lines(WHOLE, WORD));
  });

  it.each([
    WHOLE.replace('dismissed', 'confirmed'),
    WORD.replace('"tvPlus"', '""'),
    WORD.replace('"tvPlus"', '3'),
    WHOLE.replace('"fused/case"', '""'),
    WHOLE.replace('"rule"', '"start":3,"rule"'),
  ])('is kept but not used where it says something else: %s', (row) => {
    const { annotations, problems, writable } = parseSidecar(lines(row));
    expect(annotations.map((e) => e.annotation.kind)).toEqual(['unknown']);
    expect(problems.map((p) => p.code)).toEqual(['sidecar/not-understood']);
    expect(writable).toBe(true);
    expect(serializeSidecar(annotations.map((e) => e.annotation))).toBe(lines(row));
  });

  it('has no place that could be wrong', () => {
    expect(validateSidecar(parseSidecar(lines(WHOLE, WORD)), 'Any text.', DEFAULT_PROJECT)).toEqual([]);
  });
});
