import { lazyByKey } from '../../../lazy.ts';
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

/** What speaks against the word order of a sentence (a range of the paragraph); undefined where nothing does. */
export function brokenOrder(
  paragraph: Paragraph,
  sentence: TextRange,
  language: string,
): BrokenOrder | undefined {
  const table = tableOf(language);
  if (!table) return undefined;
  const witnesses: Witness[] = [];
  let weight = 0;
  let words = 0;
  const { tokens } = paragraph;
  let before = table.numberOf(START);
  let left: Token | undefined;
  let leftLower = '';
  const note = (heavy: number, from: Token, to: Token) => {
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
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= sentence.end) break;
    if (token.kind !== 'word') {
      if (
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
    const lower = token.text.toLowerCase();
    if (isJoined(tokens, i)) {
      before = -1;
      left = undefined;
      continue;
    }
    let number = isAbbreviation(token.text) ? -1 : table.numberOf(lower);
    // A capital marks the word that began the sentence, where another word begins it now.
    if (startsLow && left && isLow(left) && isStart(token) && table.names(lower) && !isStart(tokens[i + 1]))
      note(HALF, token, token);
    if (left && table.isCompound(leftLower, lower)) number = -1;
    else note(table.weight(before, number), left ?? token, token);
    before = number;
    left = token;
    leftLower = lower;
  }
  if (left) note(table.weight(before, table.numberOf(END)), left, left);
  if (table.hasHalves)
    for (const half of halvesOut(paragraph, sentence, table)) note(half.weight, half.token, half.token);
  return witnesses.length > 0 ? { witnesses, weight, words } : undefined;
}

/** Halves of words, each with its weight. */
function* halvesOut(
  { tokens }: Paragraph,
  sentence: TextRange,
  table: PairTable,
): Generator<{ weight: number; token: Token }> {
  const wordAt = (i: number): string => {
    const token = tokens[i];
    return token?.kind === 'word' ? token.text.toLowerCase() : '';
  };
  for (let i = firstAt(tokens, sentence.start); i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= sentence.end) return;
    if (token.kind !== 'word' || !table.isHalf(token.text)) continue;
    const weight = table.halfWeight(wordAt(i - 1), token.text, wordAt(i + 1));
    if (weight !== 0) yield { weight, token };
  }
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
