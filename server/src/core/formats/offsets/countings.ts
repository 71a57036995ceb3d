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

/** The borders of characters of a text in a Unicode form, ascending, with what stands before each of them. */
interface Table {
  /** Units of the text as it is. */
  readonly at: Uint32Array;
  /** Line ends counted as one each. */
  readonly codePoint: Uint32Array;
  readonly utf16: Uint32Array;
  readonly byte: Uint32Array;
  readonly lineEnds: Uint32Array;
  /** Line ends that the file's own text writes as CRLF. */
  readonly pairs: Uint32Array;
  readonly length: number;
}

/** How a counting is looked up; without a table offsets are those of the text, but for the mark. */
interface Lookup {
  /** What a byte order mark counts. */
  readonly mark: number;
  readonly table?: Table;
  readonly units?: Uint32Array;
  readonly ends?: Uint32Array | undefined;
}

/** Where an offset of a file lies in the text: UTF-16 units; `inside`: within what is one character here, or behind the text. */
export interface CountedPlace {
  readonly at: number;
  readonly inside: boolean;
}

/** A text in which offsets are looked up under any counting. Each Unicode form costs one walk over the text, once. */
export class CountedText {
  /** Canonical: without byte order mark, line ends as LF. */
  readonly text: string;
  /** UTF-16 offsets in `text` of line ends that the file's own text writes as CRLF. */
  private readonly pairs: ReadonlySet<number>;
  private readonly lineEnds: number;
  private readonly ascii: boolean;
  private readonly astral: boolean;
  private readonly forms = new Map<Counting['form'], boolean>();
  private readonly lookups = new Map<Counting, Lookup>();
  private readonly tables = new Map<Counting['form'], Table>();

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
    const { mark, units, ends, table } = this.lookup(counting);
    const counted = offset - mark;
    if (counted < 0) return { at: 0, inside: true };
    if (!table || !units) {
      const most = this.text.length;
      if (counted > most) return { at: most, inside: true };
      return this.splitsPair(counted) ? { at: counted - 1, inside: true } : { at: counted, inside: false };
    }
    const index = lastAtMost(units, ends, table.length, counted);
    const there = (units[index] ?? 0) + (ends?.[index] ?? 0);
    return { at: table.at[index] ?? 0, inside: there !== counted };
  }

  /** True between the halves of a character that UTF-16 writes as two. */
  private splitsPair(at: number): boolean {
    return this.astral && (this.text.codePointAt(at - 1) ?? 0) > 0xffff;
  }

  private lookup(counting: Counting): Lookup {
    const known = this.lookups.get(counting);
    if (known) return known;
    const mark = shift(counting);
    let made: Lookup = { mark };
    if (this.keyOf(counting) !== AS_IT_IS) {
      const table = this.table(this.isIn(counting.form) ? 'asIs' : counting.form);
      made = { mark, table, units: table[counting.unit], ends: this.endsOf(counting, table) };
    }
    this.lookups.set(counting, made);
    return made;
  }

  /** Two countings that say the same of every offset of this text have the same. */
  sameness(counting: Counting): string {
    return `${this.keyOf(counting)} ${shift(counting)}`;
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

  private endsOf({ lineEnds }: Counting, table: Table): Uint32Array | undefined {
    return lineEnds === 'lf' ? undefined : lineEnds === 'crlf' ? table.lineEnds : table.pairs;
  }

  private table(form: Counting['form']): Table {
    const known = this.tables.get(form) ?? this.walk(form);
    this.tables.set(form, known);
    return known;
  }

  private walk(form: Counting['form']): Table {
    const { text } = this;
    const array = () => new Uint32Array(text.length + 1);
    const table = {
      at: array(),
      codePoint: array(),
      utf16: array(),
      byte: array(),
      lineEnds: array(),
      pairs: array(),
    };
    let [codePoint, utf16, byte, lineEnds, pairs, at, index] = [0, 0, 0, 0, 0, 0, 0];
    for (;;) {
      table.at[index] = at;
      table.codePoint[index] = codePoint;
      table.utf16[index] = utf16;
      table.byte[index] = byte;
      table.lineEnds[index] = lineEnds;
      table.pairs[index] = pairs;
      index++;
      if (at >= text.length) return { ...table, length: index };
      const code = text.charCodeAt(at);
      if (code < 0x80 && (form === 'asIs' || !combines(text, at + 1))) {
        codePoint++;
        utf16++;
        byte++;
        if (code === LF) lineEnds++;
        if (code === LF && this.pairs.has(at)) pairs++;
        at++;
        continue;
      }
      const end = form === 'asIs' ? at + characterLength(text, at) : endOfCluster(text, at);
      const piece = form === 'asIs' ? text.slice(at, end) : text.slice(at, end).normalize(form);
      for (const char of piece) {
        codePoint++;
        utf16 += char.length;
        byte += bytesOf(char.codePointAt(0) ?? 0);
      }
      at = end;
    }
  }
}

/** The key of a counting under which offsets are those of the text as it is here. */
const AS_IT_IS = 'utf16 lf asIs';
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

function bytesOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** The last border whose offset is at most `value`. */
function lastAtMost(
  units: Uint32Array,
  ends: Uint32Array | undefined,
  length: number,
  value: number,
): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] ?? 0) + (ends?.[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
