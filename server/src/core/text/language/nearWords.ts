import { lazyByKey } from '../../lazy.ts';
import type { CommonWords } from '../commonWords.ts';

/** As many units of a sentence are enough to tell. */
const MOST_UNITS = 400;
const BETWEEN = /[^\p{L}\p{M}]+/u;

/** Tells by common words which of two languages that are nearly the same a sentence may be in. */
export class NearWords {
  private readonly exclusive: (pair: string) => ReadonlySet<string> | undefined;

  constructor(commonWords: CommonWords) {
    this.exclusive = lazyByKey((pair: string) => {
      const [language = '', than = ''] = pair.split(' ');
      const others = commonWords.of(than);
      const words = commonWords.of(language);
      return words && others && new Set([...words].filter((word) => !others.has(word)));
    });
  }

  /** The share of a sentence's words that are common words of a language and none of another's; 0 without lists. */
  share(language: string, than: string, sentence: string): number {
    const exclusive = this.exclusive(`${language} ${than}`);
    if (exclusive === undefined) return 0;
    const words = sentence
      .slice(0, MOST_UNITS)
      .toLowerCase()
      .split(BETWEEN)
      .filter((word) => word !== '');
    return words.filter((word) => exclusive.has(word)).length / Math.max(1, words.length);
  }

  /**
   * True where a sentence has a common word of a language that is none of another's, and none the other way round; and
   * where either has no list, since nothing then speaks against it.
   */
  speakFor(language: string, than: string, sentence: string): boolean {
    const exclusive = this.exclusive(`${language} ${than}`);
    const others = this.exclusive(`${than} ${language}`);
    if (exclusive === undefined || others === undefined) return true;
    const words = sentence.slice(0, MOST_UNITS).toLowerCase().split(BETWEEN);
    return words.some((word) => exclusive.has(word)) && !words.some((word) => others.has(word));
  }
}
