/**
 * True where a file's quote is what stands there, blanks and Unicode forms aside: formats fold a line end into a blank,
 * and programs compose letters. Which letters there are, and that blanks stand between them, is never aside.
 */
export function sameWords(there: string, quote: string): boolean {
  if (there === quote) return true;
  // Nearly all of those that differ: nothing in them to fold.
  if (there === '' || quote === '' || !/[\s\x80-\uffff]/.test(quote)) return false;
  return folded(there) === folded(quote);
}

/** Runs of blanks and line ends as one blank, in composed form. */
export function folded(text: string): string {
  return (isAscii(text) ? text : text.normalize('NFC')).replace(/\s+/gu, ' ');
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Offsets (UTF-16 units of `text`) of all places of a quote, blanks aside; at most `most`. */
export function quotePlaces(
  text: FoldedText,
  quote: string,
  most: number,
): { readonly start: number; readonly end: number }[] {
  const wanted = folded(quote);
  const places: { start: number; end: number }[] = [];
  if (wanted === '') return places;
  for (
    let at = text.folded.indexOf(wanted);
    at >= 0 && places.length < most;
    at = text.folded.indexOf(wanted, at + 1)
  )
    places.push({ start: text.place(at), end: text.place(at + wanted.length - 1, 'behind') });
  return places;
}

/** A text with its blanks folded and composed, and where its characters stand in the text itself. */
export class FoldedText {
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

  /** Where a unit of `folded` begins, or what it stands for ends, in the text. */
  place(at: number, side: 'before' | 'behind' = 'before'): number {
    return (side === 'before' ? this.starts[at] : this.ends[at]) ?? 0;
  }
}
