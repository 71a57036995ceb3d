import type { Suggestion } from '../core/suggestions/suggestion.ts';
import type { Article } from './articles.ts';
import type { Cancellation } from './ports.ts';
import type { Workspace } from './workspace.ts';

/**
 * What whoever works here may want to tag in an article, in text order (UTF-16 units of it). What makes suggestions is
 * large, with words of many languages in it, and the server starts without: it is loaded when somebody asks first.
 */
export async function suggestionsOf(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<readonly Suggestion[]> {
  const making = await import('./suggesting/suggestions.ts');
  return making.suggestionsOf(workspace, article, cancel);
}
