import { describe, expect, it } from 'vitest';
import { ALIGNMENTS } from '../../../../../server/src/core/formats/format.ts';
import { alignSpan } from '../../../../../server/src/core/formats/tokens/align.ts';
import { resolveLayers, resolveOverlaps } from '../../../../../server/src/core/formats/tokens/overlaps.ts';
import { tokenizer } from '../../../../../server/src/core/formats/tokens/tokenizer.ts';

const text = ' Bandung  Barat, ya ';
const tokens = tokenizer('id').split(text);
const of = (start: number, end: number) =>
  ALIGNMENTS.map((mode) => {
    const aligned = alignSpan({ start, end }, tokens, mode);
    const words = aligned.range && text.slice(aligned.range.start, aligned.range.end);
    return [words, aligned.reason?.code].filter((x) => x !== undefined).join(' < ');
  });

describe('alignSpan', () => {
  it.each([
    ['a span of whole tokens', 1, 15, ['Bandung  Barat', 'Bandung  Barat', 'Bandung  Barat']],
    ['blanks at the edges', 0, 9, Array(3).fill('Bandung < outer-blanks')],
    ['a cut at the start', 3, 15, ['cuts-token', 'Bandung  Barat < cuts-token', 'Barat < cuts-token']],
    ['a cut at the end', 1, 12, ['cuts-token', 'Bandung  Barat < cuts-token', 'Bandung < cuts-token']],
    ['a part of one token', 2, 4, ['cuts-token', 'Bandung < cuts-token', 'cuts-token']],
    ['a cut at both ends of neighbours', 7, 12, ['cuts-token', 'Bandung  Barat < cuts-token', 'cuts-token']],
    ['blanks', 8, 10, Array(3).fill('no-token')],
    ['the blanks at the end', 19, 20, Array(3).fill('no-token')],
    ['nothing', 4, 4, Array(3).fill('empty')],
    ['touching tokens', 10, 16, ['Barat,', 'Barat,', 'Barat,']],
  ])('aligns %s', (_, start, end, expected) => {
    expect(of(start, end)).toEqual(expected);
  });

  it('knows which tokens they are', () => {
    expect(alignSpan({ start: 10, end: 16 }, tokens, 'strict')).toMatchObject({ first: 1, last: 2 });
    expect(alignSpan({ start: 0, end: 1 }, [], 'expand')).toMatchObject({ reason: { code: 'no-token' } });
  });
});

describe('resolveOverlaps', () => {
  const span = (start: number, end: number, label = 'X') => ({ start, end, label });
  const list = [
    span(0, 4),
    span(0, 4, 'Y'),
    span(2, 9),
    span(3, 5),
    span(8, 12),
    span(12, 14),
    span(20, 22),
    span(21, 23),
  ];

  it('keeps the longest, of equals the first, and says what the others give way to', () => {
    const { kept, others } = resolveOverlaps(list);
    expect(kept).toEqual([span(2, 9), span(12, 14), span(20, 22)]);
    expect(others.map((o) => [o.item.start, o.item.end, o.item.label, o.reason.code].join(' '))).toEqual([
      '0 4 X overlap',
      '0 4 Y overlap',
      '3 5 X nesting',
      '8 12 X overlap',
      '21 23 X overlap',
    ]);
  });

  it('fills further layers with what the first has no place for', () => {
    const { layers, others } = resolveLayers(list, 2);
    expect(layers[1]).toEqual([span(0, 4), span(8, 12), span(21, 23)]);
    expect(others.map((o) => [o.item.start, o.item.label, o.reason.code].join(' '))).toEqual([
      '0 Y same-place',
      '3 X overlap',
    ]);
  });
});
