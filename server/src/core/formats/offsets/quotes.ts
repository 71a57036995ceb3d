import type { TextRange } from '../../text/range.ts';

/**
 * True where a file's quote is what stands there, blanks and Unicode forms aside: formats fold a line end into a blank,
 * and programs compose letters. Which letters there are, and that blanks stand between them, is never aside.
 */
export function sameWords(there: string, quote: string): boolean {
  if (there === quote) return true;
  // Nearly all of those that differ: nothing in them to fold.
  if (there === '' || quote === '' || !/[\s\x80-\uffff]/.test(quote)) return false;
  if (isFarLonger(there, quote) || isFarLonger(quote, there)) return false;
  return folded(there) === folded(quote);
}

/**
 * No form has this many times as many units, nor any layout such runs of blanks; comparing whole articles with single
 * words would take for ever where a file claims them again and again.
 */
function isFarLonger(a: string, b: string): boolean {
  return a.length > 1000 + 20 * b.length;
}

/** Runs of blanks and line ends as one blank, in composed form. */
export function folded(text: string): string {
  return (isAscii(text) ? text : text.normalize('NFC')).replace(/\s+/gu, ' ');
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Places of a quote that are remembered: of one that stands more often the nearest is looked for anew each time. */
const MOST_KEPT = 1000;

/** Where words stand in a text, blanks and Unicode forms aside. Remembers what it found. */
export class QuotePlaces {
  private readonly text: FoldedText;
  private readonly known = new Map<string, readonly number[]>();

  constructor(text: string) {
    this.text = new FoldedText(text);
  }

  /** The place nearest to an offset (UTF-16 units), the first one of two, and how many there are, at most `MOST_KEPT`. */
  nearest(quote: string, to: number): { readonly range: TextRange | undefined; readonly count: number } {
    const wanted = folded(quote);
    if (wanted === '') return { range: undefined, count: 0 };
    const places = this.places(wanted);
    const own = this.text.folded;
    const from = this.text.foldedAt(to);
    const isAll = places.length < MOST_KEPT;
    const index = firstAtLeast(places, from);
    const after = isAll ? places[index] : found(own.indexOf(wanted, from));
    const before = isAll
      ? places[index - 1]
      : from === 0
        ? undefined
        : found(own.lastIndexOf(wanted, from - 1));
    const range = (at: number | undefined) =>
      at === undefined
        ? undefined
        : { start: this.text.place(at), end: this.text.place(at + wanted.length - 1, 'behind') };
    const [left, right] = [range(before), range(after)];
    const isLeft = left && (!right || to - left.start <= right.start - to);
    return { range: isLeft ? left : right, count: places.length };
  }

  private places(wanted: string): readonly number[] {
    const known = this.known.get(wanted);
    if (known) return known;
    const places: number[] = [];
    const { folded: own } = this.text;
    for (let at = own.indexOf(wanted); at >= 0 && places.length < MOST_KEPT; at = own.indexOf(wanted, at + 1))
      places.push(at);
    this.known.set(wanted, places);
    return places;
  }
}

function found(at: number): number | undefined {
  return at < 0 ? undefined : at;
}

/** The index of the first value that is not below `least`. */
function firstAtLeast(values: ArrayLike<number>, least: number, length = values.length): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text with its blanks folded and composed, and where its characters stand in the text itself. */
class FoldedText {
  readonly folded: string;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;

  constructor(text: string) {
    const starts: number[] = [];
    const ends: number[] = [];
    let out = '';
    // A run of blanks, or a character with the marks that combine with it.
    for (const piece of text.matchAll(/\s+|[^\s][\p{M}\u1160-\u11ff]*/gu)) {
      const own = folded(piece[0]);
      out += own;
      for (let i = 0; i < own.length; i++) {
        starts.push(piece.index);
        ends.push(piece.index + piece[0].length);
      }
    }
    this.folded = out;
    this.starts = Uint32Array.from(starts);
    this.ends = Uint32Array.from(ends);
  }

  /** The first unit of `folded` that begins at or behind an offset of the text. */
  foldedAt(offset: number): number {
    return firstAtLeast(this.starts, offset);
  }

  /** Where a unit of `folded` begins, or what it stands for ends, in the text. */
  place(at: number, side: 'before' | 'behind' = 'before'): number {
    return (side === 'before' ? this.starts[at] : this.ends[at]) ?? 0;
  }
}
