import type { Steps } from '../steps.ts';
import { GrowingHashes } from './growingHashes.ts';
import {
  EMPTY,
  hashLine,
  LONGEST_WORD,
  languageSeed,
  spread,
  withUnit,
  wordHash,
  wordKey,
} from './hashes.ts';
import type { LanguageVotes } from './languageVotes.ts';
import { Unit, unitTable } from './letters.ts';

/** What a corpus keeps of an article: hashes only. */
export interface ArticleSketch {
  /** Of its different words, as words of its language; ascending. */
  readonly words: Uint32Array;
  /** Of its different lines, their blanks and letter case aside; ascending. */
  readonly lines: Uint32Array;
  /** Of its two longest lines: articles that share it are copies of one text. */
  readonly source: number;
  /** Of all its lines in order. */
  readonly text: number;
}

/** An article that is read, before its language is known. */
interface ReadLines {
  /** Hashes of all words, in order. */
  readonly words: Uint32Array;
  /** For each line its hash, its length in units that are no blanks, and the end of its words. */
  readonly lines: readonly { readonly hash: number; readonly length: number; readonly wordsEnd: number }[];
}

/** How an article gets its language. */
export interface LanguageOfArticle {
  readonly votes: LanguageVotes;
  /** BCP 47 primary subtag, where the project declares it. */
  readonly declared: string | undefined;
  /** Asked where the words alone do not tell. */
  otherwise(): string;
}

/** Room to work in that one article leaves to the next: an array of its own for each would be most of the work. */
export class SketchRoom {
  readonly read = new GrowingHashes();
  readonly kept = new GrowingHashes();
  private words = new Uint16Array(1024);

  /** Room for a number for each of so many words. */
  places(length: number): Uint16Array {
    if (length > this.words.length) this.words = new Uint16Array(2 * length);
    return this.words.subarray(0, length);
  }
}

/** A step reads about as much, in UTF-16 units. */
const STEP_UNITS = 65_536;

/**
 * Reads an article for its corpus. Linear in the text; lines in another language than the article's teach no words. Two
 * articles that are read at the same time need a room each.
 */
export function* sketchArticle(
  text: string,
  how: LanguageOfArticle,
  room = new SketchRoom(),
): Steps<ArticleSketch> {
  const read = yield* readLines(text, room.read);
  const places = room.places(read.words.length);
  how.votes.findPlaces(read.words, places);
  const language =
    read.words.length === 0 ? 'und' : (how.declared ?? how.votes.language(places) ?? how.otherwise());
  const seed = languageSeed(language);
  const words = room.kept;
  words.length = 0;
  let from = 0;
  for (const { wordsEnd } of read.lines) {
    if (!how.votes.isForeign(places.subarray(from, wordsEnd), language)) {
      for (let i = from; i < wordsEnd; i++) words.push(wordKey(read.words[i] ?? 0, seed));
    }
    from = wordsEnd;
  }
  let whole = EMPTY;
  for (const { hash } of read.lines) whole = withUnit(whole, hash);
  return {
    words: different(words.all()),
    lines: different(Uint32Array.from(read.lines, ({ hash }) => hash)),
    source: sourceOf(read.lines),
    text: spread(whole),
  };
}

/** One line may be a notice that stands below every article of a site, so it takes two to know a text again. */
function sourceOf(lines: ReadLines['lines']): number {
  let first = { length: -1, hash: 0 };
  let second = first;
  for (const line of lines) {
    if (line.hash === first.hash && first.length >= 0) continue;
    if (isBefore(line, first)) {
      second = first;
      first = line;
    } else if (line.hash !== second.hash && isBefore(line, second)) second = line;
  }
  return spread(withUnit(withUnit(EMPTY, first.hash), second.hash));
}

function isBefore(a: { length: number; hash: number }, b: { length: number; hash: number }): boolean {
  return a.length > b.length || (a.length === b.length && a.hash < b.hash);
}

/** All words and lines of a text, in one walk over its units. */
function* readLines(text: string, words: GrowingHashes): Steps<ReadLines> {
  const { kinds, folded } = unitTable();
  words.length = 0;
  const lines: { hash: number; length: number; wordsEnd: number }[] = [];
  let hash = EMPTY;
  let length = 0;
  let hardLine = false;
  let lineStart = 0;
  let nextStep = STEP_UNITS;
  for (let at = 0; at <= text.length; ) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (unit === 0x0a || unit === 0x0d) {
      if (length > 0) {
        const whole = hardLine ? hashLine(text.slice(lineStart, at)) : { hash: spread(hash), length };
        lines.push({ ...whole, wordsEnd: words.length });
      }
      hash = EMPTY;
      length = 0;
      hardLine = false;
      at++;
      lineStart = at;
      if (at >= nextStep) {
        nextStep = at + STEP_UNITS;
        yield;
      }
      continue;
    }
    const kind = kinds[unit] ?? 0;
    if (kind === Unit.blank) {
      at++;
      continue;
    }
    if (kind < Unit.letter || kind === Unit.joiner || kind === Unit.innerMark) {
      hash = withUnit(hash, folded[unit] ?? 0);
      length++;
      at++;
      continue;
    }
    // A word begins here, or a character beyond the first plane.
    let word = EMPTY;
    let hard = false;
    let counts = true;
    const start = at;
    for (; at < text.length; at++) {
      const inside = text.charCodeAt(at);
      const is = kinds[inside] ?? 0;
      if (is < Unit.letter) break;
      if (is !== Unit.letter) {
        if (is === Unit.unspacedLetter) counts = false;
        else if (is === Unit.hardLetter) hard = true;
        else if (is === Unit.surrogate) {
          if (!isLetterPair(text, at)) break;
          hard = true;
        } else if (is === Unit.innerMark && !isLetterAt(text, at + 1, kinds)) break;
      }
      const lower = folded[inside] ?? 0;
      word = withUnit(word, lower);
      hash = withUnit(hash, lower);
      length++;
    }
    if (at === start) {
      // Half of what is no letter, such as an emoji.
      hardLine = true;
      hash = withUnit(hash, unit);
      length++;
      at++;
      continue;
    }
    hardLine ||= hard;
    if (!counts || at - start > LONGEST_WORD) continue;
    words.push(hard ? wordHash(text.slice(start, at)) : spread(word));
  }
  return { words: words.all(), lines };
}

function isLetterAt(text: string, at: number, kinds: Uint8Array): boolean {
  if (at >= text.length) return false;
  const kind = kinds[text.charCodeAt(at)] ?? 0;
  return (
    (kind >= Unit.letter && kind <= Unit.unspacedLetter) ||
    (kind === Unit.surrogate && isLetterPair(text, at))
  );
}

const LETTER = /^[\p{L}\p{M}]/u;

/** True at either half of a letter beyond the first plane. */
function isLetterPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const start = unit >= 0xdc00 ? at - 1 : at;
  const point = text.codePointAt(start) ?? 0;
  return point > 0xffff && LETTER.test(String.fromCodePoint(point));
}

/** Each once, ascending. Sorts them where they are. */
function different(hashes: Uint32Array): Uint32Array {
  hashes.sort();
  let kept = 0;
  for (const hash of hashes) if (kept === 0 || hashes[kept - 1] !== hash) hashes[kept++] = hash;
  return hashes.slice(0, kept);
}
