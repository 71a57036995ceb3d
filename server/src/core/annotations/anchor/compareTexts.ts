import { finish, type Steps } from '../../steps.ts';
import { canonicalText, TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import type { Location } from '../locate.ts';
import type { Anchor } from '../model.ts';
import { compareTokens } from './comparison.ts';
import { placeOf } from './place.ts';

/** A stretch of the old text: code points of its canonical text, `end` exclusive. */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

/** What became of every place of an old text in a new one. */
export interface TextComparison {
  /** Where an annotation is now. One whose quote the old text disproves is never placed silently. */
  locate(anchor: Anchor): Location;
  /** Where a stretch of the old text is now: for the `parts` of a span, which have no quote of their own. */
  locateRange(range: CodePointRange): Location;
}

/**
 * Compares two versions of an article, each as an editor or the disk holds it, once for all its annotations. Offsets
 * of anchors are code points of the canonical old text; the ranges that come back are UTF-16 units of `text` as given.
 *
 * Both texts are read as words and signs: blanks, line ends, kinds of quotation marks and Unicode forms make no
 * difference. Runs of words that are unique in both are the same; of those that cross, the most words stay, and whole
 * sentences among the others have moved. What is left is aligned word by word, and a changed word letter by letter. A
 * place is silent (kept, moved) only where both its edges are certain. Words that were cut are an orphan and are never
 * looked for elsewhere.
 */
export function compareTexts(old: string, text: string): TextComparison {
  return finish(compareTextsInSteps(old, text));
}

/** The same in small steps, for whoever must not be held up: a text of a megabyte takes a second or two. */
export function* compareTextsInSteps(old: string, text: string): Steps<TextComparison> {
  const units = new UnitConversion(old, text);
  yield;
  const isSame = units.old.text === units.now.text;
  const comparison = isSame ? undefined : yield* compareTokens(units.old.text, units.now.text);
  const find = (range: CodePointRange, status: (sure: boolean) => boolean): Location => {
    const from = units.oldUnits(range);
    const place = comparison ? placeOf(comparison, from) : { range: from, sure: true };
    if (!place) return { status: 'orphan', range: undefined };
    const found = units.found(place.range);
    if (!status(place.sure)) return { status: 'review', range: found.range };
    const isKept = found.start === range.start && found.end === range.end;
    return { status: isKept ? 'kept' : 'moved', range: found.range };
  };
  return {
    locate(anchor) {
      const { start, end } = units.oldUnits(anchor);
      const holds = units.old.text.slice(start, end) === anchor.text && anchor.end <= units.old.codePoints;
      return find(anchor, (sure) => sure && holds);
    },
    locateRange: (range) => find(range, (sure) => sure && range.end <= units.old.codePoints),
  };
}

/** A canonical text with conversions of its offsets. */
class CanonicalText {
  readonly text: string;
  private readonly offsets: TextOffsets;

  constructor(text: string) {
    this.text = canonicalText(text);
    // What looks like a byte order mark at the start of a canonical text is a character of it.
    this.offsets = new TextOffsets(` ${this.text}`);
  }

  get codePoints(): number {
    return this.offsets.codePoints - 1;
  }

  toCodePoint(utf16: number): number {
    return this.offsets.toCodePoint(utf16 + 1) - 1;
  }

  toUtf16(codePoint: number): number {
    return this.offsets.toUtf16(Math.max(0, codePoint) + 1) - 1;
  }
}

/** From code points of the old text to its units, and from units of the new canonical text to those of the given one. */
class UnitConversion {
  readonly old: CanonicalText;
  readonly now: CanonicalText;
  private readonly given: TextOffsets;

  constructor(old: string, text: string) {
    this.old = new CanonicalText(old);
    this.now = new CanonicalText(text);
    this.given = new TextOffsets(text);
  }

  oldUnits({ start, end }: CodePointRange): TextRange {
    const from = this.old.toUtf16(start);
    return { start: from, end: Math.max(from, this.old.toUtf16(end)) };
  }

  /** Code points of the canonical text, and units of the given one. */
  found(range: TextRange): CodePointRange & { readonly range: TextRange } {
    const start = this.now.toCodePoint(range.start);
    const end = this.now.toCodePoint(range.end);
    return { start, end, range: { start: this.given.toUtf16(start), end: this.given.toUtf16(end) } };
  }
}
