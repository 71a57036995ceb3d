import type { Steps } from '../steps.ts';
import type { CommonWords } from '../text/commonWords.ts';
import { foldedHash } from './hashes.ts';

/** Languages that a guess is made among: those with a list of common words and blanks between the words. At most 64. */
const LANGUAGES =
  'id vi en es fr de pt it nl tr tl sw sv da no fi pl cs ro hu ca hr sk et lv lt sl eu ga gl ha so zu yo af br eo la ku ru uk bg el hy he ar fa ur hi bn mr gu ko'.split(
    ' ',
  );
/** As many words of a text must be common ones of its language … */
const FEWEST_HITS = 12;
/** … and such a share of all its words … */
const SHARE = 0.2;
/** … and so many times as many as of any other language. On NTREX, 782 of 786 guesses are articleLanguage's. */
const LEAD = 1.5;
/** As many common words of another language, and twice those of its own, tell a line from its article. */
const FEWEST_FOREIGN = 3;
const TWICE = 2;

/** Four times as many slots as there are words in all lists; a place is kept in 16 bits. */
const SLOTS = 0x10000;

/**
 * Guesses languages by common words alone, which somebody who counts all words of a corpus can afford. A language is a
 * bit in one of two masks; place 0 of the table stays empty, so that it says "no common word".
 */
export class LanguageVotes {
  private readonly hashes = new Uint32Array(SLOTS);
  private readonly first = new Uint32Array(SLOTS);
  private readonly second = new Uint32Array(SLOTS);
  private readonly hits = new Int32Array(64);

  private constructor() {}

  /** Yields after each language's list. */
  static *of(commonWords: CommonWords): Steps<LanguageVotes> {
    const votes = new LanguageVotes();
    for (const [number, language] of LANGUAGES.entries()) {
      for (const word of commonWords.of(language) ?? []) votes.enter(foldedHash(word), number);
      yield;
    }
    return votes;
  }

  /** Fills in for each word, by its hash, its place in the table of common words; 0 for all others. */
  findPlaces(words: Uint32Array, places: Uint16Array): void {
    for (let i = 0; i < words.length; i++) {
      const place = this.placeOf(words[i] ?? 0);
      places[i] = this.hashes[place] === 0 ? 0 : place;
    }
  }

  /**
   * The language (BCP 47 primary subtag) that most words of a text are of, by their places; undefined where the lead is
   * not clear: then somebody has to read sentences.
   */
  language(places: Uint16Array): string | undefined {
    this.countHits(places);
    let best = 0;
    for (let n = 1; n < LANGUAGES.length; n++) if (this.of(n) > this.of(best)) best = n;
    const most = this.of(best);
    if (most < FEWEST_HITS || most < SHARE * places.length) return undefined;
    for (let n = 0; n < LANGUAGES.length; n++) if (n !== best && this.of(n) * LEAD > most) return undefined;
    return LANGUAGES[best];
  }

  /** True where the words of a line, by their places, are plainly of another language than the article's. */
  isForeign(places: Uint16Array, articleLanguage: string): boolean {
    if (places.length < FEWEST_FOREIGN) return false;
    const own = LANGUAGES.indexOf(articleLanguage);
    if (own < 0) return false;
    this.countHits(places);
    let most = 0;
    for (let n = 0; n < LANGUAGES.length; n++) most = Math.max(most, this.of(n));
    return most >= FEWEST_FOREIGN && most > TWICE * this.of(own);
  }

  private of(number: number): number {
    return this.hits[number] ?? 0;
  }

  private enter(hash: number, number: number): void {
    const place = this.placeOf(hash);
    this.hashes[place] = hash;
    const mask = number < 32 ? this.first : this.second;
    mask[place] = (mask[place] ?? 0) | (1 << (number & 31));
  }

  private placeOf(hash: number): number {
    let place = Math.max(1, hash & (SLOTS - 1));
    while (this.hashes[place] !== 0 && this.hashes[place] !== hash)
      place = Math.max(1, (place + 1) & (SLOTS - 1));
    return place;
  }

  private countHits(places: Uint16Array): void {
    this.hits.fill(0);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      if (place === 0) continue;
      this.countBits(this.first[place] ?? 0, 0);
      this.countBits(this.second[place] ?? 0, 32);
    }
  }

  private countBits(mask: number, offset: number): void {
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const number = offset + 31 - Math.clz32(rest & -rest);
      this.hits[number] = this.of(number) + 1;
    }
  }
}
