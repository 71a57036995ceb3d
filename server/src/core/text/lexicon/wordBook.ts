import type { Token } from '../tokens.ts';
import { KEPT_SEED, PLACE_SEED, PRIME } from './wordHash.ts';

/** Stands for a token that is no word. */
export const NO_WORD = -1;
/** Stands for a word that is too long to be kept. */
const TOO_LONG = -2;
/** Runs of scripts without blanks are longer, and seldom come again. */
const LONGEST = 40;
/** News of one language has so many different words in some 150,000. */
const MOST = 20_000;
const UNASKED = -0x8000;
const AT_FIRST = 1024;
/** What the second hash is multiplied with, so that the two have nothing in common. */
const OTHER_PRIME = 0x85ebca6b | 0;
/** Numbers of a slot; a power of two. */
const SLOT = 4;

/** What a rule makes of words, each asked for once: a small integer per word as it is written. */
export class Verdicts {
  private values = new Int16Array(AT_FIRST).fill(UNASKED);
  private readonly words: readonly string[];
  private readonly judge: (word: string) => number;

  constructor(words: readonly string[], judge: (word: string) => number) {
    this.words = words;
    this.judge = judge;
  }

  /** The verdict on a token by its number; 0 where that is no word. `token` is asked for only where nothing is kept. */
  of(number: number, token: Token | undefined): number {
    if (number < 0) return number === NO_WORD || token === undefined ? 0 : this.judge(token.text);
    const kept = this.values[number] ?? UNASKED;
    return kept === UNASKED ? this.ask(number) : kept;
  }

  /** Forgets all, because the words have other numbers now. */
  forget(): void {
    this.values.fill(UNASKED);
  }

  private ask(number: number): number {
    const verdict = this.judge(this.words[number] ?? '');
    if (number >= this.values.length) {
      const grown = new Int16Array(2 * Math.max(this.values.length, number)).fill(UNASKED);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[number] = verdict;
    return verdict;
  }
}

/**
 * The words of texts in one language, each with a number, and what rules make of them. Texts say the same words again
 * and again: all rules together look a word up once per paragraph, and judge it once.
 */
export class WordBook {
  // A table of our own, with a hash of what the tokens hold anyway: `Map` takes five times as long to find new strings.
  // Of each slot: two hashes of a word, side by side with one more than its number; 0 where it is free. Of 20,000 words,
  // the odds that two have both hashes in common are one in a hundred thousand million.
  private slots = new Int32Array(2 * AT_FIRST * SLOT);
  private readonly words: string[] = [];
  private readonly columns = new Map<string, Verdicts>();
  private readonly keys = new Map<string, string>();
  private readonly ending: string;
  private lastTokens: readonly Token[] | undefined;
  private lastNumbers = new Int32Array(0);

  /** For a language (BCP 47 primary subtag) with a lexicon of this key. */
  constructor(language: string, key: string) {
    this.ending = ` ${language} ${key}`;
  }

  /**
   * A number for each token, `NO_WORD` for those that are no words. Good until another text's are asked for: ask again
   * for each text, and keep none of them.
   */
  numbersOf(tokens: readonly Token[]): Int32Array {
    if (this.lastTokens === tokens) return this.lastNumbers;
    if (this.words.length > MOST) this.forget();
    const found = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      found[i] = token?.kind === 'word' ? this.numberOf(token.text) : NO_WORD;
    }
    this.lastTokens = tokens;
    this.lastNumbers = found;
    return found;
  }

  /**
   * The verdicts of a rule, under a name that no other has. `judge` is of the words alone, as they are written, and
   * of what this language and lexicon know; it gives integers of 16 bits, more than -32,768.
   */
  verdicts(name: string, judge: (word: string) => number): Verdicts {
    const kept = this.columns.get(name);
    if (kept !== undefined) return kept;
    const made = new Verdicts(this.words, judge);
    this.columns.set(name, made);
    return made;
  }

  /** The key under which a paragraph keeps what depends on this language and lexicon: always the same string. */
  key(name: string): string {
    const kept = this.keys.get(name);
    if (kept !== undefined) return kept;
    const made = name + this.ending;
    this.keys.set(name, made);
    return made;
  }

  private numberOf(text: string): number {
    const { length } = text;
    if (length > LONGEST) return TOO_LONG;
    let place = PLACE_SEED;
    let kept = KEPT_SEED;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      place = Math.imul(place ^ unit, PRIME);
      kept = Math.imul(kept ^ unit, OTHER_PRIME);
    }
    place ^= place >>> 15;
    const { slots } = this;
    const last = slots.length - SLOT;
    for (let at = (place * SLOT) & last; ; at = (at + SLOT) & last) {
      const number = ((slots[at] ?? 0) | 0) - 1;
      if (number < 0) return this.add(text, place, kept, at);
      if (slots[at + 1] === place && slots[at + 2] === kept) return number;
    }
  }

  /** A new word at its free slot. */
  private add(text: string, place: number, kept: number, at: number): number {
    const number = this.words.length;
    this.words.push(copied(text));
    this.slots[at] = number + 1;
    this.slots[at + 1] = place;
    this.slots[at + 2] = kept;
    if (2 * SLOT * this.words.length >= this.slots.length) this.grow();
    return number;
  }

  /** Half of the slots stay free. */
  private grow(): void {
    const old = this.slots;
    const grown = new Int32Array(2 * old.length);
    const last = grown.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      let at = ((old[from + 1] ?? 0) * SLOT) & last;
      while (grown[at] !== 0) at = (at + SLOT) & last;
      grown.set(old.subarray(from, from + SLOT), at);
    }
    this.slots = grown;
  }

  private forget(): void {
    this.slots.fill(0);
    this.words.length = 0;
    for (const column of this.columns.values()) column.forget();
  }
}

/** The same string for itself: a slice may hold on to the whole article that it was cut from. */
function copied(text: string): string {
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}
