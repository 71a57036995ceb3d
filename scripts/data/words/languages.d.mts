/** Packages that the lists are read from. */
export const WORD_PACKAGES: readonly string[];
/** Languages that have a list (BCP 47), sorted. */
export const WORD_LANGUAGES: readonly string[];
/** The words of a language by commonness, as `packWords` takes them. */
export function wordsOf(
  language: string,
  packageFolder: (name: string) => string,
): Promise<{
  classes: ReadonlyMap<string, number>;
  thorough: boolean;
  letters?: boolean;
  shuffled?: boolean;
}>;
