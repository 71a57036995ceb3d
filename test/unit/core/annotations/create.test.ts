import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReview, newSpan } from '../../../../server/src/core/annotations/create.ts';
import { locate } from '../../../../server/src/core/annotations/locate.ts';
import { canonicalText, TextOffsets } from '../../../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../../../server/src/core/text/revision.ts';

const article = 'Moskow 😀 — Rusia\r\nmengundang Taliban ke Moskow.\r\n';

function rangeOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('newSpan', () => {
  it('counts code points, line ends as one', () => {
    const span = newSpan({
      article,
      range: rangeOf(article, 'Taliban'),
      label: 'ORG',
      suffix: 'x7f3kq',
      entity: 'Q42418',
    });
    expect(span).toEqual({
      kind: 'span',
      id: '00000028-x7f3kq',
      start: 28,
      end: 35,
      label: 'ORG',
      text: 'Taliban',
      before: 'Moskow 😀 — Rusia\nmengundang ',
      after: ' ke Moskow.\n',
      rev: revisionOf(article),
      entity: 'Q42418',
      extra: [],
    });
    expect([...canonicalText(article)].slice(28, 35).join('')).toBe('Taliban');
  });

  it('takes 32 code points of context and cuts no pair', () => {
    const text = `${'😀'.repeat(40)}X${'🎈'.repeat(40)}`;
    const { before, after } = newSpan({
      article: text,
      range: rangeOf(text, 'X'),
      label: 'L',
      suffix: 'aaaaaa',
    });
    expect(before).toBe('😀'.repeat(32));
    expect(after).toBe('🎈'.repeat(32));
  });

  it('gives what Python would cut out, for any text and range, and finds it again', () => {
    const anyArticle = fc.string({
      unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '😀', '\uFEFF', 'ế'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(anyArticle, fc.nat(100), fc.nat(100), (text, a, b) => {
        const range = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const span = newSpan({ article: text, range, label: 'L', suffix: 'aaaaaa' });
        const python = [...canonicalText(text)];
        expect(span.text).toBe(python.slice(span.start, span.end).join(''));
        expect(span.before).toBe(python.slice(Math.max(0, span.start - 32), span.start).join(''));
        expect(span.after).toBe(python.slice(span.end, span.end + 32).join(''));
        const found = locate(span, { text, offsets: new TextOffsets(text), revision: revisionOf(text) });
        expect(found.status).toBe('kept');
      }),
    );
  });
});

describe('newReview', () => {
  it('holds what finds the finding again', () => {
    const review = newReview({
      article,
      range: rangeOf(article, 'ke'),
      suffix: 'bbbbbb',
      rule: 'fused/case',
      verdict: 'dismissed',
    });
    expect(review).toMatchObject({
      kind: 'review',
      id: '00000036-bbbbbb',
      rule: 'fused/case',
      text: 'ke',
      verdict: 'dismissed',
    });
  });
});
