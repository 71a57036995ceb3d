import { lazyByKey } from '../../../lazy.ts';
import { NO_WORD, WordBook } from '../../../text/lexicon/wordBook.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Token } from '../../../text/tokens.ts';
import { ENGLISH } from './english.ts';
import { END, HALF, MARK, PairTable, START, type WordOrderGrammar } from './grammar.ts';
import { INDONESIAN } from './indonesian.ts';
import { VIETNAMESE } from './vietnamese.ts';

const GRAMMARS: ReadonlyMap<string, WordOrderGrammar> = new Map([
  ['en', ENGLISH],
  ['id', INDONESIAN],
  ['vi', VIETNAMESE],
]);

/** The languages whose word order is known (BCP 47 primary subtags). */
export const WORD_ORDER_LANGUAGES: readonly string[] = [...GRAMMARS.keys()];

const tableOf = lazyByKey((language: string) => {
  const grammar = GRAMMARS.get(language);
  return grammar && new PairTable(grammar);
});

/** Two words that stand side by side in no sentence, or a word where none like it can stand. */
export interface Witness extends TextRange {
  /** As the text has it; `… the` at the end and `of …` at the beginning of a sentence. */
  readonly text: string;
  /** In halves of a witness. */
  readonly weight: number;
}

export interface BrokenOrder {
  readonly witnesses: readonly Witness[];
  /** The sum of their weights, in halves of a witness. */
  readonly weight: number;
  /** How many words the sentence has. */
  readonly words: number;
}

/** Marks that end a phrase; at others (hyphens, slashes, quotes) the grammar says nothing. */
const CLOSING = new Set([',', ';', ':', '.', '!', '?', ')', '…']);
const JOINING = new Set(['-', '‑', '–', '/', '&', '@', '#', '_', "'", '’', '.', '+', '%', '$']);

/**
 * What speaks against the word order of a sentence (a range of the paragraph); undefined where nothing does. `book`
 * keeps what the grammar says of words.
 */
export function brokenOrder(
  paragraph: Paragraph,
  sentence: TextRange,
  language: string,
  book = new WordBook(language, ''),
): BrokenOrder | undefined {
  const table = tableOf(language);
  if (!table) return undefined;
  const witnesses: Witness[] = [];
  let weight = 0;
  let words = 0;
  let halves = 0;
  const { tokens } = paragraph;
  const numbers = book.numbersOf(tokens);
  const verdicts = book.verdicts('word-order', (word) => verdictOn(word, table));
  const note = (heavy: number, from: Token, to: Token) => {
    if (heavy === 0) return;
    weight += heavy;
    if (heavy > 0)
      witnesses.push({
        start: from.start,
        end: to.end,
        text: paragraph.text.slice(from.start, to.end),
        weight: heavy,
      });
  };
  const first = firstAt(tokens, sentence.start);
  const startsLow = isLow(tokens[first]);
  let before = table.numberOf(START);
  let left: Token | undefined;
  let leftIsNamed = false;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= sentence.end) break;
    const number = numbers[i] ?? NO_WORD;
    if (number === NO_WORD) {
      if (
        before >= 0 &&
        left &&
        token.kind === 'mark' &&
        CLOSING.has(token.text) &&
        token.start === left.end &&
        tokens[i + 1]?.start !== token.end
      )
        note(table.weight(before, table.numberOf(isLast(tokens, i, sentence.end) ? END : MARK)), left, token);
      before = -1;
      left = undefined;
      continue;
    }
    words++;
    const verdict = verdicts.of(number, token);
    if ((verdict & Verdict.half) !== 0) halves++;
    // Of most words the grammar says nothing.
    if ((verdict & Verdict.said) === 0) {
      before = -1;
      left = token;
      leftIsNamed = false;
      continue;
    }
    if (isJoined(tokens, i)) {
      before = -1;
      left = undefined;
      continue;
    }
    if (left && !leftIsNamed && isJoined(tokens, i - 1)) left = undefined;
    let own = (verdict & Verdict.number) - 1;
    // A capital marks the word that began the sentence, where another word begins it now.
    if (
      startsLow &&
      (verdict & Verdict.named) !== 0 &&
      left &&
      isLow(left) &&
      isStart(token) &&
      !isStart(tokens[i + 1])
    )
      note(HALF, token, token);
    if (left && leftIsNamed && table.isCompound(left.text.toLowerCase(), token.text.toLowerCase())) own = -1;
    else note(table.weight(before, own), left ?? token, token);
    before = own;
    left = token;
    leftIsNamed = true;
  }
  if (left) note(table.weight(before, table.numberOf(END)), left, left);
  if (halves > 0)
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || token.start >= sentence.end) break;
      if ((verdicts.of(numbers[i] ?? NO_WORD, token) & Verdict.half) === 0) continue;
      note(
        table.halfWeight(smallWordAt(tokens, i - 1), token.text, smallWordAt(tokens, i + 1)),
        token,
        token,
      );
    }
  return witnesses.length > 0 ? { witnesses, weight, words } : undefined;
}

/** What the grammar says of a word as it is written, in bits. */
const Verdict = {
  /** One more than the number under which the grammar knows it. */
  number: 0x3ff,
  /** The grammar names it, not its form alone. */
  named: 0x400,
  /** It begins a compound. */
  opens: 0x800,
  /** It is half a word. */
  half: 0x1000,
  /** Any of these but `half`. */
  said: 0xfff,
} as const;

function verdictOn(word: string, table: PairTable): number {
  const lower = word.toLowerCase();
  return (
    (isAbbreviation(word) ? 0 : table.numberOf(lower) + 1) |
    (table.names(lower) ? Verdict.named : 0) |
    (table.opensCompound(lower) ? Verdict.opens : 0) |
    (table.isHalf(word) ? Verdict.half : 0)
  );
}

/** The word at a place, in small letters; empty where there is none. */
function smallWordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text.toLowerCase() : '';
}

/** A capital and then none, as at the beginning of a sentence. */
function isStart(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || token.text.length < 2) return false;
  const second = token.text.charAt(1);
  return !isLow(token) && second === second.toLowerCase();
}

/** True for a word without a capital at its beginning. */
function isLow(token: Token | undefined): boolean {
  const first = token?.kind === 'word' ? token.text.charAt(0) : '';
  return first !== '' && first === first.toLowerCase();
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** US is no pronoun, IT no subject. */
function isAbbreviation(word: string): boolean {
  const first = word.charCodeAt(0);
  const isSmall = first >= SMALL_A && first <= SMALL_Z;
  return !isSmall && word.length > 1 && word === word.toUpperCase();
}

/** True where the token is a part of a word with a hyphen, of an address and the like. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    token !== undefined &&
    ((before !== undefined && before.end === token.start && JOINING.has(before.text)) ||
      (after !== undefined && after.start === token.end && JOINING.has(after.text) && after.text !== '.'))
  );
}

/** True where only marks follow up to the end of the sentence. */
function isLast(tokens: readonly Token[], at: number, end: number): boolean {
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= end) return true;
    if (token.kind !== 'mark') return false;
  }
  return true;
}

/** The first token from an offset on. */
function firstAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
