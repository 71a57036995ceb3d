import type { TextRange } from '../../text/range.ts';

/** A longer head is no dateline. */
const REACH = 90;
/** `(CLO) …`: the name of an agency in brackets. */
const AGENCY = /^\(\p{Lu}[\p{Lu}\p{Nd}.-]{1,9}\)(?=\s+[\p{Lu}\p{Nd}"“])/u;
/** `LONDON (Reuters) -`, `Jakarta, Kompas.com –`: capitalised words, an agency, and a dash. */
const PLACE =
  /^\p{Lu}[\p{L}\p{M}\p{Nd}.'’]{0,24}(?:(?:,\s?|\/|\s)[\p{Lu}\p{Nd}][\p{L}\p{M}\p{Nd}.'’]{0,24}){0,5}(?:,?\s?\([^()]{2,30}\))?\s?(?:--|[-–—])(?=\s+["“‘]?[\p{Lu}\p{Nd}])/u;

/** The place, agency and dash before the first sentence of a report; undefined where it has none. */
export function datelineOf(text: string): TextRange | undefined {
  const head = text.slice(0, REACH);
  const match = AGENCY.exec(head) ?? PLACE.exec(head);
  return match === null ? undefined : { start: 0, end: match[0].length };
}
