import type { Token } from '../tokens.ts';
import { PLACE_SEED, PRIME } from './wordHash.ts';

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
  private slots = new Int32Array(2 * AT_FIRST);
  private hashes = new Int32Array(AT_FIRST);
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
    let hash = PLACE_SEED;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
    hash ^= hash >>> 15;
    const { slots, hashes, words } = this;
    const last = slots.length - 1;
    let at = hash & last;
    for (; ; at = (at + 1) & last) {
      const number = ((slots[at] ?? 0) | 0) - 1;
      if (number < 0) break;
      if (hashes[number] === hash && words[number] === text) return number;
    }
    return this.add(text, hash, at);
  }

  /** A new word at its free slot. */
  private add(text: string, hash: number, at: number): number {
    const number = this.words.length;
    this.words.push(copied(text));
    this.hashes[number] = hash;
    this.slots[at] = number + 1;
    if (this.words.length >= this.hashes.length) this.grow();
    return number;
  }

  /** Half of the slots stay free. */
  private grow(): void {
    const hashes = new Int32Array(2 * this.hashes.length);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(2 * hashes.length);
    const last = this.slots.length - 1;
    for (let number = 0; number < this.words.length; number++) {
      let at = (hashes[number] ?? 0) & last;
      while (this.slots[at] !== 0) at = (at + 1) & last;
      this.slots[at] = number + 1;
    }
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
