import type { CommonWords } from '../commonWords.ts';
import { confusableWith } from './confusables.ts';

/** Fewer common words prove nothing. */
const FEWEST = 3;
/** Share of a sentence's words that must be the language's own common words. */
const SHARE = 0.2;
/** A word that more other languages have among their commonest (`a`, `de`, `en`) is nobody's own. */
const MOST_OTHERS = 1;
/** Languages whose lists a word is compared with: those in Latin letters, where short words coincide. */
const RIVALS =
  'id vi en es fr de pt it nl tr tl sw sv da no fi pl cs ro hu ca hr sk et lv lt sl eu ga gl ha so zu yo'.split(
    ' ',
  );
/** As many units of a sentence are enough to tell. */
const MOST_UNITS = 400;

/**
 * Tells without any detector that a sentence is plainly in a language: at least three of its words, and a fifth, are
 * common words of the language that at most one other has. False means that a detector must be asked. On NTREX, of
 * the sentences of Indonesian, Vietnamese, English, German and Russian 84–94 % are plain in their own language, and
 * 0.01 % of those of others (bench/language/splice.mjs).
 */
export class PlainTest {
  private readonly commonWords: CommonWords;
  private readonly own = new Map<string, ReadonlySet<string>>();

  constructor(commonWords: CommonWords) {
    this.commonWords = commonWords;
  }

  /** `language`: BCP 47 primary subtag. Always false for one without a list of common words. */
  isPlainlyIn(language: string, sentence: string): boolean {
    const own = this.ownWords(language);
    if (own.size === 0) return false;
    const words =
      sentence
        .slice(0, MOST_UNITS)
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu) ?? [];
    const needed = Math.max(FEWEST, SHARE * words.length);
    let found = 0;
    for (const word of words) if (own.has(word) && ++found >= needed) return true;
    return false;
  }

  private ownWords(language: string): ReadonlySet<string> {
    const kept = this.own.get(language);
    if (kept) return kept;
    const near = confusableWith(language);
    const others = RIVALS.filter((rival) => !near.has(rival)).map((rival) => this.commonWords.of(rival));
    const own = new Set<string>();
    for (const word of this.commonWords.of(language) ?? []) {
      let having = 0;
      for (const other of others) if (other?.has(word)) having++;
      if (having <= MOST_OTHERS) own.add(word);
    }
    this.own.set(language, own);
    return own;
  }
}
