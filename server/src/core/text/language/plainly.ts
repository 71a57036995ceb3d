import { lazyByKey } from '../../lazy.ts';
import type { CommonWords } from '../commonWords.ts';
import { CAPITALS, Kind, kindReader, LETTERS } from '../signs.ts';
import { confusableWith } from './confusables.ts';
import { isPlainByScript } from './plainScript.ts';

/** Fewer common words prove nothing. */
const FEWEST = 3;
/** Share of a sentence's words that must be the language's own common words. */
const SHARE = 0.2;
/** A word that more other languages have among their commonest (`a`, `de`, `en`) is nobody's own. */
const MOST_OTHERS = 1;
/** Share of a sentence's words that must be common in the language, where they are not its own. */
const COMMON_SHARE = 0.3;
/** By so many words, and such a share, the language must be ahead of every other one. */
const FEWEST_AHEAD = 4;
const SHARE_AHEAD = 0.15;
/** Languages whose lists a word is compared with: those in Latin letters, where short words coincide. */
const RIVALS =
  'id vi en es fr de pt it nl tr tl sw sv da no fi pl cs ro hu ca hr sk et lv lt sl eu ga gl ha so zu yo'.split(
    ' ',
  );
/** As many units of a sentence are enough to tell. */
const MOST_UNITS = 400;
/** What a language asks of common words, its own and others'. A word stands there by its hash. */
interface Known {
  /** Its own that at most one other language has. */
  readonly exclusive: ReadonlySet<number>;
  /** Its own. */
  readonly common: ReadonlySet<number>;
  /** By word: the places in RIVALS of the other languages that have it. */
  readonly rivals: ReadonlyMap<number, readonly number[]>;
}

/**
 * Tells without any detector that a sentence is plainly in a language, by the script, or by the commonest words: at
 * least three of its words, and a fifth, are common words of the language that at most one other has; or three in ten
 * are common words, and compared with each other language it is ahead by four words. False means that a detector
 * must be asked. On NTREX, of the sentences of a language nine in ten are plain, and of those of others 0.01 %
 * (bench/language/splice.mjs).
 */
export class PlainTest {
  private readonly knownIn: (language: string) => Known;
  private readonly words = new WordHashes();
  private readonly behind = new Int16Array(RIVALS.length);

  constructor(commonWords: CommonWords) {
    this.knownIn = lazyByKey((language) => knownWords(commonWords, language));
  }

  /** `language`: BCP 47 primary subtag. Always false for one without a list of common words. */
  isPlainlyIn(language: string, sentence: string): boolean {
    const { exclusive, common, rivals } = this.knownIn(language);
    if (common.size === 0) return false;
    if (isPlainByScript(language, sentence)) return true;
    const { words } = this;
    words.read(sentence);
    const needed = Math.max(FEWEST, SHARE * words.count);
    let found = 0;
    for (let i = 0; i < words.count && found + words.count - i >= needed; i++)
      if (exclusive.has(words.at(i)) && ++found >= needed) return true;
    return this.isAhead(common, rivals);
  }

  /** True where the words that were read last are common ones, and fewer of them are common in any other language. */
  private isAhead(common: Known['common'], rivals: Known['rivals']): boolean {
    const { words } = this;
    const behind = this.behind.fill(0);
    let own = 0;
    for (let i = 0; i < words.count; i++) {
      const word = words.at(i);
      if (common.has(word)) own++;
      for (const rival of rivals.get(word) ?? NO_RIVALS) behind[rival] = (behind[rival] ?? 0) + 1;
    }
    if (own < Math.max(FEWEST, COMMON_SHARE * words.count)) return false;
    const ahead = Math.max(FEWEST_AHEAD, SHARE_AHEAD * words.count);
    for (const others of behind) if (own - others < ahead) return false;
    return true;
  }
}

const NO_RIVALS: readonly number[] = [];

function knownWords(commonWords: CommonWords, language: string): Known {
  const hashesOf = (tag: string) => [...(commonWords.of(tag) ?? [])].map(hashOf);
  const common = new Set(hashesOf(language));
  const exclusive = new Set<number>();
  const rivals = new Map<number, number[]>();
  if (common.size === 0) return { exclusive, common, rivals };
  const near = confusableWith(language);
  RIVALS.forEach((rival, place) => {
    if (near.has(rival)) return;
    for (const word of hashesOf(rival)) {
      const having = rivals.get(word);
      if (having === undefined) rivals.set(word, [place]);
      else having.push(place);
    }
  });
  for (const word of common) if ((rivals.get(word)?.length ?? 0) <= MOST_OTHERS) exclusive.add(word);
  return { exclusive, common, rivals };
}

const SMALL = Kind.small | Kind.latinSmall | Kind.otherSmall | Kind.mark | Kind.uncased;
const SURELY = SMALL | (CAPITALS & ~(Kind.odd | Kind.surrogate));
/** Of the odd signs, which may be letters; letters beyond the basic plane are in no common word. */
const LETTER = /\p{L}/u;

/** Cutting words out would cost more than all the rest. Of a million pairs of words less than one shares a hash. */
const EMPTY_HASH = 0x811c9dc5 | 0;

function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function hashOf(word: string): number {
  let hash = EMPTY_HASH;
  for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
  return hash;
}

/** The hashes of the words of one sentence at a time: runs of letters and marks, in lower case. */
class WordHashes {
  count = 0;
  private readonly hashes = new Int32Array(MOST_UNITS);
  private readonly kindOf = kindReader();

  /** Reads the beginning of a sentence. */
  read(sentence: string): void {
    const { hashes, kindOf } = this;
    const end = Math.min(sentence.length, MOST_UNITS);
    let count = 0;
    let inWord = false;
    let hash = EMPTY_HASH;
    for (let i = 0; i < end; i++) {
      const unit = sentence.charCodeAt(i);
      const kind = kindOf(unit);
      if ((kind & SMALL) !== 0) {
        hash = hashed(hash, unit);
        inWord = true;
      } else if ((kind & SURELY) !== 0 || ((kind & LETTERS) !== 0 && LETTER.test(sentence.charAt(i)))) {
        hash = hashed(hash, sentence.charAt(i).toLowerCase().charCodeAt(0));
        inWord = true;
      } else if (inWord) {
        hashes[count++] = hash;
        hash = EMPTY_HASH;
        inWord = false;
      }
    }
    if (inWord) hashes[count++] = hash;
    this.count = count;
  }

  /** The hash of a word. */
  at(place: number): number {
    return this.hashes[place] ?? 0;
  }
}
