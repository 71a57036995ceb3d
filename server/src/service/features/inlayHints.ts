import type { InlayHint, Range } from 'vscode-languageserver-types';
import { msg } from '../../core/message.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { overlaps } from '../../core/text/range.ts';
import type { PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { toTextRange } from '../convert.ts';
import type { Cancellation } from '../ports.ts';
import { tagText, wordSentences } from '../standingWords.ts';
import { suggestionsOf } from '../suggestions.ts';
import type { Workspace } from '../workspace.ts';

/** Which inline tags a reader wants: annotations only, or what is suggested too. */
export type InlineTagChoice = 'labels' | 'all';

function spoken(workspace: Workspace, article: Article, { standing }: PlacedSpan): { tooltip?: string } {
  const words = standing ? wordSentences(workspace, article.project.project.people, standing) : [];
  return words.length > 0 ? { tooltip: words.join('\n') } : {};
}

/** A suggestion as an inline tag: the label with a question mark, and how sure it is (`ORG? 0.75`). */
function suggestedTag(workspace: Workspace, article: Article, suggestion: Suggestion): InlayHint {
  const { end, label, score, because } = suggestion;
  const how = msg('To accept or refuse it, put the cursor in the words and open the light bulb (Ctrl+.).');
  return {
    position: article.document.positionAt(end),
    label: `${label}? ${score.toFixed(2)}`,
    paddingLeft: true,
    tooltip: `${workspace.say(msg('Suggested as {0}. {1}', label, workspace.say(because)))}\n${workspace.say(how)}`,
  };
}

/** The inline tags of a range: the label after each annotated span; what is suggested, where wanted. */
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
  const suggestions = await suggestionsOf(workspace, article, cancel);
  for (const suggestion of suggestions)
    if (overlaps(suggestion, asked)) hints.push(suggestedTag(workspace, article, suggestion));
  return hints;
}
