import type { SentenceIdentifier } from '../text/language/identifier.ts';
import type { LanguageWords, Lexicon } from '../text/lexicon/lexicon.ts';
import type { TextRange } from '../text/range.ts';
import { splitTokens } from '../text/tokens.ts';

/** What can be counted or computed of a sentence without a person: what a classifier learns from. */
export interface SentenceFeatures {
  /** The article's language (BCP 47 primary subtag, `und` where unknown), and whether the project declares it. */
  readonly language: string;
  readonly declared: boolean;
  /** The likeliest language of the sentence alone, 0–1; null where it has hardly a letter, or nothing can be said. */
  readonly identified: string | null;
  readonly confidence: number | null;
  /** By how much another language is likelier than the article's: eld (0–1) and fastText (nats); null: it is not. */
  readonly eldMargin: number | null;
  readonly fasttextMargin: number | null;
  /** Code points, and words. */
  readonly characters: number;
  readonly words: number;
  /** Shares of its code points. */
  readonly letters: number;
  readonly digits: number;
  readonly nonAscii: number;
  /** Share of its letters that are capitals. */
  readonly capitals: number;
  /** U+FFFD, and private-use and control characters. */
  readonly brokenCharacters: number;
  /** Code points of its longest word. */
  readonly longestWord: number;
  /** Share of its words that are not known in the article's language; null where its words are not known at all. */
  readonly unknownWords: number | null;
  /** Share of its words that are not known in the article's language, but in the identified one, or in English. */
  readonly foreignWords: number | null;
  /** Share of its code points that findings of rules mark. */
  readonly marked: number;
}

/** What is known of languages. */
export interface LanguageEvidence {
  readonly language: string;
  readonly declared: boolean;
  readonly identifier: SentenceIdentifier | undefined;
  readonly lexicon: Lexicon;
}

const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;
const DIGIT = /\p{Nd}/u;
const BROKEN = /[\ufffd\p{Co}]|[^\P{Cc}\t\n\r]/u;

/** The features of a sentence. `marked`: what findings mark of it, from its start; code points. */
export function sentenceFeatures(
  text: string,
  marked: readonly TextRange[],
  { language, declared, identifier, lexicon }: LanguageEvidence,
): SentenceFeatures {
  const found = identifier?.identify(text);
  const foreign = language === 'und' ? undefined : identifier?.foreign(text, language, declared);
  const words = splitTokens(text)
    .filter((token) => token.kind === 'word')
    .map((token) => token.text);
  const characters = [...text];
  const count = (of: RegExp) => characters.filter((character) => of.test(character)).length;
  const letters = count(LETTER);
  const all = Math.max(1, characters.length);
  return {
    language,
    declared,
    identified: found?.language ?? null,
    confidence: found?.confidence ?? null,
    eldMargin: foreign?.eldMargin ?? null,
    fasttextMargin: foreign?.fasttextMargin ?? null,
    characters: characters.length,
    words: words.length,
    letters: letters / all,
    digits: count(DIGIT) / all,
    nonAscii: characters.filter((character) => character > '\u007f').length / all,
    capitals: count(CAPITAL) / Math.max(1, letters),
    brokenCharacters: count(BROKEN),
    longestWord: words.reduce((longest, word) => Math.max(longest, [...word].length), 0),
    ...wordShares(words, language, found?.language, lexicon),
    marked: sharedLength(marked, { start: 0, end: characters.length }) / all,
  };
}

function wordShares(
  words: readonly string[],
  language: string,
  identified: string | undefined,
  lexicon: Lexicon,
): Pick<SentenceFeatures, 'unknownWords' | 'foreignWords'> {
  const own = lexicon.of(language);
  if (!own || words.length === 0) return { unknownWords: null, foreignWords: null };
  const others = [...new Set([identified ?? 'en', 'en'])]
    .filter((other) => other !== language)
    .map((other) => lexicon.of(other))
    .filter((other): other is LanguageWords => other !== undefined);
  const unknown = words
    .map((word) => word.normalize('NFC').toLowerCase())
    .filter((word) => own.commonness(word) === 0);
  const foreign = unknown.filter((word) => others.some((other) => other.commonness(word) > 0));
  return { unknownWords: unknown.length / words.length, foreignWords: foreign.length / words.length };
}

/** How much of a stretch others cover, each place counted once. */
export function sharedLength(parts: readonly TextRange[], { start, end }: TextRange): number {
  let covered = start;
  let length = 0;
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(covered, part.start);
    const to = Math.min(end, part.end);
    if (to <= from) continue;
    length += to - from;
    covered = to;
  }
  return length;
}
