import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../server/src/core/datasets/parts.ts';
import { type ArticleProfile, profileOf } from '../../../../server/src/core/datasets/profile.ts';
import { type Split, type SplitOptions, splitArticles } from '../../../../server/src/core/datasets/split.ts';
import { finish } from '../../../../server/src/core/steps.ts';

/** Few different texts, so that some articles are copies. */
const anyText = fc.oneof(
  fc.nat(30).map((i) => `berita nomor ${i} tentang pasar ${i * 7} di kota ${i * 13}`),
  fc.constantFrom('', 'x', '北京市今天发布了新的交通规定'),
);

const anyProfile = fc
  .record({
    path: fc.nat(40).map((i) => `${i % 3}/${i}.txt`),
    text: anyText,
    language: fc.constantFrom('id', 'vi', 'und'),
    labels: fc.array(fc.constantFrom('PER', 'ORG', 'GPE', 'DATE', '__proto__'), { maxLength: 12 }),
  })
  .map(
    ({ path, text, language, labels }): ArticleProfile =>
      profileOf({
        path,
        text: `${text}`,
        language,
        spans: labels.map((label, i) => ({ id: `s${i}`, label, start: 0, end: 0, attributes: new Map() })),
        relations: [],
        documentLabels: [],
      }),
  );
const anyProfiles = fc.array(anyProfile, { minLength: 1, maxLength: 60 }).map(oneTextPerPath);
const anyParts = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 4 })
  .map((weights): Part[] => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight, i) => ({ name: `p${i}`, share: weight / sum }));
  });
const anySeed = fc.constantFrom('1', '2', 'x');
const anyMethod = fc.constantFrom('stratified', 'hash') as fc.Arbitrary<'stratified' | 'hash'>;

/** Layers of an article have its text and language. */
function oneTextPerPath(profiles: readonly ArticleProfile[]): ArticleProfile[] {
  const first = new Map<string, ArticleProfile>();
  return profiles.map((profile) => {
    const known = first.get(profile.path) ?? profile;
    first.set(profile.path, known);
    return { ...profile, signature: known.signature, language: known.language, characters: known.characters };
  });
}

function split(profiles: readonly ArticleProfile[], parts: Part[], seed: string, options?: SplitOptions) {
  return finish(splitArticles(profiles, parts, seed, options));
}

function made(result: ReturnType<typeof split>): result is Split {
  return !('refused' in result);
}

describe('a split', () => {
  it('gives every article one part, none of them empty, or says why not', () => {
    fc.assert(
      fc.property(anyProfiles, anyParts, anySeed, anyMethod, (profiles, parts, seed, method) => {
        const result = split(profiles, parts, seed, { method });
        const paths = [...new Set(profiles.map(({ path }) => path))];
        if (!made(result)) {
          expect(result.refused.template).toMatch(/articles/);
          return;
        }
        expect([...result.partOf.keys()].sort()).toEqual(paths.sort());
        expect(new Set(result.partOf.values()).size).toBe(parts.length);
      }),
    );
  });

  it('never parts near-duplicates', () => {
    fc.assert(
      fc.property(anyProfiles, anyParts, anySeed, anyMethod, (profiles, parts, seed, method) => {
        const result = split(profiles, parts, seed, { method });
        if (!made(result)) return;
        for (const group of result.report.nearDuplicates)
          expect(new Set(group.map((path) => result.partOf.get(path))).size).toBe(1);
      }),
    );
  });

  it('is the same whatever the order of the articles', () => {
    fc.assert(
      fc.property(
        anyProfiles,
        anyParts,
        anySeed,
        anyMethod,
        fc.nat(),
        (profiles, parts, seed, method, by) => {
          const turned = profiles
            .map((_, i) => profiles[(i + by) % profiles.length] as ArticleProfile)
            .reverse();
          const [a, b] = [split(profiles, parts, seed, { method }), split(turned, parts, seed, { method })];
          if (!made(a) || !made(b)) {
            expect(a).toEqual(b);
            return;
          }
          expect([...a.partOf].sort()).toEqual([...b.partOf].sort());
          expect(a.report).toEqual(b.report);
        },
      ),
    );
  });

  it('keeps what an earlier split had, and tells what that tears', () => {
    fc.assert(
      fc.property(anyProfiles, anyParts, anySeed, fc.nat(59), (profiles, parts, seed, before) => {
        const earlier = split(profiles.slice(0, before), parts, seed);
        if (!made(earlier)) return;
        const keep = new Map(
          [...earlier.partOf].map(([path, part]) => [path, parts[part]?.name ?? ''] as const),
        );
        const result = split(profiles, parts, seed, { keep });
        if (!made(result)) throw new Error('more articles are no fewer');
        for (const [path, part] of earlier.partOf) expect(result.partOf.get(path)).toBe(part);
      }),
    );
  });

  it('tells rows that add up', () => {
    fc.assert(
      fc.property(anyProfiles, anyParts, anySeed, (profiles, parts, seed) => {
        const result = split(profiles, parts, seed);
        if (!made(result)) return;
        const { rows } = result.report;
        for (const { total, got } of rows) expect(got.reduce((a, b) => a + b, 0)).toBe(total);
        expect(rows.find(({ what }) => what === 'articles')?.total).toBe(result.partOf.size);
        const labels = rows.filter(({ what }) => what === 'label').reduce((sum, { total }) => sum + total, 0);
        expect(labels).toBe(profiles.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0));
      }),
    );
  });
});
