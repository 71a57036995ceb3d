import { decodeTcvn3 } from './legacy/tcvn3.ts';
import { decodeViqr } from './legacy/viqr.ts';
import { decodeViscii } from './legacy/viscii.ts';
import { decodeVni } from './legacy/vni.ts';
import { hasVietnameseMark, isBareSyllable, parseSyllable } from './syllable.ts';

/** Vietnamese in an encoding older than Unicode, shown as Latin letters and signs. */
export interface LegacyText {
  readonly encoding: string;
  readonly decoded: string;
  /** Share of the words that are Vietnamese syllables, as written and as decoded, 0 to 1. */
  readonly before: number;
  readonly after: number;
}

const EIGHT_BIT = /[\x80-\xff]/;
/** Letters that no legacy text shows, as its bytes are read as Latin-1 or Windows-1252. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/;
const VIQR_MARKS = /[`~^+(](?<=[oOuU]\+|[aeoAEO]\^|[aA]\(|[aeiouyAEIOUY][`~])/;
const ENCODINGS: readonly (readonly [name: string, decode: (text: string) => string])[] = [
  ['TCVN3', decodeTcvn3],
  ['VNI', decodeVni],
  ['VISCII', decodeViscii],
];
/** Thresholds measured on damaged and clean news: how far the share must rise, to what, and how much is accented. */
const LEAST_RISE = 0.25;
const LEAST_SHARE = 0.6;
const LEAST_ACCENTED = 0.2;
/** A text that nobody calls Vietnamese must convince. */
const LEAST_SHARE_ELSEWHERE = 0.85;
const FEWEST_WORDS_ELSEWHERE = 4;
/** Only so much of a paragraph is weighed. */
const WEIGHED = 4_000;

/** What a paragraph in TCVN3, VNI, VISCII or VIQR meant; undefined where it is in none of them. */
export function legacyVietnamese(text: string, isVietnamese: boolean): LegacyText | undefined {
  const eightBit = EIGHT_BIT.test(text) && !UNICODE_ONLY.test(text);
  const viqr = VIQR_MARKS.test(text);
  if (!eightBit && !viqr) return undefined;
  const sample = text.slice(0, WEIGHED);
  const before = weigh(sample);
  let best: { encoding: string; decode: (text: string) => string; after: Weight } | undefined;
  for (const [encoding, decode] of [...(eightBit ? ENCODINGS : []), ...(viqr ? [VIQR] : [])]) {
    const after = weigh(decode(sample));
    if (best === undefined || after.share > best.after.share) best = { encoding, decode, after };
  }
  if (best === undefined || !convinces(before, best.after, isVietnamese)) return undefined;
  return {
    encoding: best.encoding,
    decoded: best.decode(text),
    before: before.share,
    after: best.after.share,
  };
}

const VIQR: readonly [string, (text: string) => string] = ['VIQR', decodeViqr];

interface Weight {
  readonly words: number;
  readonly share: number;
  readonly accented: number;
}

const EDGES = /^[!-/:-@[-`{-~“”‘’…–—«»]+|[!-/:-@[-`{-~“”‘’…–—«»]+$/g;

const NUMBER = /^[\d.,:%]+$/;
/** A name that no encoding changes: where no syllable is spelt like it, it is foreign and says nothing. */
const NAME = /^[A-Z][A-Za-z]*$/;

/** Runs of non-blanks with a letter, without the marks at their edges: in legacy text signs are letters too. */
function weigh(text: string): Weight {
  let words = 0;
  let syllables = 0;
  let accented = 0;
  for (const run of text.split(/[\s\-/]+/)) {
    const word = run.replace(EDGES, '');
    if (word === '' || NUMBER.test(word) || (NAME.test(word) && !isBareSyllable(word))) continue;
    words++;
    if (parseSyllable(word) === undefined) continue;
    syllables++;
    if (hasVietnameseMark(word)) accented++;
  }
  return { words, share: words && syllables / words, accented: words && accented / words };
}

function convinces(before: Weight, after: Weight, isVietnamese: boolean): boolean {
  if (after.share - before.share < LEAST_RISE || after.accented < LEAST_ACCENTED) return false;
  if (isVietnamese) return after.share >= LEAST_SHARE;
  return after.share >= LEAST_SHARE_ELSEWHERE && after.words >= FEWEST_WORDS_ELSEWHERE;
}
