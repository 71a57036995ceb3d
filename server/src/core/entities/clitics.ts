const NOTHING = (): number => -1;
/** Shorter words with this ending are words or names of their own (`Sonya`, `Tanya`). */
const SHORTEST = 7;

/**
 * For a language that writes small words onto the end of names, where a word of the text ends without them; −1 where
 * it has none. Indonesian and Malay: `-nya` (`Talibannya`). Suffixes after an apostrophe or a hyphen need no rule,
 * since a word ends there.
 */
export function stemBeforeClitic(text: string, language: string): (start: number, end: number) => number {
  if (language !== 'id' && language !== 'ms') return NOTHING;
  return (start, end) => (end - start >= SHORTEST && text.startsWith('nya', end - 3) ? end - 3 : -1);
}
