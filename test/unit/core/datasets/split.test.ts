import { describe, expect, it } from 'vitest';
import { type Part, parseParts } from '../../../../server/src/core/datasets/parts.ts';
import { type ArticleProfile, profileOf } from '../../../../server/src/core/datasets/profile.ts';
import { type Split, type SplitOptions, splitArticles } from '../../../../server/src/core/datasets/split.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { SeededRandom } from '../../../../server/src/core/statistics/seededRandom.ts';
import { finish } from '../../../../server/src/core/steps.ts';

/** A corpus in three languages with frequent and rare labels. */
function corpus(articles: number): ArticleProfile[] {
  const random = new SeededRandom(1);
  const frequency: readonly (readonly [string, number])[] = [
    ['DATE', 3],
    ['GARBLED', 0.1],
    ['ORG', 6],
    ['PER', 8],
  ];
  return Array.from({ length: articles }, (_, i) => {
    const counts = frequency.map(([, mean]) => Math.floor(-Math.log(1 - random.next()) * mean));
    return {
      path: `a${String(i).padStart(5, '0')}.txt`,
      language: ['id', 'vi', 'en'][random.below(3)] ?? 'id',
      labels: frequency.flatMap(([label], at) => ((counts[at] ?? 0) > 0 ? [label] : [])),
      counts: counts.filter((count) => count > 0),
      characters: 3000,
      signature: new Uint32Array(0),
    };
  });
}

const PARTS = parseParts('80/10/10') as readonly Part[];

function split(profiles: readonly ArticleProfile[], options?: SplitOptions, parts = PARTS): Split {
  const made = finish(splitArticles(profiles, parts, '1', options));
  if ('refused' in made) throw new Error(formatMessage(made.refused));
  return made;
}

/** How many of the articles that both have are in another part. */
function moved(before: Split, after: Split): number {
  return [...before.partOf].filter(([path, part]) => after.partOf.get(path) !== part).length;
}

describe('a split', () => {
  it('gives every part its share of articles, languages and labels', () => {
    const { report } = split(corpus(1000));
    for (const { what, name, total, got } of report.rows) {
      if (what === 'groups' || what === 'characters') continue;
      for (const [part, { share }] of PARTS.entries()) {
        const off = Math.abs((got[part] ?? 0) - share * total);
        // Within one of what was asked for, or within one in a hundred of all.
        expect([`${what} ${name}`, off <= Math.max(1, 0.01 * total)]).toEqual([`${what} ${name}`, true]);
      }
    }
  });

  it('meets the numbers of articles exactly where nothing stands against it', () => {
    for (const articles of [10, 50, 100, 330])
      expect(split(corpus(articles)).report.rows[0]?.got).toEqual(
        PARTS.map(({ share }) => Math.round(share * articles)),
      );
  });

  it('is another one with another seed', () => {
    const profiles = corpus(100);
    const other = finish(splitArticles(profiles, PARTS, '2'));
    if ('refused' in other) throw new Error('refused');
    expect(moved(split(profiles), other)).toBeGreaterThan(10);
  });

  it('moves no article when others come, by hash or where the old split is kept', () => {
    const profiles = corpus(1000);
    const [fewer, all] = [profiles.slice(0, 900), profiles];
    expect(moved(split(fewer, { method: 'hash' }), split(all, { method: 'hash' }))).toBe(0);
    const before = split(fewer);
    const keep = new Map([...before.partOf].map(([path, part]) => [path, PARTS[part]?.name ?? '']));
    const after = split(all, { keep });
    expect(moved(before, after)).toBe(0);
    expect(after.report.rows[0]?.got).toEqual([800, 100, 100]);
  });

  it('tells which near-duplicates a kept split tears, and keeps them where they were', () => {
    const text = 'Dua berita ini sama benar dari kata pertama sampai kata terakhir.';
    const profiles = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'].map((path) => {
      const own = path < 'c' ? text : `Berita ${path.repeat(9)} lain lagi isinya, lain juga ${path} katanya.`;
      return profileOf({ path, text: own, language: 'id', spans: [], relations: [], documentLabels: [] });
    });
    const { partOf, report } = split(profiles, {
      keep: new Map([
        ['a.txt', 'train'],
        ['b.txt', 'test'],
        ['c.txt', 'no such part'],
      ]),
    });
    expect([partOf.get('a.txt'), partOf.get('b.txt')]).toEqual([0, 2]);
    expect(report.torn).toEqual([['a.txt', 'b.txt']]);
  });

  it.each([
    [[], 'There are no articles to split.'],
    [corpus(2), '2 articles cannot fill 3 parts.'],
  ])('refuses what cannot be', (profiles, reason) => {
    const made = finish(splitArticles(profiles, PARTS, '1'));
    expect('refused' in made && formatMessage(made.refused)).toContain(reason);
  });

  it('says that near-duplicates leave too few groups', () => {
    const article = {
      text: 'Satu dua tiga empat',
      language: 'id',
      spans: [],
      relations: [],
      documentLabels: [],
    };
    const profiles = ['a', 'b', 'c', 'd'].map((path) => profileOf({ ...article, path }));
    const made = finish(splitArticles(profiles, PARTS, '1'));
    expect('refused' in made && formatMessage(made.refused)).toContain('leaves 1 groups for 3 parts');
  });

  it('balances what can be shared, and lets nothing else outvote it', () => {
    const two = corpus(40).map((profile, i) => ({
      ...profile,
      labels: ['PER', ...(i < 2 ? [`ONLY${i}`] : [])].sort(),
      counts: i < 2 ? [1, 1] : [1],
    }));
    const { report } = split(two, {}, parseParts('50/50') as readonly Part[]);
    expect(report.rows.find(({ name }) => name === 'PER')?.got).toEqual([20, 20]);
  });

  it('is made in time that grows with the articles, with as many labels as there are articles', () => {
    const profiles = corpus(4000).map((profile, i) => ({
      ...profile,
      labels: [`L${i >> 1}`, `M${i % 1999}`].sort(),
      counts: [1, 1],
    }));
    expect(split(profiles).report.rows[0]?.got).toEqual([3200, 400, 400]);
  });
});
