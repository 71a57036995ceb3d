import type { LocatedArticle } from '../annotations/locate.ts';
import type { Decision } from '../annotations/model.ts';

/** What new lines of the gold layer are made with. */
export interface Deciding {
  /** As it is now: new lines are anchored in it. */
  readonly article: LocatedArticle;
  readonly decision: Decision;
  /** Who decides. */
  readonly by?: string;
  /** Why. */
  readonly note?: string;
}
