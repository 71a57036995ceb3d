/** Languages whose small i has a capital with a dot. */
const DOTTED: ReadonlySet<string> = new Set(['tr', 'az', 'crh', 'tt']);

/** The letter cases in which a name's first word is accepted, by the languages that use it; some may be equal. */
export function writingsOf(word: string, languages: readonly string[]): readonly string[] {
  const rest = word.slice(1);
  const capital = word.charAt(0).toUpperCase();
  const writings = [word, word.toUpperCase(), capital + rest, capital + rest.toLowerCase()];
  if (hasUsualWritings(languages)) return writings;
  return [...writings, word.replaceAll('i', 'İ').toUpperCase(), word.charAt(0) === 'i' ? `İ${rest}` : word];
}

/** True where the languages of a name do not matter for how its first word may be written. */
export function hasUsualWritings(languages: readonly string[]): boolean {
  return !languages.some((language) => DOTTED.has(language));
}

/** By what a filter knows the beginning of a name, from its two hashes. */
export function beginningOf(a: number, b: number): number {
  return (a ^ Math.imul(b, 0x85ebca6b)) | 0;
}

/**
 * True for words that begin with a small letter of the English alphabet: nearly all of a text, and of hardly a name.
 * They have a filter of their own, which is small enough to stay in the processor's cache.
 */
export function beginsSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}
