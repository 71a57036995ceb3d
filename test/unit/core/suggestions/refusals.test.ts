import { describe, expect, it } from 'vitest';
import { newArticleReview, newReview } from '../../../../server/src/core/annotations/create.ts';
import { describeAnnotation } from '../../../../server/src/core/annotations/diff/describe.ts';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import { parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { validateSidecar } from '../../../../server/src/core/annotations/validate.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { DEFAULT_PROJECT } from '../../../../server/src/core/project.ts';
import { wordsKey } from '../../../../server/src/core/suggestions/alike.ts';
import { isRefusal, refusedIn } from '../../../../server/src/core/suggestions/refusalLine.ts';
import { refusalRule } from '../../../../server/src/core/suggestions/suggestion.ts';
import { judge, span, suffix, TEXT, value } from '../../../support/adjudication.ts';

const start = TEXT.indexOf('Universitas Hanoi');
const range = { start, end: start + 'Universitas Hanoi'.length };
const rule = refusalRule('ORG');
const refusal = (): Annotation =>
  newReview({ article: TEXT, range, rule, verdict: 'dismissed', suffix: suffix() });
const dismissal = (): Annotation =>
  newReview({ article: TEXT, range, rule: 'fused/case', verdict: 'dismissed', suffix: suffix() });
const everywhere = (word?: string): Annotation =>
  newArticleReview({ rule, suffix: suffix(), ...(word === undefined ? {} : { word }) });

describe('a line that refuses suggestions', () => {
  it('is told from dismissals of findings, and says which label', () => {
    expect([refusal(), everywhere('Hanoi'), everywhere()].map(refusedIn)).toEqual(['ORG', 'ORG', 'ORG']);
    expect([dismissal(), span('Hanoi', 'GPE'), value('topic', 'x')].map(isRefusal)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is told in words, where it comes and where it goes', () => {
    const said = (sign: string, line: Annotation) => formatMessage(describeAnnotation(sign, line));
    expect(said('+', refusal())).toBe('+ refused the suggestion ORG: “Universitas Hanoi”');
    expect(said('-', everywhere('Hanoi'))).toBe('- refused every suggestion ORG: “Hanoi”');
    expect(said('+', everywhere())).toBe('+ refused every suggestion ORG in the whole article');
    expect(said('+', dismissal())).toContain('finding dismissed');
  });

  it('is valid, and nothing to look at once its words are gone', () => {
    const problems = (line: Annotation, text: string) =>
      validateSidecar(parseSidecar(serializeSidecar([line])), text, DEFAULT_PROJECT).map((p) => p.code);
    expect(problems(refusal(), TEXT)).toEqual([]);
    expect(problems(everywhere('Hanoi'), TEXT)).toEqual([]);
    expect(problems(refusal(), 'Lain.')).toEqual([]);
    expect(problems(dismissal(), 'Lain.')).toEqual(['sidecar/past-verdict']);
  });

  it('is nothing that people agree or disagree on', () => {
    const tag = span('Universitas Hanoi', 'ORG');
    const { groups } = judge({ ana: [tag], budi: [refusal(), everywhere('Hanoi')] });
    expect(groups.map((g) => g.versions.length)).toEqual([1]);
    expect(judge({ ana: [refusal()], budi: [] }).groups).toEqual([]);
    expect(judge({ ana: [dismissal()], budi: [] }).groups).toHaveLength(1);
  });
});

describe('the same words', () => {
  it('are so in any letter case and form, with any blanks between them', () => {
    expect(wordsKey('NEW  York\nTimes')).toBe(wordsKey('New York Times'));
    expect(wordsKey('Viê\u0323t Nam')).toBe(wordsKey('Việt Nam'));
    expect(wordsKey('NewYork')).not.toBe(wordsKey('New York'));
  });
});
