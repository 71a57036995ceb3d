import { type LanguageWords, wordBookOf } from '../../../text/lexicon/lexicon.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { ArticleView } from '../../articleView.ts';
import type { RuleContext } from '../../rule.ts';
import { isAscii, type UnknownWord, unknownWords } from '../../unknownWords.ts';
import { corrections } from './corrections.ts';
import { type Mash, mashOf } from './mashed.ts';
import { misreadOf } from './misread.ts';

/** What the rules of this family make of an unknown word. */
export interface OddWord extends UnknownWord {
  /** Words that it is one slip away from, likeliest first. */
  readonly guesses: readonly string[];
  /** The common word that a scanner reads so. */
  readonly misread: string | undefined;
  /** What makes it look like keys hit at random, or like letters in disorder. */
  readonly mash: Mash | undefined;
}

/** Shorter words have too many neighbours. Syllables of Vietnamese are short, and few. */
const SHORTEST_SLIP = 5;
const SHORTEST_VIETNAMESE_SLIP = 4;
/** A paragraph with more unknown words than these, and than this share of its tokens, is in another language. */
const MOST_SLIPS = 5;
const FOREIGN_SHARE = 0.2;
const NONE: readonly OddWord[] = [];
/** Half of a compound. */
const SHORTEST_HALF = 3;

/** The unknown words of a paragraph that look like a slip or like a mash; kept with it under `key`, see `oddOnce`. */
function oddWords(paragraph: Paragraph, context: RuleContext, key: string): readonly OddWord[] {
  return paragraph.memo(key, () => {
    const unknown = unknownWords(paragraph, context);
    const own = context.lexicon.of(context.language);
    if (unknown.length === 0 || own === undefined) return NONE;
    const isForeign = unknown.length > Math.max(MOST_SLIPS, FOREIGN_SHARE * paragraph.tokens.length);
    return unknown.flatMap((one) => {
      const misread = isForeign ? undefined : misreadOf(one.word, own);
      // Marks on letters are a foreign word's, or the syllable rule's.
      if (!isAscii(one.word) || one.word.includes("'"))
        return misread === undefined ? [] : [{ ...one, guesses: [misread], misread, mash: undefined }];
      const near = isForeign ? [] : slips(one.word, context.language, own);
      const guesses = misread === undefined ? near : [misread, ...near.filter((guess) => guess !== misread)];
      const looks = mashOf(one.word, context);
      const mash = isForeign && looks?.orderAlone ? undefined : looks;
      return guesses.length === 0 && mash === undefined ? [] : [{ ...one, guesses, misread, mash }];
    });
  });
}

/**
 * An article's unknown words that stand in it once: a word that is repeated is a word that we do not know. Each with
 * the place of its paragraph.
 */
export function oddOnce(
  article: ArticleView,
  context: RuleContext,
): readonly { readonly odd: OddWord; readonly start: number }[] {
  const all = new Map<string, { readonly odd: OddWord; readonly start: number } | undefined>();
  const key = wordBookOf(context.lexicon, context.language).key('odd words');
  for (const { index, items } of article.collect(key, (paragraph) => oddWords(paragraph, context, key)))
    for (const odd of items)
      all.set(
        odd.word,
        all.has(odd.word) ? undefined : { odd, start: article.paragraphs[index]?.start ?? 0 },
      );
  return [...all.values()].filter((one) => one !== undefined).filter(({ odd }) => !context.accepts(odd.word));
}

function slips(word: string, language: string, words: LanguageWords): readonly string[] {
  const shortest = language === 'vi' ? SHORTEST_VIETNAMESE_SLIP : SHORTEST_SLIP;
  if (word.length < shortest || (language !== 'vi' && isCompound(word, words))) return [];
  return corrections(word, words);
}

/** Two words written as one: right in compounds, and another rule's where it is not. */
function isCompound(word: string, words: LanguageWords): boolean {
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++)
    if ((words.listed?.(word.slice(0, at)) ?? 0) > 1 && (words.listed?.(word.slice(at)) ?? 0) > 1)
      return true;
  return false;
}
