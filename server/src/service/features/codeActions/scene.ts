import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../../../core/checks/finding.ts';
import type { Gazetteer } from '../../../core/entities/gazetteer.ts';
import type { Mention } from '../../../core/entities/mention.ts';
import type { Suggestion } from '../../../core/suggestions/suggestion.ts';
import type { TextRange } from '../../../core/text/range.ts';
import { type LostSpan, ownVersion, type PlacedSpan } from '../../annotations.ts';
import type { Article } from '../../articles.ts';
import type { Refusals } from '../../refusals.ts';
import type { Verdicts } from '../../verdicts.ts';

export { excerpt } from '../../excerpt.ts';

/** What an offer of actions looks at. */
export interface ActionScene {
  readonly article: Article;
  /** The selection or cursor, UTF-16 units of the article. */
  readonly at: TextRange;
  readonly placed: readonly PlacedSpan[];
  /** Annotations whose words are gone. */
  readonly lost: readonly LostSpan[];
  /** All findings of the article that are not dismissed. */
  readonly reported: readonly Finding[];
  /** Those of them that touch the selection. */
  readonly findings: readonly Finding[];
  /** Dismissed findings that touch the selection. */
  readonly dismissed: readonly Finding[];
  readonly verdicts: Verdicts;
  readonly mentions: readonly Mention[];
  readonly gazetteer: Gazetteer;
  /** All of the article that this person has neither tagged nor refused. */
  readonly suggestions: readonly Suggestion[];
  readonly refusals: Refusals;
  /** The sidecar that this person writes; undefined where they cannot write any. */
  readonly ownSidecar: string | undefined;
  /** Whose that is; undefined for the shared one. Files of a former name are theirs too. */
  readonly ownName: string | undefined;
  /** What every intent starts with. */
  readonly origin: { readonly uri: string; readonly version: number };
}

/** True where this person has given exactly this stretch the label; what others have tagged each tags anew. */
export function isTagged(scene: ActionScene, { start, end }: TextRange, label: string): boolean {
  const { placed, ownSidecar } = scene;
  return placed.some(
    (s) =>
      s.range.start === start &&
      s.range.end === end &&
      ownVersion(s).label === label &&
      (ownSidecar === undefined || s.layer.uri === ownSidecar),
  );
}

/** The diagnostics of the client's that an action about the finding answers. */
export function answeredBy({ rule }: Finding, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter((d) => d.code === rule);
}
