import type { PlacedTag } from '../../core/suggestions/tagged/givenTag.ts';
import type { TaggedAs, TaggedString } from './taggedString.ts';

/** So many articles are named; the others are counted only. */
const MOST_ARTICLES = 5;

interface Tally {
  readonly as: Pick<TaggedAs, 'label' | 'annotator' | 'entity'>;
  count: number;
  readonly articles: Set<string>;
}

/** Tags of the same words, counted by label, annotator and entity: most frequent first. There is one at least. */
export function taggedStringOf(tags: readonly PlacedTag[]): TaggedString {
  const texts = new Map<string, number>();
  const tallies = new Map<string, Tally>();
  for (const { article, text, label, annotator, entity } of tags) {
    texts.set(text, (texts.get(text) ?? 0) + 1);
    const key = JSON.stringify([label, annotator, entity]);
    const tally = tallies.get(key) ?? { as: { label, annotator, entity }, count: 0, articles: new Set() };
    tally.count++;
    if (tally.articles.size < MOST_ARTICLES) tally.articles.add(article);
    tallies.set(key, tally);
  }
  const [usual] = [...texts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    text: usual?.[0] ?? '',
    tags: [...tallies.entries()]
      .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
      .map(([, { as, count, articles }]) => ({ ...as, count, articles: [...articles] })),
  };
}
