import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus, writeCorpus } from '../../../../server/src/core/corpus/corpusFile.ts';
import { CountTable } from '../../../../server/src/core/corpus/countTable.ts';
import { LearnedCorpus } from '../../../../server/src/core/corpus/learnedCorpus.ts';
import type { ArticleSketch } from '../../../../server/src/core/corpus/sketch.ts';
import { finish } from '../../../../server/src/core/steps.ts';

const hashes = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
  .map((values) => Uint32Array.from(values).sort());
/** Few sources and words, so that copies and shared words are the rule; a text decides all else of its sketch. */
const sketch = fc
  .record({ words: hashes, lines: hashes, source: fc.integer({ min: 0, max: 4 }) })
  .map((made): ArticleSketch => ({ ...made, text: textOf(made) }));
const articles = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), sketch), {
  maxLength: 40,
  selector: ([path]) => path,
});

function textOf({ words, lines, source }: Omit<ArticleSketch, 'text'>): number {
  let hash = source;
  for (const value of [...words, 1000, ...lines]) hash = (Math.imul(hash, 31) + value + 1) >>> 0;
  return hash;
}

function learn(
  list: readonly (readonly [number, ArticleSketch])[],
  corpus = new LearnedCorpus(),
): LearnedCorpus {
  for (const [path, made] of list) corpus.put(String(path), 'now', made);
  return corpus;
}

/** All that a corpus holds of its articles. */
function held(corpus: LearnedCorpus): unknown {
  const all = [];
  for (const article of corpus.learnedArticles())
    all.push({ ...article, words: [...article.words], lines: [...article.lines] });
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function bytesOf(corpus: LearnedCorpus): Uint8Array {
  return finish(writeCorpus(corpus, 'setup'));
}

/** Counts of every hash that the sketches above can hold. */
function allCounts(corpus: LearnedCorpus): number[][] {
  const all = Array.from({ length: 41 }, (_, hash) => hash);
  return [all.map((hash) => corpus.wordCount(hash)), all.map((hash) => corpus.lineCount(hash))];
}

describe('a learned corpus', () => {
  it('is the same in whatever order its articles came', () => {
    fc.assert(
      fc.property(
        articles.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
        ([one, other]) => {
          const a = learn(one);
          const b = learn(other);
          expect(held(b)).toEqual(held(a));
          expect(allCounts(b)).toEqual(allCounts(a));
        },
      ),
    );
  });

  it('is what it was once an article is taken away again', () => {
    fc.assert(
      fc.property(articles, articles, (before, more) => {
        const expected = learn(before);
        const corpus = learn(before);
        const added = more.map(([path, made]) => [path + 100, made] as const);
        learn(added, corpus);
        for (const [path] of added) corpus.delete(String(path));
        expect(allCounts(corpus)).toEqual(allCounts(expected));
        expect(held(corpus)).toEqual(held(expected));
        finish(corpus.tidy());
        expect(held(corpus)).toEqual(held(expected));
      }),
    );
  });

  it('knows of an edited article what it would know of the new one alone', () => {
    fc.assert(
      fc.property(articles, sketch, (list, edited) => {
        const [first] = list;
        if (!first) return;
        const corpus = learn(list);
        corpus.put(String(first[0]), 'later', edited);
        expect(allCounts(corpus)).toEqual(allCounts(learn([[first[0], edited], ...list.slice(1)])));
      }),
    );
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const corpus = learn(list);
        const read = finish(readCorpus(bytesOf(corpus), 'setup'));
        expect(read && allCounts(read)).toEqual(allCounts(corpus));
        expect(read && bytesOf(read)).toEqual(bytesOf(corpus));
      }),
    );
  });

  it('is not read from bytes of another kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(finish(readCorpus(bytes, 'setup'))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(articles, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, place, change) => {
        const bytes = bytesOf(learn(list)).slice();
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(finish(readCorpus(bytes, 'setup'))).toBeUndefined();
        expect(finish(readCorpus(bytes.subarray(0, at), 'setup'))).toBeUndefined();
      }),
    );
  });
});

/** Undoes the multiplication by which the table scatters hashes. */
const GATHER = 0x0e8b2f51;

/** Hashes that all want to stand at the end of a table of any size, beside each other or in the same places. */
function crowded(n: number): number {
  return Math.imul(((0xf8000000 + (n % 32) * 0x00400000) | n) >>> 0, GATHER) >>> 0;
}

describe('a table of counts', () => {
  it('counts as a Map does, up to its limit, and frees what it no longer needs', () => {
    const step = fc.record({ hash: fc.nat(900), add: fc.boolean(), times: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 3000, size: 'max' }), (steps) => {
        const table = new CountTable(255);
        const expected = new Map<number, number>();
        for (const { hash, add, times } of steps) {
          const spread = crowded(hash);
          for (let i = 0; i < times; i++) {
            const count = expected.get(spread) ?? 0;
            if (add) {
              table.add(spread);
              expected.set(spread, Math.min(table.most, count + 1));
            } else if (count > 0 && count < table.most) {
              table.remove(spread);
              if (count === 1) expected.delete(spread);
              else expected.set(spread, count - 1);
            }
          }
        }
        expect(table.size).toBe(expected.size);
        for (let hash = 0; hash <= 900; hash++)
          expect(table.count(crowded(hash))).toBe(expected.get(crowded(hash)) ?? 0);
      }),
      { numRuns: 30 },
    );
  });
});
