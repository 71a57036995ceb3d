import { msg } from '../../../message.ts';
import { type LanguageWords, wordBookOf } from '../../../text/lexicon/lexicon.ts';
import { NO_WORD } from '../../../text/lexicon/wordBook.ts';
import type { Token } from '../../../text/tokens.ts';
import { isInAddress } from '../../addresses.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { isAscii } from '../../unknownWords.ts';
import { type Apart, apartIn } from './splitWord/apart.ts';

/** Shorter words come about by chance from an abbreviation and a letter. */
const SHORTEST = 4;
const SHORTEST_NAME_PIECE = 3;
const SHORTEST_SYLLABLE = 3;
/** So common must be what two pieces make of which both, or one, or none are unknown. */
const BOTH_UNKNOWN = 1;
const ONE_UNKNOWN = 2;
const BOTH_KNOWN = 3;
const BOTH_LESS_COMMON = 4;
/** Longer pieces in small letters that English knows are English. */
const SHORTEST_ENGLISH = 3;

interface Pair {
  readonly first: Token;
  readonly last: Token;
  readonly joined: string;
  /** How common the joined word is. */
  readonly together: number;
  /** How common the pieces are. */
  readonly pieces: readonly [number, number];
}

export const splitWord: ParagraphRule = {
  code: 'spacing/split-word',
  title: 'Word with a space inside',
  description: 'Two pieces, one of which is no word, that together are a word.',
  group: 'garbled',
  severity: 'warning',
  // What is unknown must be odd: only there the list of words is long enough.
  languages: ['id', 'vi', 'en'],
  scope: 'paragraph',
  examples: {
    bad: [
      {
        language: 'id',
        text: '[[Peme rintah]] desa [[memberika n]] bantuan.',
        fixed: 'Pemerintah desa memberikan bantuan.',
      },
      {
        language: 'vi',
        text: 'Những [[n gười]] dân đã được [[giú p]] đỡ, [[ngư ời]] ta nói.',
        fixed: 'Những người dân đã được giúp đỡ, người ta nói.',
      },
      {
        language: 'en',
        text: 'The [[gover nment]] said it [[wo uld]] help.',
        fixed: 'The government said it would help.',
      },
    ],
    good: [
      {
        language: 'id',
        text: 'Kegiatan antar negara itu di rumah saya, kata nya; non aktif.',
        note: 'written apart',
      },
      { language: 'vi', text: 'Chị y tá ở nhà, ông u ám; 5 m vải, 3 km đường.' },
      { language: 'en', text: 'He ran into a lack of co operation on the 4 th day of a mid week e mail.' },
      { language: 'en', text: 'An Al Gore fan; see 5 km from here, in to and into.' },
    ],
  },
  *check({ text, tokens }, context) {
    const words = context.lexicon.of(context.language);
    const apart = apartIn(context.language);
    if (words === undefined || apart === undefined) return;
    const language = new Language(context, words, apart);
    const book = wordBookOf(context.lexicon, context.language);
    const numbers = book.numbersOf(tokens);
    const verdicts = book.verdicts('spacing/split-word', (word) => language.look(word));
    let before: Pair | undefined;
    let last: Token | undefined;
    let lastLook = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined) break;
      const number = numbers[i] ?? NO_WORD;
      const isWord = number !== NO_WORD;
      const look = verdicts.of(number, token);
      const commonness = look & Look.commonness;
      const lastCommonness = lastLook & Look.commonness;
      let pair: Pair | undefined;
      // Two ordinary words, as nearly all are, are no pieces.
      if (
        isWord &&
        last !== undefined &&
        (commonness <= 1 || lastCommonness <= 1 || (commonness <= 2 && lastCommonness <= 2))
      )
        if (token.start === last.end + 1 && text.charCodeAt(last.end) === BLANK)
          pair = pairOf(last, lastLook, token, look, text, language);
      last = isWord ? token : undefined;
      lastLook = look;
      if (before !== undefined) {
        // A piece may join with either neighbour.
        if (pair !== undefined && pair.first === before.last) {
          if (likelihood(pair) > likelihood(before)) before = pair;
          continue;
        }
        yield observe(before, text);
      }
      before = pair;
    }
    if (before !== undefined) yield observe(before, text);
  },
};

const BLANK = 0x20;

/** Where no piece is a word rather than one, then the commoner word. */
function likelihood({ pieces, together }: Pair): number {
  return together + (Math.max(...pieces) === 0 ? COMMONEST : 0);
}

function pairOf(
  first: Token,
  left: number,
  last: Token,
  right: number,
  text: string,
  { words, apart, context }: Language,
): Pair | undefined {
  const isSyllable = context.language === 'vi';
  const length = first.text.length + last.text.length;
  if (length > (isSyllable ? LONGEST_SYLLABLE : LONGEST)) return undefined;
  const a = left & Look.commonness;
  const b = right & Look.commonness;
  const unknown = (a === 0 ? 1 : 0) + (b === 0 ? 1 : 0);
  if (unknown === 0 && ((left | right) & Look.letter) !== 0) return undefined;
  if ((right & Look.capital) !== 0) return undefined;
  const isCapital = (left & Look.capital) !== 0;
  // A name before a word. Syllables of Vietnamese are few: there it is no name that makes one with the next word.
  if (isCapital && !isSyllable && b > 0 && (a > 0 || (left & Look.short) !== 0)) return undefined;
  if ((b > 0 && (left & Look.apartFirst) !== 0) || (a > 0 && (right & Look.apartLast) !== 0))
    return undefined;
  const piece = small(first.text);
  const joined = piece + small(last.text);
  if (joined.length < (isSyllable ? SHORTEST_SYLLABLE : SHORTEST)) return undefined;
  const least =
    unknown === 2
      ? BOTH_UNKNOWN
      : unknown === 1
        ? ONE_UNKNOWN
        : a > 1 && b > 1
          ? BOTH_LESS_COMMON
          : BOTH_KNOWN;
  // What grammar derives is of class 1, and dear to find out.
  const together = least > 1 && words.listed ? words.listed(joined) : words.commonness(joined);
  if (together < (isCapital ? Math.max(least, ONE_UNKNOWN) : least)) return undefined;
  if (!standsFree(text, first.start, last.end, apart.units.has(piece))) return undefined;
  return { first, last, joined, together, pieces: [a, b] };
}

const LONGEST = 30;
const LONGEST_SYLLABLE = 7;

/** What is kept of a word, in bits. */
const Look = {
  commonness: 7,
  /** It has a capital. */
  capital: 8,
  /** One letter. */
  letter: 16,
  /** Too short for a piece of a name. */
  short: 32,
  /** See `Apart`. */
  apartFirst: 64,
  apartLast: 128,
} as const;

/** What an article's language knows. */
class Language {
  readonly context: RuleContext;
  readonly words: LanguageWords;
  readonly apart: Apart;
  private readonly english: LanguageWords | undefined;

  constructor(context: RuleContext, words: LanguageWords, apart: Apart) {
    this.context = context;
    this.words = words;
    this.apart = apart;
    this.english = context.language === 'en' ? undefined : context.lexicon.of('en');
  }

  /** What is kept of a word, as it is written. */
  look(text: string): number {
    const word = small(text);
    return (
      this.commonness(word) |
      (word === text.normalize('NFC') ? 0 : Look.capital) |
      (word.length === 1 ? Look.letter : 0) |
      (word.length < SHORTEST_NAME_PIECE ? Look.short : 0) |
      (this.apart.first.has(word) ? Look.apartFirst : 0) |
      (this.apart.last.has(word) ? Look.apartLast : 0)
    );
  }

  /** Of a word in small letters; 0 where it is none of the language nor, where it is long enough, of English. */
  commonness(word: string): number {
    if (word.length === 1) return this.apart.letters.has(word) ? COMMONEST : 0;
    if (this.apart.pieces.has(word)) return 1;
    const own = this.words.commonness(word);
    if (own > 0 || this.english === undefined || word.length < SHORTEST_ENGLISH) return own;
    return this.english.commonness(word) > 1 ? 1 : 0;
  }
}

const COMMONEST = 5;

/** In small letters and NFC. */
function small(word: string): string {
  const lower = word.toLowerCase();
  return isAscii(lower) ? lower : lower.normalize('NFC');
}

/** Not a unit after a number, nor a part of a compound, an address or an abbreviation. */
function standsFree(text: string, start: number, end: number, isUnit: boolean): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[-‑/@#'’._\p{Nd}]$/u.test(before) || (isUnit && /\p{Nd} $/u.test(before))) return false;
  if (/^(?:[-‑/@'’_\p{Nd}]|\.\p{L})/u.test(text.slice(end, end + 2))) return false;
  return !isInAddress(text, start, end);
}

function observe({ first, last, joined, pieces }: Pair, text: string): Observation {
  const { start } = first;
  const { end } = last;
  const newText = first.text + last.text;
  const [unknown, other] = pieces[0] <= pieces[1] ? [first, last] : [last, first];
  const isUnknown = Math.min(...pieces) === 0;
  return {
    start,
    end,
    message: msg('A space stands inside a word: “{0}” is probably “{1}”.', text.slice(start, end), newText),
    why: isUnknown
      ? msg('“{0}” is no word; with “{1}” it is “{2}”, which is one.', unknown.text, other.text, joined)
      : msg('“{0}” is a rare word; with “{1}” it is “{2}”, a common one.', unknown.text, other.text, joined),
    fixes: [
      {
        title: msg('Write “{0}”', newText),
        edits: [{ start: first.end, end: last.start, newText: '' }],
        certain: isUnknown,
      },
    ],
  };
}
