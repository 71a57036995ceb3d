import { wordBookOf } from '../../../text/lexicon/lexicon.ts';
import { NO_WORD } from '../../../text/lexicon/wordBook.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import { bareVietnamese } from '../../../text/vietnamese/bare.ts';
import { BareOdds } from '../../../text/vietnamese/bareOdds.ts';
import { isBareSyllable } from '../../../text/vietnamese/syllable.ts';
import type { RuleContext } from '../../rule.ts';
import { isAscii } from '../../unknownWords.ts';

/** Words that lost their accents, from the first to the last. */
export interface BareStretch {
  readonly start: number;
  readonly end: number;
  /** Words of the stretch that are a syllable without its marks, and how strongly the small ones tell, in bits. */
  readonly words: number;
  readonly bits: number;
  /** True where no word of the paragraph has a mark. */
  readonly isWhole: boolean;
}

const FEWEST_WORDS = 3;
/** Fewer may be chance: one text in two thousand. */
const FEWEST_BITS = 11;
/** Words with fewer bits at the edges may belong to the sound text beside. */
const EDGE_BITS = 1;
const LONE_EDGE_BITS = 5;
/** Of the small words so many may be common English ones, and so many no syllables without their marks. */
const ENGLISH_AT_MOST = 0.5;
const FOREIGN_AT_MOST = 0.2;
const ENGLISH_CLASS = 2;
const LONGEST_SYLLABLE = 7;
const NONE: readonly BareStretch[] = [];

/**
 * The stretches of a Vietnamese paragraph without a marked word in which small words have lost their accents; names,
 * numbers and marks may stand between. Kept with the paragraph. None where no list of words is loaded.
 */
export function bareStretches(paragraph: Paragraph, context: RuleContext): readonly BareStretch[] {
  const book = wordBookOf(context.lexicon, 'vi');
  return paragraph.memo(book.key('bare stretches'), () => {
    const words = context.lexicon.of('vi');
    if (words === undefined) return NONE;
    const { tokens } = paragraph;
    const numbers = book.numbersOf(tokens);
    const marked = book.verdicts('beyond ASCII', (word) => (isAscii(word) ? 0 : 1));
    let odds: BareOdds | undefined;
    const found: BareStretch[] = [];
    let from = 0;
    for (let i = 0; i <= tokens.length; i++) {
      const token = tokens[i];
      if (token !== undefined) {
        const number = numbers[i] ?? NO_WORD;
        if (number === NO_WORD ? !breaks(token, paragraph.text) : marked.of(number, token) === 0) continue;
      }
      const isWhole = from === 0 && token === undefined;
      if (i - from >= FEWEST_WORDS) {
        odds ??= new BareOdds(words, context.lexicon.of('en'));
        const stretch = stretchOf(tokens.slice(from, i), isWhole, odds, context);
        if (stretch !== undefined) found.push(stretch);
      }
      from = i + 1;
    }
    return found.length === 0 ? NONE : found;
  });
}

/** A mark that belongs to an address or a name of a file. */
function breaks({ kind, text, start, end }: Token, paragraph: string): boolean {
  return (
    kind === 'mark' &&
    /[-/._@#=]/.test(text) &&
    !/\s/.test(paragraph.charAt(start - 1) || ' ') &&
    !/\s/.test(paragraph.charAt(end) || ' ')
  );
}

function stretchOf(
  tokens: readonly Token[],
  isWhole: boolean,
  odds: BareOdds,
  context: RuleContext,
): BareStretch | undefined {
  let [small, bare, english, bits] = [0, 0, 0, 0];
  const telling: { readonly token: Token; readonly bits: number }[] = [];
  const englishWords = context.lexicon.of('en');
  for (const token of tokens) {
    if (token.kind !== 'word' || !isSmallAscii(token.text)) continue;
    small++;
    if (token.text.length > LONGEST_SYLLABLE || !isBareSyllable(token.text)) continue;
    bare++;
    if ((englishWords?.commonness(token.text) ?? 0) >= ENGLISH_CLASS) english++;
    const own = odds.bits(token.text);
    bits += own;
    if (own >= EDGE_BITS) telling.push({ token, bits: own });
  }
  if (bare < FEWEST_WORDS || bits < FEWEST_BITS) return undefined;
  if (english > bare * ENGLISH_AT_MOST || small - bare > small * FOREIGN_AT_MOST) return undefined;
  // A word beyond a comma, unless it tells by itself, is not of the stretch.
  const isOfIt = (at: number, next: number) =>
    (telling[at]?.bits ?? 0) >= LONE_EDGE_BITS || gapBetween(telling[at]?.token, telling[next]?.token) === 1;
  let from = 0;
  while (from < telling.length - 1 && !isOfIt(from, from + 1)) from++;
  let to = telling.length - 1;
  while (to > from && !isOfIt(to, to - 1)) to--;
  const [first, last] = [telling[from]?.token, telling[to]?.token];
  if (first === undefined || last === undefined || to === from) return undefined;
  const words = tokens.filter(
    ({ start, end, text }) => start >= first.start && end <= last.end && isBareSyllable(text),
  );
  return { start: first.start, end: last.end, words: words.length, bits: Math.round(bits), isWhole };
}

function gapBetween(a: Token | undefined, b: Token | undefined): number {
  return a && b ? Math.max(a.start, b.start) - Math.min(a.end, b.end) : 0;
}

/** True where the whole line lost its accents: then it is `vietnamese/no-diacritics` that reports it. */
export function isBareLine(paragraph: Paragraph, context: RuleContext): boolean {
  return (
    bareVietnamese(paragraph.tokens, wordBookOf(context.lexicon, context.language)) !== undefined ||
    bareStretches(paragraph, context).some(({ isWhole }) => isWhole)
  );
}

function isSmallAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}
