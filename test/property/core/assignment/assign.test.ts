import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleToAssign, assign } from '../../../../server/src/core/assignment/assign.ts';
import type { Overlap } from '../../../../server/src/core/assignment/overlap.ts';

const people = fc.uniqueArray(fc.constantFrom('ana', 'budi', 'chi', 'dewi', 'eko', 'hà', '__proto__'), {
  minLength: 2,
});
const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '1', 'é', ' '), minLength: 1, maxLength: 12 });
const articles = fc.uniqueArray(
  fc.record({ path, weight: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 5000 })) }),
  { selector: (article) => article.path, maxLength: 60 },
);
const overlap: fc.Arbitrary<Overlap> = fc.oneof(
  fc.record({ each: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ share: fc.constantFrom(0, 0.1, 0.2, 0.5, 1) }),
);
const seed = fc.string({ maxLength: 4 });
const request = fc.record({ articles, annotators: people, overlap, seed });

const numbersOf = (plan: ReturnType<typeof assign>) =>
  plan.assignments.map(({ annotators }) => annotators.length);

function spreadOf(plan: ReturnType<typeof assign>): number {
  const loads = plan.workload.people.map((name) => plan.workload.of(name));
  return Math.max(...loads) - Math.min(...loads);
}

const heaviest = (all: readonly ArticleToAssign[]) => Math.max(0, ...all.map(({ weight }) => weight));

describe('sharing articles out', () => {
  test('nobody has more than somebody else by more than the heaviest article', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(spreadOf(assign({ ...asked, existing: [] }))).toBeLessThanOrEqual(heaviest(asked.articles));
      }),
    );
  });

  test('every article gets as many different people as asked for, or all there are', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 4 }), (asked, each) => {
        const plan = assign({ ...asked, overlap: { each }, existing: [] });
        expect(plan.assignments).toHaveLength(asked.articles.length);
        for (const { annotators } of plan.assignments) {
          expect(annotators).toHaveLength(Math.min(each, asked.annotators.length));
          expect(new Set(annotators).size).toBe(annotators.length);
          expect(asked.annotators).toEqual(expect.arrayContaining([...annotators]));
        }
      }),
    );
  });

  test('of a share of the articles two people get each, and one person each of the others', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 0, max: 100 }), (asked, percent) => {
        const numbers = numbersOf(assign({ ...asked, overlap: { share: percent / 100 }, existing: [] }));
        expect(numbers.every((n) => n === 1 || n === 2)).toBe(true);
        const wanted = Math.round((percent / 100) * asked.articles.length);
        expect(numbers.filter((n) => n === 2)).toHaveLength(wanted);
      }),
    );
  });

  test('the order in which articles and people come makes no difference', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const turned = {
          ...asked,
          articles: asked.articles.toReversed(),
          annotators: asked.annotators.toReversed(),
        };
        expect(assign({ ...turned, existing: [] }).assignments).toEqual(
          assign({ ...asked, existing: [] }).assignments,
        );
      }),
    );
  });

  test('what is assigned stays when articles are added, and loads draw no further apart', () => {
    fc.assert(
      fc.property(request, fc.nat(), fc.integer({ min: 0, max: 60 }), (asked, more, before) => {
        const first = asked.articles.slice(0, before);
        const early = assign({ ...asked, articles: first, existing: [] });
        const late = assign({ ...asked, seed: String(more), existing: early.assignments });
        for (const assignment of early.assignments) expect(late.assignments).toContainEqual(assignment);
        expect(late.added).toHaveLength(asked.articles.length - first.length);
        expect(spreadOf(late)).toBeLessThanOrEqual(heaviest(asked.articles));
        const again = assign({ ...asked, existing: late.assignments });
        expect(again.added).toEqual([]);
        expect(again.assignments).toEqual(late.assignments);
      }),
    );
  });

  test('who leaves keeps what is done; somebody else, who did not have it, gets each of the others', () => {
    fc.assert(
      fc.property(request, fc.nat(), (asked, pick) => {
        const early = assign({ ...asked, existing: [] });
        const from = asked.annotators[pick % asked.annotators.length] ?? '';
        const theirs = early.assignments.filter((a) => a.annotators.includes(from));
        const kept = new Set(theirs.filter((_, i) => i % 2 === 0).map(({ article }) => article));
        const staying = asked.annotators.filter((name) => name !== from);
        const late = assign({
          ...asked,
          annotators: staying,
          existing: early.assignments,
          reassign: { from, kept },
        });
        for (const [i, before] of early.assignments.entries()) {
          const after = late.assignments[i];
          const moves = before.annotators.includes(from) && !kept.has(before.article);
          if (!moves) expect(after).toEqual(before);
          else {
            expect(after?.annotators).not.toContain(from);
            expect(after?.annotators).toEqual(
              expect.arrayContaining(before.annotators.filter((name) => name !== from)),
            );
            const most = Math.min(before.annotators.length, staying.length);
            expect(new Set(after?.annotators).size).toBe(most);
          }
        }
      }),
    );
  });

  test('all pairs share about equally many articles, so that agreement can be computed for each', () => {
    const counted = fc.record({
      annotators: people,
      count: fc.integer({ min: 0, max: 150 }),
      each: fc.integer({ min: 2, max: 3 }),
      seed,
    });
    fc.assert(
      fc.property(counted, ({ annotators, count, each, seed: given }) => {
        const all = Array.from({ length: count }, (_, i) => ({ path: `${i}.txt`, weight: 1 }));
        const plan = assign({ articles: all, annotators, existing: [], overlap: { each }, seed: given });
        const pairs = annotators.flatMap((a, i) =>
          annotators.slice(i + 1).map((b) => plan.workload.together(a, b)),
        );
        expect(Math.max(...pairs) - Math.min(...pairs)).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('too many people to look at every set of them are kept balanced too', () => {
    const annotators = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const all = Array.from({ length: 500 }, (_, i) => ({ path: `${i}.txt`, weight: 1 + ((i * 7919) % 997) }));
    const plan = assign({ articles: all, annotators, existing: [], overlap: { each: 4 }, seed: '' });
    expect(spreadOf(plan)).toBeLessThanOrEqual(heaviest(all));
    expect(numbersOf(plan).every((n) => n === 4)).toBe(true);
  });
});
