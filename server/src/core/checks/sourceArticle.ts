import { ParagraphCache, splitArticle } from '../text/article.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Token } from '../text/tokens.ts';

/** The article that another one is a translation of. */
export interface SourceArticle {
  /** Another one whenever an answer may be another one: what was found with it is kept under it. */
  readonly key: string;
  /** BCP 47 primary subtag; `und` where it could not be told. */
  readonly language: string;
  /** True where a sentence of it is this one, but for its marks, blanks and quotes. */
  hasSentence(text: string): boolean;
  /** True where words stand in it side by side, written with the same capitals. */
  hasPhrase(words: readonly string[]): boolean;
}

/** Longer phrases are looked up by their parts of so many words. */
const LONGEST_PART = 4;
const BETWEEN = ' ';

/** A source article of a text. `key` must name the text. Linear in the text; what it needs is made on first use. */
export function createSourceArticle(text: string, language: string, key: string): SourceArticle {
  const { sentences, parts } = lazyIndex(text, language);
  return {
    key,
    language,
    hasSentence: (sentence) => {
      const words = wordsOf(sentence);
      return words !== '' && sentences().has(words);
    },
    hasPhrase: (words) => {
      if (words.length === 0) return false;
      if (words.length <= LONGEST_PART) return parts().has(words.join(BETWEEN));
      for (let i = 0; i + LONGEST_PART <= words.length; i++)
        if (!parts().has(words.slice(i, i + LONGEST_PART).join(BETWEEN))) return false;
      return true;
    },
  };
}

/** The words of a sentence in lower case, with one blank between them: what marks and quotes do not change. */
function wordsOf(sentence: string): string {
  return (
    sentence
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []
  ).join(BETWEEN);
}

function lazyIndex(text: string, language: string) {
  let index: { sentences: ReadonlySet<string>; parts: ReadonlySet<string> } | undefined;
  const made = () => {
    index ??= indexOf(text, language);
    return index;
  };
  return { sentences: () => made().sentences, parts: () => made().parts };
}

function indexOf(text: string, language: string) {
  const sentences = new Set<string>();
  const parts = new Set<string>();
  for (const { paragraph } of splitArticle(text, new ParagraphCache())) {
    for (const { start, end } of paragraph.sentences(language))
      sentences.add(wordsOf(paragraph.text.slice(start, end)));
    addParts(paragraph, parts);
  }
  return { sentences, parts };
}

/** Adds every run of one to four words that has no mark inside but hyphens. */
function addParts({ tokens }: Paragraph, parts: Set<string>): void {
  let run: string[] = [];
  const add = ({ text }: Token) => {
    run.push(text);
    if (run.length > LONGEST_PART) run = run.slice(1);
    for (let from = 0; from < run.length; from++) parts.add(run.slice(from).join(BETWEEN));
  };
  for (const token of tokens) {
    if (token.kind === 'word') add(token);
    else if (token.text !== '-') run = [];
  }
}
