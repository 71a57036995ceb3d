import type { TextRange } from '../../text/range.ts';
import { tokenizer } from '../tokens/tokenizer.ts';

/**
 * The tokens of a text as its language is split, but for those that annotations of tokens give: these stand, and what
 * they cut is left in pieces. So what was read with tokens of another kind is written with them again.
 */
export function tokensWith(text: string, language: string, given: readonly TextRange[]): TextRange[] {
  const fixed: TextRange[] = [];
  for (const { start, end } of [...given].sort((a, b) => a.start - b.start || a.end - b.end))
    if (start >= (fixed.at(-1)?.end ?? 0) && isWord(text.slice(start, end))) fixed.push({ start, end });
  const tokens: TextRange[] = [];
  let next = 0;
  for (const token of tokenizer(language).split(text)) {
    let { start } = token;
    for (let one = fixed[next]; one && one.start < token.end; one = fixed[next]) {
      if (one.start > start) tokens.push({ start, end: one.start });
      if (tokens.at(-1) !== one && one.start >= token.start) tokens.push(one);
      start = Math.max(start, one.end);
      if (one.end > token.end) break;
      next++;
    }
    if (start < token.end) tokens.push({ start, end: token.end });
  }
  return tokens;
}

/** What can stand in the line of a token: something, without tabs and line ends, that no blank begins or ends. */
function isWord(text: string): boolean {
  return text !== '' && text === text.trim() && !/[\t\n]/.test(text);
}
