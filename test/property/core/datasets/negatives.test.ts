import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NegativeDraw } from '../../../../server/src/core/datasets/negatives.ts';
import { sentenceFeatures } from '../../../../server/src/core/datasets/sentenceFeatures.ts';
import { isPositive, type SentenceRecord } from '../../../../server/src/core/datasets/sentences.ts';
import { noLexicon } from '../../../../server/src/core/text/lexicon/lexicon.ts';

interface Shown {
  readonly part: number;
  readonly records: readonly SentenceRecord[];
}

const anyCorpus = fc
  .array(
    fc.record({
      part: fc.nat(1),
      language: fc.constantFrom('id', 'vi'),
      classes: fc.array(
        fc.constantFrom('GARBLED', 'confirmed', 'dismissed', 'open', 'clean', 'clean', 'clean'),
        {
          maxLength: 12,
        },
      ),
    }),
    { maxLength: 12 },
  )
  .map((articles): Shown[] =>
    articles.map(({ part, language, classes }, i) => ({
      part,
      records: classes.map((name, at): SentenceRecord => {
        const evidence = { language, declared: true, identifier: undefined, lexicon: noLexicon };
        const article = `${i}/thứ ${i}.txt`;
        return {
          id: `${article}#${at}`,
          article,
          start: at,
          end: at + 1,
          text: 'x',
          class: name,
          labels: [],
          tagged: 0,
          findings: [],
          features: sentenceFeatures('x', [], evidence),
        };
      }),
    })),
  );

function drawn(corpus: readonly Shown[], perPositive: number, seed: string) {
  const draw = new NegativeDraw(perPositive, seed);
  for (const { part, records } of corpus) draw.show(part, records);
  const told = draw.settle();
  return { told, taken: corpus.map(({ part, records }) => ({ part, records: draw.drawn(part, records) })) };
}

describe('the draw of clean sentences', () => {
  it('takes as many as were asked for, by part and language, and all others whole', () => {
    fc.assert(
      fc.property(anyCorpus, fc.nat(4), (corpus, perPositive) => {
        const { told, taken } = drawn(corpus, perPositive, 's');
        for (const { part, language, positives, clean, drawn: count } of told) {
          const of = (shown: readonly Shown[]) =>
            shown
              .filter((one) => one.part === part)
              .flatMap(({ records }) => records.filter(({ features }) => features.language === language));
          expect(positives).toBe(of(corpus).filter((r) => isPositive(r.class)).length);
          expect(count).toBe(Math.min(clean, positives * perPositive));
          expect(of(taken).filter((r) => r.class === 'clean')).toHaveLength(count);
          expect(of(taken).filter((r) => r.class !== 'clean')).toEqual(
            of(corpus).filter((r) => r.class !== 'clean'),
          );
        }
      }),
    );
  });

  it('takes those of articles with bad sentences first', () => {
    fc.assert(
      fc.property(anyCorpus, fc.integer({ min: 1, max: 3 }), (corpus, perPositive) => {
        const { taken } = drawn(corpus, perPositive, 's');
        for (const [i, { part, records }] of corpus.entries()) {
          const missed = records.filter((r) => r.class === 'clean' && !taken[i]?.records.includes(r));
          if (missed.length === 0 || !records.some((r) => isPositive(r.class))) continue;
          const language = records[0]?.features.language;
          const far = taken.filter(
            (one, at) => one.part === part && !corpus[at]?.records.some((r) => isPositive(r.class)),
          );
          const taken2 = far.flatMap((one) =>
            one.records.filter((r) => r.class === 'clean' && r.features.language === language),
          );
          expect(taken2).toEqual([]);
        }
      }),
    );
  });

  it('is the same whatever the order of the articles, and another with another seed', () => {
    fc.assert(
      fc.property(anyCorpus, (corpus) => {
        const ids = (shown: readonly Shown[]) =>
          shown.flatMap(({ records }) => records.map((r) => r.id)).sort();
        expect(ids(drawn(corpus, 1, 's').taken)).toEqual(ids(drawn([...corpus].reverse(), 1, 's').taken));
      }),
    );
    const [record] =
      fc.sample(
        anyCorpus.filter((c) => (c[0]?.records.length ?? 0) > 0),
        1,
      )[0]?.[0]?.records ?? [];
    const records = Array.from({ length: 400 }, (_, i) => ({
      ...(record as SentenceRecord),
      id: `a#${i}`,
      class: i < 20 ? 'GARBLED' : 'clean',
    }));
    const of = (seed: string) => drawn([{ part: 0, records }], 1, seed).taken[0]?.records.map(({ id }) => id);
    expect(of('1')).toHaveLength(40);
    expect(of('1')).not.toEqual(of('2'));
  });
});
