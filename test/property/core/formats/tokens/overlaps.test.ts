import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveOverlaps } from '../../../../../server/src/core/formats/tokens/overlaps.ts';
import { overlaps } from '../../../../../server/src/core/text/range.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const anySpans = fc.array(
  fc
    .tuple(fc.nat(15), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 10 },
);

/** The rule as it is told, span by span. */
function byTheRule(spans: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  const inTurn = spans
    .map((span, place) => ({ span, place }))
    .sort(
      (a, b) =>
        b.span.end - b.span.start - (a.span.end - a.span.start) ||
        a.span.start - b.span.start ||
        a.place - b.place,
    );
  for (const { span } of inTurn) if (!kept.some((other) => overlaps(other, span))) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

describe('spans that share characters', () => {
  it('give way to the longest, then to the first; what is kept stands in text order', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { kept, others } = resolveOverlaps(spans);
        expect(kept).toEqual(byTheRule(spans));
        expect(others.map((o) => o.item)).toEqual(spans.filter((s) => !kept.includes(s)));
      }),
    );
  });

  it('say what they give way to', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { kept, others } = resolveOverlaps(spans);
        for (const { item, reason } of others) {
          const rivals = kept.filter((k) => overlaps(k, item));
          const codes = rivals.map((k) => {
            if (k.start === item.start && k.end === item.end) return 'same-place';
            return k.start <= item.start && item.end <= k.end ? 'nesting' : 'overlap';
          });
          expect(codes[0]).toBe(reason.code);
        }
      }),
    );
  });
});
