import type { OffsetUnit } from '../readArticle.ts';

export const LINE_ENDS = ['asIs', 'lf', 'crlf'] as const;
export const FORMS = ['asIs', 'NFC', 'NFD'] as const;

/** How the offsets of a file may count the text: in what, with which line ends, in which Unicode form, with a mark before it. */
export interface Counting {
  readonly unit: OffsetUnit;
  /** asIs: as the file's own text has them; one unit each; or two each. */
  readonly lineEnds: (typeof LINE_ENDS)[number];
  readonly form: (typeof FORMS)[number];
  /** A byte order mark before the text counts: 1, or 3 bytes. */
  readonly bom: boolean;
}

/** Offsets of one counting beside those of the text, at the borders of characters; both ascend. */
interface Scale {
  readonly counted: Uint32Array;
  readonly utf16: Uint32Array;
  readonly length: number;
}

/** Where an offset of a file lies in the text: UTF-16 units; `inside`: within what is one character here, or behind the text. */
export interface CountedPlace {
  readonly at: number;
  readonly inside: boolean;
}

/** A text in which offsets are looked up under any counting. Each counting costs one walk over the text, once. */
export class CountedText {
  /** Canonical: without byte order mark, line ends as LF. */
  readonly text: string;
  /** UTF-16 offsets in `text` of line ends that the file's own text writes as CRLF. */
  private readonly pairs: ReadonlySet<number>;
  private readonly lineEnds: number;
  private readonly ascii: boolean;
  private readonly astral: boolean;
  private readonly forms = new Map<Counting['form'], boolean>();
  private readonly scales = new Map<string, Scale | undefined>();

  /** `own`: the text as it stands in the file, of which `text` is the canonical form. */
  constructor(text: string, own = text) {
    this.text = text;
    this.pairs = pairsOf(own);
    let lineEnds = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineEnds++;
    this.lineEnds = lineEnds;
    this.ascii = !/[^\0-\x7f]/.test(text);
    this.astral = /[\ud800-\udfff]/.test(text);
  }

  /** The place of an offset; one that lies inside a character stands for that character's start. */
  place(counting: Counting, offset: number): CountedPlace {
    const counted = offset - (counting.bom ? bomLength(counting.unit) : 0);
    if (counted < 0) return { at: 0, inside: true };
    const scale = this.scale(counting);
    if (!scale) {
      const most = this.text.length;
      return counted > most ? { at: most, inside: true } : { at: counted, inside: false };
    }
    const index = lastAtMost(scale, counted);
    const at = scale.utf16[index] ?? 0;
    return { at, inside: scale.counted[index] !== counted };
  }

  /** True where two countings say the same of every offset of this text. */
  alike(a: Counting, b: Counting): boolean {
    return this.keyOf(a) === this.keyOf(b) && shift(a) === shift(b);
  }

  private keyOf({ unit, lineEnds, form }: Counting): string {
    const ends = this.lineEnds === 0 ? 'lf' : lineEnds !== 'asIs' ? lineEnds : this.ownLineEnds();
    const own = this.ascii || (unit === 'codePoint' && !this.astral) ? 'utf16' : unit;
    return `${own} ${ends} ${this.isIn(form) ? 'asIs' : form}`;
  }

  /** True where a form would leave the text as it is. */
  private isIn(form: Counting['form']): boolean {
    if (form === 'asIs' || this.ascii) return true;
    const known = this.forms.get(form) ?? this.text.normalize(form) === this.text;
    this.forms.set(form, known);
    return known;
  }

  private ownLineEnds(): 'lf' | 'crlf' | 'asIs' {
    return this.pairs.size === 0 ? 'lf' : this.pairs.size === this.lineEnds ? 'crlf' : 'asIs';
  }

  /** Undefined where offsets are those of the text. */
  private scale(counting: Counting): Scale | undefined {
    const key = this.keyOf(counting);
    if (key === 'utf16 lf asIs') return undefined;
    if (!this.scales.has(key)) this.scales.set(key, this.walk(counting));
    return this.scales.get(key);
  }

  private walk({ unit, lineEnds, form }: Counting): Scale {
    const { text } = this;
    const counted = new Uint32Array(text.length + 1);
    const utf16 = new Uint32Array(text.length + 1);
    let [count, at, index] = [0, 0, 0];
    while (at < text.length) {
      counted[index] = count;
      utf16[index++] = at;
      const next = form === 'asIs' ? at + characterLength(text, at) : endOfCluster(text, at);
      const piece = form === 'asIs' ? undefined : text.slice(at, next).normalize(form);
      count += piece === undefined ? sizeAt(text, at, unit) : sizeOf(piece, unit);
      if (text.charCodeAt(at) === LF && (lineEnds === 'crlf' || (lineEnds === 'asIs' && this.pairs.has(at))))
        count++;
      at = next;
    }
    counted[index] = count;
    utf16[index] = at;
    return { counted, utf16, length: index + 1 };
  }
}

const LF = 10;

function shift({ unit, bom }: Counting): number {
  return bom ? bomLength(unit) : 0;
}

function bomLength(unit: OffsetUnit): number {
  return unit === 'byte' ? 3 : 1;
}

/** Where canonical text has a line end that `own` writes with two characters. */
function pairsOf(own: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  const bom = own.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = own.indexOf('\r\n'); at >= 0; at = own.indexOf('\r\n', at + 2))
    pairs.add(at - bom - pairs.size);
  return pairs;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The end of the piece from `at` that a normalisation form treats by itself: a character and what combines with it. */
function endOfCluster(text: string, at: number): number {
  let end = at + characterLength(text, at);
  while (end < text.length && combines(text, end)) end += characterLength(text, end);
  return end;
}

/** Marks, and the vowels and finals that make a Hangul syllable of the character before them. */
function combines(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x300) return false;
  if (code >= 0x1160 && code <= 0x11ff) return true;
  return /^\p{M}/u.test(text.slice(at, at + 2));
}

function sizeAt(text: string, at: number, unit: OffsetUnit): number {
  const code = text.codePointAt(at) ?? 0;
  if (unit === 'codePoint') return 1;
  if (unit === 'utf16') return code > 0xffff ? 2 : 1;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function sizeOf(text: string, unit: OffsetUnit): number {
  if (unit === 'utf16') return text.length;
  let size = 0;
  for (let at = 0; at < text.length; at += characterLength(text, at)) size += sizeAt(text, at, unit);
  return size;
}

/** The last entry whose offset is at most `value`. */
function lastAtMost({ counted, length }: Scale, value: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((counted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
