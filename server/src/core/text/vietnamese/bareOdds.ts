import type { LanguageWords } from '../lexicon/lexicon.ts';
import { isSyllable, markedForms } from './syllable.ts';

/** About how often a word of each class of commonness stands in a text (`Commonness`), as a share of its words. */
const FREQUENCY = [1e-7, 1e-6, 8e-6, 8e-5, 6e-4, 5e-3];
/** No single word proves more, and those that are common as they stand prove little, by their own commonness. */
const MOST_BITS_OF = [8, 8, 8, 5, 3, 2];
/** Lists take syllables that are English words too (`do`, `to`) for English and do not say how common they are. */
const ENGLISH_TOO_BITS = 3;
const ENGLISH_TOO = 4;

/** Tells how strongly words of a–z in Vietnamese text speak for lost accents, by the words of the language. */
export class BareOdds {
  private readonly words: LanguageWords;
  private readonly english: LanguageWords | undefined;
  private readonly kept = new Map<string, number>();

  constructor(words: LanguageWords, english: LanguageWords | undefined) {
    this.words = words;
    this.english = english;
  }

  /**
   * How much likelier a word in small letters is in a text without its accents than in one with them: the binary
   * logarithm of the ratio, 0 to 8. It is 0 for what is no syllable without its marks, and nearly so for what is common
   * as it stands (`trong`).
   */
  bits(word: string): number {
    const kept = this.kept.get(word);
    if (kept !== undefined) return kept;
    const bits = this.compute(word);
    this.kept.set(word, bits);
    return bits;
  }

  private compute(word: string): number {
    let marked = 0;
    for (const form of markedForms(word)) marked += FREQUENCY[this.words.commonness(form)] ?? 0;
    if (marked === 0) return 0;
    const isWord = isSyllable(word);
    const own = isWord ? this.words.commonness(word) : 0;
    const english = this.english?.commonness(word) ?? 0;
    // English words are in every text, the commoner the more.
    const itself = Math.max(FREQUENCY[own] ?? 0, FREQUENCY[Math.max(0, english - 2)] ?? 0);
    const most = isWord && english >= ENGLISH_TOO ? ENGLISH_TOO_BITS : (MOST_BITS_OF[own] ?? 0);
    return Math.min(most, Math.log2(1 + marked / itself));
  }
}
