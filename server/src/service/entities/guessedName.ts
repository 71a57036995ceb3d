import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { contains, type TextRange } from '../../core/text/range.ts';

/** Suggestions of words that no entity file has, and so may want. */
const GUESSES: ReadonlySet<string> = new Set(['unknown', 'learned']);

/** The whole name that the cursor is in, where something is suggested there that nobody knows (UTF-16 units). */
export function guessedName(suggestions: readonly Suggestion[], at: TextRange): TextRange | undefined {
  if (at.start !== at.end) return undefined;
  return suggestions
    .filter((s) => GUESSES.has(s.source) && s.entity === undefined && contains(s, at))
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}
