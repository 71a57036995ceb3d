import { type Message, msg } from '../../message.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { ReadPart } from '../readArticle.ts';
import type { Place } from './targets.ts';

/**
 * The stretch that selectors tell, its position and its words as they are, also where these contradict each other:
 * which of them is right is found out where the text is known. Where there are words only, their place is looked for
 * in `text` with what stands around them; they stand at 0 where it is not the only one.
 */
export function partOf(
  place: Place,
  text: SearchedSource | undefined,
): { part: ReadPart } | { wrong: Message } {
  const { position, quote, others } = place;
  if (position) return { part: { ...position, ...(quote === undefined ? {} : { quote }) } };
  if (quote === undefined) {
    const wrong = msg(
      'This annotation says its place by {0}, which plain text has not. Export it with text positions or quotes.',
      others.join(', ') || '–',
    );
    return { wrong };
  }
  return { part: { ...(text === undefined ? NOWHERE : (onlyPlace(place, quote, text) ?? NOWHERE)), quote } };
}

const NOWHERE = { start: 0, end: 0 };

/** A text in which words are looked for; remembers where it found them. */
export class SearchedSource {
  readonly text: string;
  private offsets: TextOffsets | undefined;
  private readonly known = new Map<string, number | undefined>();

  constructor(text: string) {
    this.text = text;
  }

  /** The only place of these words, in UTF-16 units. */
  only(words: string): number | undefined {
    if (this.known.has(words)) return this.known.get(words);
    const at = this.text.indexOf(words);
    const only = at < 0 || this.text.indexOf(words, at + 1) >= 0 ? undefined : at;
    this.known.set(words, only);
    return only;
  }

  toCodePoint(utf16: number): number {
    this.offsets ??= new TextOffsets(this.text);
    return this.offsets.toCodePoint(utf16);
  }
}

/** In code points; undefined where the words stand nowhere, or in several places with the same around them. */
function onlyPlace(
  { prefix, suffix }: Place,
  quote: string,
  text: SearchedSource,
): { start: number; end: number } | undefined {
  const at = quote === '' ? undefined : text.only(prefix + quote + suffix);
  if (at === undefined) return undefined;
  const start = at + prefix.length;
  return { start: text.toCodePoint(start), end: text.toCodePoint(start + quote.length) };
}
