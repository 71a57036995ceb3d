import type { Finding } from '../../../core/checks/finding.ts';
import type { Gazetteer } from '../../../core/entities/gazetteer.ts';
import type { Mention } from '../../../core/entities/mention.ts';
import type { TextRange } from '../../../core/text/range.ts';
import type { PlacedSpan } from '../../annotations.ts';
import type { Article } from '../../articles.ts';

/** What an offer of actions looks at. */
export interface ActionScene {
  readonly article: Article;
  /** The selection or cursor, UTF-16 units of the article. */
  readonly at: TextRange;
  readonly placed: readonly PlacedSpan[];
  /** Undismissed findings that touch the selection. */
  readonly findings: readonly Finding[];
  readonly mentions: readonly Mention[];
  readonly gazetteer: Gazetteer;
  /** The sidecar that this person writes; undefined where they cannot write any. */
  readonly ownSidecar: string | undefined;
  /** What every intent starts with. */
  readonly origin: { readonly uri: string; readonly version: number };
}
