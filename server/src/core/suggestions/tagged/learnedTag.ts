import type { PlacedTag } from './givenTag.ts';

/** What some words are learned to be tagged as. */
export interface LearnedTag {
  readonly label: string;
  /** The entity that all who linked them linked them to. */
  readonly entity: string | undefined;
  /** 0–1, see {@link learnedTag}. */
  readonly score: number;
  /** How often they got this label; everybody's tag counts. */
  readonly given: number;
  /** How often they were tagged at all. */
  readonly tagged: number;
  /** In how many articles they got this label. */
  readonly articles: number;
  /** How many people gave it. */
  readonly people: number;
}

/** The share of tags that must agree. */
const MAJORITY = 2 / 3;
/** Words that are tagged more seldom than this where they stand are ordinary ones. */
const LEAST_SHARE = 1 / 4;
/** What a place without a tag counts in an article that nobody is done with: they may not have come to it yet. */
const NOT_YET = 0.1;

/**
 * What words are to be tagged as, from how people have tagged them: undefined until two places, or two people, gave
 * them the same label, two thirds of their tags agree, and they are tagged at a quarter of the places they stand at.
 * `bare`: how often they stand without a tag in tagged articles, those that somebody is done with and others; of the
 * latter ten count as one.
 *
 * The score is Laplace's rule of succession, (k + 1) / (n + 2), for k tags of the label among n tags and bare places:
 * two tags 0.75, ten 0.92, ten beside two of another label 0.79.
 */
export function learnedTag(
  tags: readonly PlacedTag[],
  bare: { readonly done: number; readonly open: number },
): LearnedTag | undefined {
  const byLabel = new Map<string, PlacedTag[]>();
  for (const tag of tags) {
    const same = byLabel.get(tag.label);
    if (same) same.push(tag);
    else byLabel.set(tag.label, [tag]);
  }
  const [first] = [...byLabel.values()].sort((a, b) => b.length - a.length);
  const label = first?.[0]?.label;
  if (!first || label === undefined) return undefined;
  const places = new Set(first.map(({ article, place }) => `${place} ${article}`)).size;
  const people = new Set(first.map(({ annotator }) => annotator)).size;
  if (places < 2 && people < 2) return undefined;
  const seen = tags.length + bare.done + bare.open * NOT_YET;
  if (first.length < MAJORITY * tags.length || first.length < LEAST_SHARE * seen) return undefined;
  const entities = new Set(first.flatMap(({ entity }) => entity ?? []));
  const [entity] = entities;
  return {
    label,
    entity: entities.size === 1 ? entity : undefined,
    score: (first.length + 1) / (seen + 2),
    given: first.length,
    tagged: tags.length,
    articles: new Set(first.map(({ article }) => article)).size,
    people,
  };
}
