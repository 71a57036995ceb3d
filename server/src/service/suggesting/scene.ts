import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import type { Mention } from '../../core/entities/mention.ts';
import type { NearIndex } from '../../core/entities/near/nearIndex.ts';
import type { TaggedIndex } from '../../core/suggestions/tagged/taggedIndex.ts';
import type { Lexicon } from '../../core/text/lexicon/lexicon.ts';
import type { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { nearIndexOf } from './nearIndexes.ts';
import type { Suggesting } from './suggesting.ts';

/** An article with all that suggestions for it are made from. */
export interface SuggestingScene {
  readonly article: Article;
  readonly suggesting: Suggesting;
  readonly gazetteer: Gazetteer;
  /** Another one whenever other names are known. */
  readonly key: string;
  readonly mentions: readonly Mention[];
  readonly lexicon: Lexicon;
  readonly near: NearIndex;
  /** What people have tagged elsewhere, once it is gathered. */
  readonly tagged: TaggedIndex | undefined;
}

/** Paragraphs between two steps of which nothing is new. */
export const KEPT_A_STEP = 200;

/** Waits for all that suggestions need. Throws `Cancelled`. */
export async function suggestingScene(
  { host, languages, suggesting, tagged }: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<SuggestingScene> {
  const { gazetteer, key } = await article.project.entities();
  const mentions = await article.mentions(cancel);
  const near = await nearIndexOf(gazetteer, suggesting, host);
  const lexicon = await languages.words.for(article.language);
  const index = tagged.indexOf(article.project);
  return { article, suggesting, gazetteer, key, mentions, near, lexicon, tagged: index };
}
