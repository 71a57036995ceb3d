import { type Message, msg } from '../../message.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { ReadPart } from '../readArticle.ts';
import type { Place } from './targets.ts';

/**
 * The stretch that selectors tell, its position and its words as they are, also where these contradict each other:
 * which of them is right is found out where the text is known. Where there are words only, their place is looked for
 * in `text` with what stands around them; they stand at 0 where it is not the only one.
 */
export function partOf(place: Place, text: string | undefined): { part: ReadPart } | { wrong: Message } {
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

/** In code points; undefined where the words stand nowhere, or in several places with the same around them. */
function onlyPlace(
  { prefix, suffix }: Place,
  quote: string,
  text: string,
): { start: number; end: number } | undefined {
  const whole = prefix + quote + suffix;
  const at = text.indexOf(whole);
  if (quote === '' || at < 0 || text.indexOf(whole, at + 1) >= 0) return undefined;
  const offsets = new TextOffsets(text);
  const start = at + prefix.length;
  return { start: offsets.toCodePoint(start), end: offsets.toCodePoint(start + quote.length) };
}
