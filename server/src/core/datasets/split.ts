import { type Message, msg } from '../message.ts';
import type { Steps } from '../steps.ts';
import { fillEmpty, meetNumbers, mend } from './mend.ts';
import type { Part } from './parts.ts';
import type { ArticleProfile } from './profile.ts';
import { type SplitReport, splitReport } from './splitReport.ts';
import { type SplitUnit, splitUnits } from './splitUnits.ts';
import { Shares, stratify } from './stratify.ts';

/**
 * `stratified`: every part gets its share of each label and language. `hash`: each group of near-duplicates goes by a
 * hash of its own, so that another article moves no others; shares are met on average only.
 */
export const SPLIT_METHODS = ['stratified', 'hash'] as const;
export type SplitMethod = (typeof SPLIT_METHODS)[number];

export interface SplitOptions {
  readonly method?: SplitMethod;
  /** By path, the name of the part that an article is to stay in, as an earlier split had it. */
  readonly keep?: ReadonlyMap<string, string>;
  /** Jaccard similarity from which articles are near-duplicates. */
  readonly threshold?: number;
}

/** A dataset's articles shared out. */
export interface Split {
  readonly parts: readonly Part[];
  /** 0-based part of every article, by its path. */
  readonly partOf: ReadonlyMap<string, number>;
  readonly report: SplitReport;
}

/** Sweeps over all units that try to mend shares; few move in the third. */
const SWEEPS = 5;

/**
 * Shares out articles: whole ones, all layers of one together, near-duplicates on one side, each part with its share of
 * every label and language as nearly as that allows. The same profiles in any order, parts and seed give the same split.
 * `refused` says why there can be none, and what to do.
 */
export function* splitArticles(
  profiles: readonly ArticleProfile[],
  parts: readonly Part[],
  seed: string,
  { method = 'stratified', keep = new Map(), threshold }: SplitOptions = {},
): Steps<Split | { readonly refused: Message }> {
  if (profiles.length === 0) return { refused: msg('There are no articles to split.') };
  const made = yield* splitUnits(profiles, seed, threshold);
  const { units, strata } = made;
  if (units.length < parts.length) return { refused: tooFew(units, parts.length) };
  const shares = new Shares(
    units,
    strata.length,
    parts.map(({ share }) => share),
  );
  const torn = giveKept(units, shares, parts, keep);
  const kept = Uint8Array.from(shares.partOf, (part) => (part < 0 ? 0 : 1));
  yield;
  if (method === 'hash') {
    for (const [i, unit] of units.entries()) if (kept[i] === 0) shares.give(i, partByHash(unit, parts));
  } else {
    stratify(units, strata.length, shares);
    yield;
    for (let sweep = 0; sweep < SWEEPS && mend(shares, kept); sweep++) yield;
    meetNumbers(units, shares, kept);
  }
  fillEmpty(shares, kept);
  const partOf = new Map<string, number>();
  for (const [i, unit] of units.entries())
    for (const path of unit.paths) partOf.set(path, placeOf(path, keep, parts) ?? shares.partOf[i] ?? 0);
  const report = splitReport(profiles, parts, partOf, { ...made, torn });
  return { parts, partOf, report };
}

function tooFew(units: readonly SplitUnit[], parts: number): Message {
  const articles = units.reduce((sum, { paths }) => sum + paths.length, 0);
  return articles < parts
    ? msg('{0} articles cannot fill {1} parts. Ask for fewer parts.', articles, parts)
    : msg(
        'There are {0} articles, but near-duplicates belong together, which leaves {1} groups for {2} parts. Ask for fewer parts.',
        articles,
        units.length,
        parts,
      );
}

function placeOf(
  path: string,
  keep: ReadonlyMap<string, string>,
  parts: readonly Part[],
): number | undefined {
  const name = keep.get(path);
  const place = name === undefined ? -1 : parts.findIndex((part) => part.name === name);
  return place < 0 ? undefined : place;
}

/** Gives units to the parts that their articles have. Where they have several, the first counts; those are returned. */
function giveKept(
  units: readonly SplitUnit[],
  shares: Shares,
  parts: readonly Part[],
  keep: ReadonlyMap<string, string>,
): SplitUnit[] {
  const torn: SplitUnit[] = [];
  if (keep.size === 0) return torn;
  for (const [i, unit] of units.entries()) {
    const places = new Set(
      unit.paths.map((path) => placeOf(path, keep, parts)).filter((place) => place !== undefined),
    );
    if (places.size > 0) shares.give(i, Math.min(...places));
    if (places.size > 1) torn.push(unit);
  }
  return torn;
}

function partByHash({ random }: SplitUnit, parts: readonly Part[]): number {
  const at = random / 2 ** 32;
  let end = 0;
  for (const [i, { share }] of parts.entries()) {
    end += share;
    if (at < end) return i;
  }
  return parts.length - 1;
}
