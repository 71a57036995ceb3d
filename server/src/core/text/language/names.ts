/** What a language (BCP 47) calls itself, which every annotator can read; else its tag. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  } catch {
    return language; // a code of the detectors that is no tag
  }
}
