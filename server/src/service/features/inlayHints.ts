import type { InlayHint, Range } from 'vscode-languageserver-types';
import { overlaps } from '../../core/text/range.ts';
import type { PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { toTextRange } from '../convert.ts';
import type { Cancellation } from '../ports.ts';
import { tagText, wordSentences } from '../standingWords.ts';
import type { Workspace } from '../workspace.ts';

/** Which inline tags a reader wants: annotations only, or known entities that are not tagged yet too. */
export type InlineTagChoice = 'labels' | 'all';

function spoken(workspace: Workspace, article: Article, { standing }: PlacedSpan): { tooltip?: string } {
  const words = standing ? wordSentences(workspace, article.project.project.people, standing) : [];
  return words.length > 0 ? { tooltip: words.join('\n') } : {};
}

/** The inline tags of a range: the label after each annotated span; known entities in brackets, where wanted. */
export async function inlayHints(
  workspace: Workspace,
  uri: string,
  range: Range,
  choice: InlineTagChoice,
  cancel: Cancellation,
): Promise<InlayHint[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const { document } = article;
  const asked = toTextRange(document, range);
  const { placed } = await workspace.annotations(article);
  const visible = placed.filter((s) => overlaps(s.range, asked));
  const hints: InlayHint[] = visible.map((span) => ({
    position: document.positionAt(span.range.end),
    label: tagText(span),
    paddingLeft: true,
    ...spoken(workspace, article, span),
  }));
  if (choice === 'labels') return hints;
  const mentions = await article.mentions(cancel);
  const { gazetteer } = await article.project.entities();
  for (const mention of mentions) {
    if (!overlaps(mention, asked) || visible.some((s) => overlaps(s.range, mention))) continue;
    const type = gazetteer.entity(mention.entityId)?.type;
    if (!type) continue;
    hints.push({ position: document.positionAt(mention.end), label: `(${type})`, paddingLeft: true });
  }
  return hints;
}
