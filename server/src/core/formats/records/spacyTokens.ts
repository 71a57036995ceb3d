import { tokenizer } from '../tokens/tokenizer.ts';

/** A token as spaCy has them: blanks are tokens too, but for one blank behind a word. UTF-16 units. */
export interface SpacyToken {
  readonly start: number;
  readonly end: number;
  /** Whether one blank follows that is no token. */
  readonly ws: boolean;
  readonly blank: boolean;
}

/** What Python's `str.isspace` takes for blank: spaCy puts a text together again from its words by that. */
const BLANK = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const SPACE = 32;
/** Those of them that no expression takes for a blank here. */
const HIDDEN = /[\u001c-\u001f\u0085]/;
const RUN = new RegExp(`${BLANK.source}+|[^${BLANK.source.slice(1)}+`, 'g');

/**
 * The tokens of a text (in the language's own way) together with the blanks between them, so that spaCy's
 * `get_words_and_spaces` gives the same text: tokens and their `ws` make up all of it.
 */
export function spacyTokens(text: string, language: string): SpacyToken[] {
  const tokens: SpacyToken[] = [];
  let at = 0;
  const word = (start: number, end: number): void => {
    blanks(start);
    const ws = text[end] === ' ';
    tokens.push({ start, end, ws, blank: false });
    at = ws ? end + 1 : end;
  };
  const blanks = (until: number): void => {
    if (at < until) tokens.push({ start: at, end: until, ws: false, blank: true });
  };
  // What is between two words, or is a word to our own way only: blanks, and what Python takes for none.
  const between = (from: number, to: number): void => {
    if (from === to || (to - from === 1 && text.charCodeAt(from) === SPACE)) return;
    for (const run of text.slice(from, to).matchAll(RUN))
      if (!BLANK.test(run[0])) word(from + run.index, from + run.index + run[0].length);
  };
  let behind = 0;
  for (const { start, end } of tokenizer(language).split(text)) {
    between(behind, start);
    // No blank is inside a token but those that only Python takes for one.
    if (HIDDEN.test(text.slice(start, end))) between(start, end);
    else word(start, end);
    behind = end;
  }
  between(behind, text.length);
  blanks(text.length);
  return tokens;
}
