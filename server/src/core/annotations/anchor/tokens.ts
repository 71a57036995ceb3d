import type { Steps } from '../../steps.ts';
import { foldedToken } from './foldedToken.ts';
import { isPause } from './pauses.ts';
import type { ReadableView } from './readableView.ts';

/** How strongly a text is parted before a token, by rank. */
export const BREAK = {
  glued: 0,
  blank: 1,
  /** The token before ends a sentence. */
  sentence: 3,
  /** A line starts; in a hard-wrapped article that need not mean anything. */
  line: 4,
  /** A line starts behind a sentence or an empty line, or the text does. */
  paragraph: 5,
} as const;

/** The words and signs of a text in order. Blanks are no tokens: they only part them. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets; `ends` is exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Equal keys: the same word or sign, as `foldedToken` says. */
  readonly keys: Uint32Array;
  /** What agreement in this token is worth as evidence. */
  readonly weights: Float32Array;
  /** A rank of `BREAK` before each token, and one more behind the last. */
  readonly breaks: Uint8Array;
}

/** Scripts that put no blanks between words: each character with its marks is a token. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]`;
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--${UNSPACED}]`;
const UNSEEN = String.raw`[[\p{Cf}\p{Cc}]--\s]`;
/** A character without blanks around it, a word with what is unseen in it, a row of dots, or a sign. */
const TOKEN = String.raw`${UNSPACED}\p{M}*|${LETTER}(?:${LETTER}|${UNSEEN}+(?=${LETTER}))*|\.{2,}|[^\s\p{Cf}\p{Cc}]`;

const IS_WORD = /^[\p{L}\p{M}\p{N}]/u;
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'v');
/** Ends a sentence; U+0964 is the danda. */
const SENTENCE_END = /^[.!?。！？…।॥؟۔]/u;
const CLOSING = /^["')\]»」』）]/u;

const LF = 0x0a;
const FULL_STOP = 0x2e;
const WORD_WEIGHT = 1;
const LETTER_WEIGHT = 0.15;
const MOST_LETTERS = 10;
const UNSPACED_WEIGHT = 0.7;
/** Of a sign that is no letter or digit. */
export const SIGN_WEIGHT = 0.4;
/** What a token loses of its weight each time that it stands twice as often: common words say little about a place. */
const PER_DOUBLING = 0.15;
const LEAST_FACTOR = 0.5;

/** What is known of a key. */
interface Kind {
  readonly name: string;
  readonly weight: number;
  readonly unspaced: boolean;
  readonly word: boolean;
  readonly endsSentence: boolean;
  readonly closes: boolean;
  count: number;
}

/** Gives the tokens of several texts keys that can be compared. */
export class Tokenizer {
  private readonly keysByToken = new Map<string, number>();
  private readonly keysByName = new Map<string, number>();
  private readonly kinds: Kind[] = [];

  /**
   * The tokens of a canonical text, read as `view` has it. Their weights are given by `weigh`, once all texts are read.
   */
  *read(original: string, view?: ReadableView): Steps<Tokens> {
    const text = view?.text ?? original;
    const pattern = new RegExp(TOKEN, 'vy');
    const starts: number[] = [];
    const ends: number[] = [];
    const keys: number[] = [];
    for (let at = 0; at < text.length; ) {
      const end = plainEnd(text, at) ?? matchEnd(pattern, text, at);
      if (end > at) {
        starts.push(at);
        ends.push(end);
        keys.push(this.keyOf(text.slice(at, end)));
        if (isPause(keys.length)) yield;
      }
      at = Math.max(end, at + 1);
    }
    if (view) toOriginal(view, starts, ends);
    const tokens = {
      text: original,
      count: keys.length,
      starts: Uint32Array.from(starts),
      ends: Uint32Array.from(ends),
      keys: Uint32Array.from(keys),
    };
    return { ...tokens, weights: new Float32Array(keys.length), breaks: this.breaksOf(tokens) };
  }

  /** Fills in what the tokens are worth, now that it is known how often each occurs. */
  weigh(tokens: Tokens): void {
    for (let at = 0; at < tokens.count; at++) {
      const kind = this.kinds[tokens.keys[at] ?? 0];
      if (!kind) continue;
      // Once in either text: a little more than its weight.
      const factor = 1 + PER_DOUBLING - PER_DOUBLING * Math.log2(Math.max(1, kind.count / 2));
      tokens.weights[at] = kind.weight * Math.max(LEAST_FACTOR, kind.word ? factor : 1);
    }
  }

  /** The folded token of a key. */
  name(key: number | undefined): string {
    return this.kinds[key ?? -1]?.name ?? '';
  }

  /** True for a character of a script that puts no blanks between words. */
  isUnspaced(key: number | undefined): boolean {
    return this.kinds[key ?? -1]?.unspaced ?? false;
  }

  /** True for letters and digits, false for signs. */
  isWord(key: number | undefined): boolean {
    return this.kinds[key ?? -1]?.word ?? false;
  }

  private keyOf(token: string): number {
    let key = this.keysByToken.get(token);
    if (key === undefined) {
      const name = foldedToken(token);
      key = this.keysByName.get(name) ?? this.newKey(name);
      this.keysByToken.set(token, key);
    }
    const kind = this.kinds[key];
    if (kind) kind.count++;
    return key;
  }

  private newKey(name: string): number {
    const key = this.kinds.length;
    const unspaced = IS_UNSPACED.test(name);
    const word = IS_WORD.test(name);
    const letters = WORD_WEIGHT + LETTER_WEIGHT * Math.min(name.length, MOST_LETTERS);
    this.kinds.push({
      name,
      weight: unspaced ? UNSPACED_WEIGHT : word ? letters : SIGN_WEIGHT,
      unspaced,
      word,
      endsSentence: SENTENCE_END.test(name),
      closes: CLOSING.test(name),
      count: 0,
    });
    this.keysByName.set(name, key);
    return key;
  }

  private breaksOf({ text, count, starts, ends, keys }: Omit<Tokens, 'weights' | 'breaks'>): Uint8Array {
    const breaks = new Uint8Array(count + 1);
    breaks[0] = BREAK.paragraph;
    breaks[count] = BREAK.paragraph;
    let ended = false;
    for (let at = 0; at + 1 < count; at++) {
      const kind = this.kinds[keys[at] ?? 0];
      // What closes a quotation belongs to the sentence that ended in it.
      ended = (kind?.endsSentence ?? false) || (ended && (kind?.closes ?? false));
      breaks[at + 1] = breakOf(text, ends[at] ?? 0, starts[at + 1] ?? 0, ended, kind);
    }
    return breaks;
  }
}

/** Turns offsets of a view into those of the text that it is of. */
function toOriginal({ offsets }: ReadableView, ...lists: number[][]): void {
  for (const list of lists) for (const [at, offset] of list.entries()) list[at] = offsets[offset] ?? 0;
}

/**
 * The end of a token of ASCII letters and digits that nothing but a plain sign or a blank follows, or of a plain sign;
 * the start itself for a blank. Undefined where only the expression can tell. It spares most of the text the expression.
 */
function plainEnd(text: string, start: number): number | undefined {
  let at = start;
  while (at < text.length && isPlainLetter(text.charCodeAt(at))) at++;
  const next = text.charCodeAt(at);
  const isPlain = at === text.length || (next > 0x1f && next < 0x7f) || next === LF;
  if (!isPlain) return undefined;
  if (at > start) return at;
  if (next <= 0x20) return start;
  return next === FULL_STOP ? undefined : start + 1;
}

function isPlainLetter(unit: number): boolean {
  return (unit > 0x60 && unit < 0x7b) || (unit > 0x40 && unit < 0x5b) || (unit > 0x2f && unit < 0x3a);
}

/** The end of the token at an offset; the offset itself where none is. */
function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function breakOf(text: string, from: number, to: number, ended: boolean, kind: Kind | undefined): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LF) lines++;
  if (lines > 0) return ended || lines > 1 ? BREAK.paragraph : BREAK.line;
  // A full stop inside a number or an address is glued to what follows; an ideographic one needs no blank.
  if (ended && (to > from || kind?.name === '。')) return BREAK.sentence;
  return to > from ? BREAK.blank : BREAK.glued;
}
