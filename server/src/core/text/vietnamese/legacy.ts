import { decodeTcvn3 } from './legacy/tcvn3.ts';
import { decodeViqr, looksLikeViqr } from './legacy/viqr.ts';
import { decodeViscii } from './legacy/viscii.ts';
import { decodeVni } from './legacy/vni.ts';
import { decodeVps } from './legacy/vps.ts';
import { hasVietnameseMark, isBareSyllable, isSyllable } from './syllable.ts';

/** Vietnamese in an encoding older than Unicode, shown as Latin letters and signs. */
export interface LegacyText {
  readonly encoding: string;
  readonly decoded: string;
  /** Share of the words that are Vietnamese syllables, as written and as decoded, 0 to 1. */
  readonly before: number;
  readonly after: number;
}

/** How common a Vietnamese word in small letters is, 0 to 5: it tells apart the readings of a short text. */
export type Commonness = (word: string) => number;

const EIGHT_BIT = /[\x80-\xff]/;
/** Letters that no legacy text shows, as its bytes are read as Latin-1 or Windows-1252, which has Œ Š Ÿ Ž ƒ. */
const UNICODE_ONLY =
  /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u024f\u1e00-\u1eff]/;
type Decoder = readonly [name: string, decode: (text: string) => string];
const ENCODINGS: readonly Decoder[] = [
  ['TCVN3', decodeTcvn3],
  ['VNI', decodeVni],
  ['VISCII', decodeViscii],
  ['VPS', decodeVps],
];
const VIQR: Decoder = ['VIQR', decodeViqr];

/** Thresholds measured on damaged and clean news: how far the share must rise, to what, and how much is accented. */
const LEAST_RISE = 0.25;
const LEAST_SHARE = 0.6;
const LEAST_ACCENTED = 0.2;
/** Where nearly every word becomes a syllable, one that was none before is enough: `Nên tôi là bÕn.` */
const NEARLY_ALL = 0.9;
/** A text that nobody calls Vietnamese must convince. */
const LEAST_SHARE_ELSEWHERE = 0.85;
const FEWEST_WORDS_ELSEWHERE = 4;
/** Of its characters so many are of the upper half, or it is French: Vietnamese has a fifth. */
const LEAST_EIGHT_BIT = 0.12;
/** Only so much of a paragraph is weighed. */
const WEIGHED = 4_000;

/** What a paragraph in TCVN3, VNI, VISCII, VPS or VIQR meant; undefined where it is in none of them. */
export function legacyVietnamese(
  text: string,
  isVietnamese: boolean,
  commonness: Commonness = () => 0,
): LegacyText | undefined {
  if (UNICODE_ONLY.test(text)) return undefined;
  const sample = text.slice(0, WEIGHED);
  const eightBit = EIGHT_BIT.test(text) && (isVietnamese || isDense(sample));
  const decoders = [...(eightBit ? ENCODINGS : []), ...(looksLikeViqr(sample) ? [VIQR] : [])];
  if (decoders.length === 0) return undefined;
  const before = wordsOf(sample);
  let best: { decoder: Decoder; weight: Weight } | undefined;
  for (const decoder of decoders) {
    const weight = weigh(before, wordsOf(decoder[1](sample)), decoder === VIQR, commonness);
    if (best === undefined || weight.score > best.weight.score) best = { decoder, weight };
  }
  if (best === undefined || !convinces(best.weight, isVietnamese, best.decoder === VIQR)) return undefined;
  const [encoding, decode] = best.decoder;
  return { encoding, decoded: decode(text), before: best.weight.before, after: best.weight.after };
}

function isDense(text: string): boolean {
  let eightBit = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f && code < 0x100) eightBit++;
  }
  return eightBit >= text.length * LEAST_EIGHT_BIT;
}

/** What a reading makes of the words; shares of them, 0 to 1. */
interface Weight {
  readonly words: number;
  /** Syllables, as written and as read. */
  readonly before: number;
  readonly after: number;
  /** Words that the reading makes syllables. */
  readonly gained: number;
  /** Syllables, as read, that have a mark. */
  readonly accented: number;
  /** Tells readings of one text apart: for each syllable 1, and more where it is a common word. */
  readonly score: number;
}

const EDGES = /^[!-/:-@[-`{-~“”‘’…–—«»]+|[!-/:-@[-`{-~“”‘’…–—«»]+$/g;
const NUMBER = /^[\d.,:%]+$/;
/** A name that no encoding changes: where no syllable is spelt like it, it is foreign and says nothing. */
const NAME = /^[A-Z][A-Za-z]*$/;
/** A letter of the page read by another page's table is often a capital: `thẸ`. */
const ODD_CASE = /\p{Ll}\p{Lu}/u;
const COMMON_WEIGHT = 0.1;

/** Runs of non-blanks, without the marks at their edges: in legacy text signs are letters too. */
function wordsOf(text: string): string[] {
  return text.split(/[\s\-/]+/).map((run) => run.replace(EDGES, ''));
}

/** `isViqr`: marks at the edge of a word belong to it, so that what changes was no syllable. */
function weigh(
  written: readonly string[],
  read: readonly string[],
  isViqr: boolean,
  commonness: Commonness,
): Weight {
  const count = { words: 0, before: 0, after: 0, gained: 0, accented: 0, score: 0 };
  read.forEach((word, i) => {
    const was = written[i] ?? '';
    // A mark by itself is no word, whatever letter it may be: « and ».
    if (was === '' || word === '' || NUMBER.test(word) || (NAME.test(word) && !isBareSyllable(word))) return;
    count.words++;
    const wasSyllable = isSyllableInCase(was) && !(isViqr && was !== word);
    if (wasSyllable) count.before++;
    if (!isSyllableInCase(word)) return;
    count.after++;
    count.score += 1 + commonness(word.toLowerCase()) * COMMON_WEIGHT;
    if (!wasSyllable) count.gained++;
    if (hasVietnameseMark(word)) count.accented++;
  });
  const share = (n: number) => count.words && n / count.words;
  return {
    ...count,
    before: share(count.before),
    after: share(count.after),
    gained: share(count.gained),
    accented: share(count.accented),
  };
}

function isSyllableInCase(word: string): boolean {
  return !ODD_CASE.test(word) && isSyllable(word);
}

function convinces(
  { words, after, gained, accented }: Weight,
  isVietnamese: boolean,
  isViqr: boolean,
): boolean {
  if (accented < LEAST_ACCENTED || gained === 0) return false;
  if (!isVietnamese)
    return gained >= LEAST_RISE && after >= LEAST_SHARE_ELSEWHERE && words >= FEWEST_WORDS_ELSEWHERE;
  if (gained < LEAST_RISE) return !isViqr && after >= NEARLY_ALL;
  return after >= LEAST_SHARE;
}
