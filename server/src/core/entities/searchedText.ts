import { type LetterCase, letterCaseOf } from './letterCase.ts';

/** A text being searched. */
export interface SearchedText {
  readonly text: string;
  /** BCP 47 primary subtag; `und` where unknown. */
  readonly language: string;
  /** How it is written; judged when first asked for, since most matches do not depend on it. */
  letterCase(): LetterCase;
}

/** The text as searched, with what is asked of it for every match. */
export function searchedText(text: string, language: string): SearchedText {
  let letterCase: LetterCase | undefined;
  return {
    text,
    language,
    letterCase: () => {
      letterCase ??= letterCaseOf(text);
      return letterCase;
    },
  };
}
