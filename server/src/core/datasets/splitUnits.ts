import { EMPTY, spread, withUnit } from '../corpus/hashes.ts';
import type { Steps } from '../steps.ts';
import { nearDuplicates } from './nearDuplicates.ts';
import type { ArticleProfile } from './profile.ts';

/** Articles that a split keeps together: near-duplicates of each other, or one alone. */
export interface SplitUnit {
  /** Their paths, sorted. */
  readonly paths: readonly string[];
  /** What a split balances, by the places of strata … */
  readonly strata: readonly number[];
  /** … and how much of each the articles have, in the same order. */
  readonly amounts: readonly number[];
  /** Looks random, and is the same for the same seed and paths: 32 bits. */
  readonly random: number;
}

/** What parts should have equal shares of. */
export interface Stratum {
  /** `label+language`: a label in the articles of a language. */
  readonly kind: 'articles' | 'language' | 'label' | 'label+language';
  readonly label: string;
  readonly language: string;
}

export interface SplitUnits {
  /** In the order of `random`. */
  readonly units: readonly SplitUnit[];
  /** The first is that of all articles. */
  readonly strata: readonly Stratum[];
  /** Paths of near-duplicates, group by group, in order. */
  readonly groups: readonly (readonly string[])[];
  /** As `nearDuplicates` tells. */
  readonly threshold: number;
  readonly passedOver: number;
}

/** An article with all its layers. */
interface WholeArticle {
  readonly path: string;
  readonly layers: ArticleProfile[];
}

/**
 * What a split shares out: the layers of an article as one, near-duplicates together (`threshold`: as `nearDuplicates`
 * has it). The order of the profiles is no matter.
 */
export function* splitUnits(
  profiles: readonly ArticleProfile[],
  seed: string,
  threshold?: number,
): Steps<SplitUnits> {
  const articles = wholeArticles(profiles);
  const signatures = articles.map(({ layers }) => layers[0]?.signature ?? NO_SIGNATURE);
  const near = yield* nearDuplicates(signatures, threshold === undefined ? {} : { threshold });
  const strata = new Strata();
  const byGroup = new Map<number, WholeArticle[]>();
  for (const [i, article] of articles.entries()) {
    const first = near.groupOf[i] ?? i;
    const known = byGroup.get(first);
    if (known) known.push(article);
    else byGroup.set(first, [article]);
  }
  const units = balanceable([...byGroup.values()].map((group) => unitOf(group, strata, seed)));
  return {
    units: units.sort((a, b) => a.random - b.random || ((a.paths[0] ?? '') < (b.paths[0] ?? '') ? -1 : 1)),
    strata: strata.all,
    groups: near.groups.map((group) => group.map((i) => articles[i]?.path ?? '')),
    threshold: near.threshold,
    passedOver: near.passedOver,
  };
}

/** Units without the strata that they alone have: these cannot be shared, and would only outvote those that can. */
function balanceable(units: readonly SplitUnit[]): SplitUnit[] {
  const counts = new Map<number, number>();
  for (const { strata } of units)
    for (const stratum of strata) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  const isShared = (stratum: number) => stratum === ARTICLES || (counts.get(stratum) ?? 0) > 1;
  return units.map((unit) => ({
    ...unit,
    strata: unit.strata.filter(isShared),
    amounts: unit.amounts.filter((_, i) => isShared(unit.strata[i] ?? ARTICLES)),
  }));
}

/** The place of the stratum of all articles. */
export const ARTICLES = 0;

const NO_SIGNATURE = new Uint32Array(0);

function wholeArticles(profiles: readonly ArticleProfile[]): WholeArticle[] {
  const byPath = new Map<string, WholeArticle>();
  for (const profile of profiles) {
    const known = byPath.get(profile.path);
    if (known) known.layers.push(profile);
    else byPath.set(profile.path, { path: profile.path, layers: [profile] });
  }
  for (const { layers } of byPath.values())
    if (layers.length > 1) layers.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Layers that have the same are the same to a split. */
function orderOf({ language, labels, counts }: ArticleProfile): string {
  return JSON.stringify([language, labels, counts]);
}

function unitOf(articles: readonly WholeArticle[], strata: Strata, seed: string): SplitUnit {
  const amounts = new Map<number, number>();
  const add = (stratum: number, amount: number) => amounts.set(stratum, (amounts.get(stratum) ?? 0) + amount);
  let random = 0xffffffff;
  for (const { path, layers } of articles) {
    const language = layers[0]?.language ?? 'und';
    add(strata.place('articles', '', ''), 1);
    add(strata.place('language', '', language), 1);
    for (const { labels, counts } of layers) {
      for (const [i, label] of labels.entries()) {
        add(strata.place('label', label, ''), counts[i] ?? 0);
        add(strata.place('label+language', label, language), counts[i] ?? 0);
      }
    }
    // The least of all: an article that joins others mostly leaves them where they are.
    random = Math.min(random, hashOf(`${seed}\n${path}`));
  }
  return {
    paths: articles.map(({ path }) => path),
    strata: [...amounts.keys()],
    amounts: [...amounts.values()],
    random,
  };
}

/** Strata by their places. */
class Strata {
  readonly all: Stratum[] = [];
  private readonly places = new Map<string, number>();

  place(kind: Stratum['kind'], label: string, language: string): number {
    const key = JSON.stringify([kind, label, language]);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push({ kind, label, language }) - 1;
  }
}

function hashOf(text: string): number {
  let hash = EMPTY;
  for (let i = 0; i < text.length; i++) hash = withUnit(hash, text.charCodeAt(i));
  return spread(hash);
}
