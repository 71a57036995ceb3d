import type { Part } from './parts.ts';
import type { ArticleProfile } from './profile.ts';
import type { SplitUnit } from './splitUnits.ts';

/** How much of something each part has. What it should have is `total` times the part's share. */
export interface SharedOut {
  /** `articles`, `groups` of near-duplicates and single articles, and `characters` (code points) are one line each. */
  readonly what: 'articles' | 'groups' | 'characters' | 'language' | 'label';
  /** The language or label; empty for the others. */
  readonly name: string;
  readonly total: number;
  /** By part. */
  readonly got: readonly number[];
}

/** What a split gave. The same split gives the same report. */
export interface SplitReport {
  /** Articles, groups and characters; then languages and labels by name. */
  readonly rows: readonly SharedOut[];
  /** Paths of articles that are near-duplicates of each other, group by group. */
  readonly nearDuplicates: readonly (readonly string[])[];
  /** The estimated Jaccard similarity from which articles are near-duplicates. */
  readonly threshold: number;
  /** Groups whose articles an earlier split, which was kept, has in several parts. */
  readonly torn: readonly (readonly string[])[];
  /** Pairs of articles that were not compared, as their texts are like those of hundreds of others. */
  readonly passedOver: number;
}

interface Shared {
  readonly units: readonly SplitUnit[];
  readonly groups: readonly (readonly string[])[];
  readonly torn: readonly SplitUnit[];
  readonly threshold: number;
  readonly passedOver: number;
}

/** The report of a split: what each part has of everything. `partOf`: by path. */
export function splitReport(
  profiles: readonly ArticleProfile[],
  parts: readonly Part[],
  partOf: ReadonlyMap<string, number>,
  { units, groups, torn, threshold, passedOver }: Shared,
): SplitReport {
  const table = new Table(parts.length);
  const seen = new Set<string>();
  for (const { path, language, labels, counts, characters } of profiles) {
    const part = partOf.get(path) ?? 0;
    for (const [i, label] of labels.entries()) table.add('label', label, part, counts[i] ?? 0);
    if (seen.has(path)) continue;
    seen.add(path);
    table.add('articles', '', part, 1);
    table.add('characters', '', part, characters);
    table.add('language', language, part, 1);
  }
  for (const { paths } of units) table.add('groups', '', partOf.get(paths[0] ?? '') ?? 0, 1);
  return {
    rows: table.rows(),
    nearDuplicates: groups,
    threshold,
    torn: torn.map(({ paths }) => paths),
    passedOver,
  };
}

const ORDER: readonly SharedOut['what'][] = ['articles', 'groups', 'characters', 'language', 'label'];

class Table {
  private readonly parts: number;
  private readonly counts = new Map<string, { what: SharedOut['what']; name: string; got: number[] }>();

  constructor(parts: number) {
    this.parts = parts;
  }

  add(what: SharedOut['what'], name: string, part: number, amount: number): void {
    const key = `${what} ${name}`;
    const row = this.counts.get(key) ?? { what, name, got: new Array<number>(this.parts).fill(0) };
    row.got[part] = (row.got[part] ?? 0) + amount;
    this.counts.set(key, row);
  }

  rows(): SharedOut[] {
    return [...this.counts.values()]
      .sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what) || (a.name < b.name ? -1 : 1))
      .map((row) => ({ ...row, total: row.got.reduce((sum, n) => sum + n, 0) }));
  }
}
