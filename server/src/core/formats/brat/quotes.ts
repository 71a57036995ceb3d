import { canonicalText, TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import type { ReadPart } from '../readArticle.ts';
import { joined, sameParts } from './fragments.ts';
import type { Extra } from './values.ts';

/**
 * The stretches of annotations and the words that the file has for them. brat writes the words of several fragments
 * with a blank between; which fragments are one stretch over line ends, the text between them tells.
 */
export class QuotedParts {
  private readonly texts: readonly CodePoints[];

  /** `text`: as it stands in the file beside; undefined where there is none. */
  constructor(text: string | undefined) {
    this.texts =
      text === undefined ? [] : [...new Set([text, canonicalText(text)])].map((t) => new CodePoints(t));
  }

  /** `fragments` as the file has them; `extra` may say how they are divided in truth. */
  parts(fragments: readonly TextRange[], quote: string | undefined, extra: Extra | undefined): ReadPart[] {
    const [only] = fragments;
    if (fragments.length === 1 && only && !extra?.parts) return [{ ...only, ...quoted(quote) }];
    const pieces = quote === undefined ? undefined : piecesOf(quote, fragments);
    const sorted = fragments
      .map((f, i) => ({ ...f, quote: pieces?.[i] }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const text = this.texts.find((t) =>
      sorted.every((f) => f.quote !== undefined && t.slice(f.start, f.end) === f.quote),
    );
    const between = (start: number, end: number) => text?.slice(start, end);
    const parts =
      divided(sorted, extra) ??
      joined(
        sorted.map(({ start, end }) => ({ start, end })),
        between,
      );
    let next = 0;
    return parts.map(({ start, end }) => {
      // Both stand in order: each part has those that begin in it.
      const from = next;
      while (next < sorted.length && (sorted[next]?.end ?? 0) <= end) next++;
      const own = sorted.slice(from, next).filter((f) => start <= f.start);
      if (own.some((f) => f.quote === undefined)) return { start, end };
      let [at, words] = [start, ''];
      for (const f of own) {
        words += (between(at, f.start) ?? (at < f.start ? ' ' : '')) + f.quote;
        at = f.end;
      }
      return { start, end, quote: words + (between(at, end) ?? '') };
    });
  }
}

/** What a note of ours says of the fragments, where it is about fragments like these. */
function divided(fragments: readonly TextRange[], extra: Extra | undefined): TextRange[] | undefined {
  const from = fragments[0]?.start ?? 0;
  const moved = (ranges: readonly TextRange[]) =>
    ranges.map(({ start, end }) => ({ start: start + from, end: end + from }));
  if (!extra?.parts || !extra.fragments || !sameParts(moved(extra.fragments), fragments)) return undefined;
  const parts = moved(extra.parts);
  return (parts[0]?.start ?? 0) < 0 ? undefined : parts;
}

/**
 * The words of each fragment: divided by the fragments' lengths, in whichever unit they add up, with blanks between or,
 * as brat wrote before 1.3, without; else at its blanks, if there are as many. Undefined where nothing fits.
 */
function piecesOf(quote: string, fragments: readonly TextRange[]): string[] | undefined {
  const lengths = fragments.map((f) => f.end - f.start);
  const sum = lengths.reduce((a, b) => a + b, 0);
  for (const units of [[...quote], quote.split('')])
    for (const gap of [1, 0]) {
      if (units.length !== sum + gap * (lengths.length - 1)) continue;
      let at = 0;
      return lengths.map((length) => {
        const piece = units.slice(at, at + length).join('');
        at += length + gap;
        return piece;
      });
    }
  const words = quote.split(' ');
  return words.length === fragments.length ? words : undefined;
}

function quoted(quote: string | undefined): { quote?: string } {
  return quote === undefined ? {} : { quote };
}

/** A text whose code points can be counted; where they are is found out when first asked for. */
class CodePoints {
  private readonly text: string;
  private offsets: TextOffsets | undefined;

  constructor(text: string) {
    this.text = text;
  }

  slice(start: number, end: number): string {
    // What looks like a byte order mark at the start counts here.
    this.offsets ??= new TextOffsets(` ${this.text}`);
    const unit = (codePoint: number) => (this.offsets?.toUtf16(codePoint + 1) ?? 1) - 1;
    return this.text.slice(unit(start), unit(end));
  }
}
