import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NotedMentions, Postings } from '../../server/src/core/entities/postings.ts';

const row = fc.record({
  entity: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
  count: fc.integer({ min: 1, max: 300 }),
  line: fc.integer({ min: 0, max: 2000 }),
  character: fc.integer({ min: 0, max: 4000 }),
});
const rows = fc.uniqueArray(row, { selector: (r) => r.entity, maxLength: 5 });
const article = fc.constantFrom('1.txt', '2.txt', '3.txt', '4.txt');
const command = fc.oneof(
  fc.record({ what: fc.constant('set' as const), article, rows, language: fc.constantFrom('en', 'id') }),
  fc.record({ what: fc.constant('delete' as const), article }),
);

type Model = Map<string, { language: string; rows: NotedMentions[] }>;

function modelled(model: Model, entity: string) {
  return [...model].flatMap(([article, { rows }]) =>
    rows.filter((r) => r.entity === entity).map(({ entity: _entity, ...place }) => ({ article, ...place })),
  );
}

const sorted = <T extends { article: string }>(list: T[]) =>
  list.toSorted((a, b) => (a.article < b.article ? -1 : 1));

describe('postings', () => {
  it('know what a plain map knows, whatever was noted and forgotten', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const postings = new Postings();
        const model: Model = new Map();
        for (const command of commands) {
          model.delete(command.article);
          if (command.what === 'delete') postings.delete(command.article);
          else {
            postings.set(command.article, command.language, command.rows);
            model.set(command.article, command);
          }
        }
        expect(postings.size).toBe(model.size);
        for (const uri of ['1.txt', '2.txt', '3.txt', '4.txt']) {
          const known = model.get(uri);
          expect(postings.of(uri)?.language).toBe(known?.language);
          const own = postings.of(uri)?.mentions ?? new Map();
          expect(new Map(own)).toEqual(new Map((known?.rows ?? []).map((r) => [r.entity, r.count])));
        }
        for (const entity of ['a', '__proto__', 'nobody']) {
          const expected = modelled(model, entity);
          expect(sorted(postings.articlesWith(entity))).toEqual(sorted(expected));
          expect(postings.totals(entity)).toEqual({
            mentions: expected.reduce((sum, { count }) => sum + count, 0),
            articles: expected.length,
          });
          const counts = expected.map(({ count }) => count).sort((x, y) => y - x);
          expect(postings.most(entity, 2).map(({ count }) => count)).toEqual(counts.slice(0, 2));
          expect(postings.most(entity, 9, '1.txt').map((p) => p.article)).not.toContain('1.txt');
        }
        const together = new Map<string, number>();
        for (const { rows } of model.values()) {
          if (!rows.some((r) => r.entity === 'a')) continue;
          for (const { entity } of rows)
            if (entity !== 'a') together.set(entity, (together.get(entity) ?? 0) + 1);
        }
        expect(postings.together('a')).toEqual(together);
      }),
    );
  });

  it('stay as they are while rows are moved together, and do not grow with what is noted again', () => {
    const postings = new Postings();
    for (let i = 0; i < 400; i++)
      postings.set(`${i}`, 'en', [{ entity: `${i % 7}`, count: i + 1, line: i, character: 1 }]);
    for (let round = 0; round < 60; round++)
      for (let i = 0; i < 200; i++)
        postings.set(`${i}`, 'id', [{ entity: `${i % 7}`, count: i + 1, line: i, character: 1 }]);
    expect(postings.totals('3').articles).toBe([...Array(400).keys()].filter((i) => i % 7 === 3).length);
    expect(postings.most('3', 1)).toEqual([{ article: '395', count: 396, line: 395, character: 1 }]);
    expect(postings.languages()).toEqual([
      { language: 'en', articles: 200 },
      { language: 'id', articles: 200 },
    ]);
    postings.clear();
    expect([postings.size, postings.totals('3').articles, postings.articlesWith('3').length]).toEqual([
      0, 0, 0,
    ]);
  });

  it('keep who mentions a common entity most often right while articles come, change and go', () => {
    const postings = new Postings();
    const counts = new Map<string, number>();
    const put = (i: number, count: number) => {
      counts.set(`${i}`, count);
      postings.set(`${i}`, 'en', [{ entity: 'a', count, line: 0, character: 0 }]);
    };
    const highest = (n: number) => [...counts.values()].sort((x, y) => y - x).slice(0, n);
    const found = (n: number) => postings.most('a', n).map(({ count }) => count);
    for (let i = 0; i < 1500; i++) put(i, 1 + ((i * 7919) % 500));
    expect(found(5)).toEqual(highest(5));
    put(20_000, 900);
    expect(found(5)).toEqual(highest(5));
    for (let i = 0; i < 1500; i += 3) put(i, 1 + ((i * 31) % 700));
    expect(found(5)).toEqual(highest(5));
    postings.delete('20000');
    counts.delete('20000');
    expect(found(5)).toEqual(highest(5));
    expect(found(40)).toEqual(highest(40));
    const [first] = postings.most('a', 1);
    expect(postings.most('a', 15, first?.article).map(({ article }) => article)).not.toContain(
      first?.article,
    );
  });

  it('name the articles noted first among those that mention an entity equally often', () => {
    const postings = new Postings();
    for (const uri of ['x', 'y', 'z'])
      postings.set(uri, 'en', [{ entity: 'a', count: 2, line: 0, character: 0 }]);
    expect(postings.most('a', 2).map((p) => p.article)).toEqual(['x', 'y']);
  });
});
