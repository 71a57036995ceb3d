/** What Windows-1252 has in place of the bytes from 0x80 to 0x9f. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FOLLOWING = `[\\u0080-\\u00bf${SPECIAL}]`;
/** UTF-8 of two, three or four bytes, read as Latin-1 or Windows-1252. */
const MISREAD = new RegExp(
  `[\\u00c2-\\u00df]${FOLLOWING}|[\\u00e0-\\u00ef]${FOLLOWING}{2}|[\\u00f0-\\u00f4]${FOLLOWING}{3}`,
  'g',
);

/** A text with repairs, and for each of its units and its end the offset in the text that it is of. */
export interface ReadableView {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/**
 * A text as it reads where its misread characters are what they were meant to be: those only that the other version
 * of the text has instead. So a repair of `dÃ©bat` compares as the same word. Undefined where there is none.
 */
export function readableView(text: string, other: string): ReadableView | undefined {
  const repairs = new Map<string, string>();
  const seen = new Set<string>();
  for (const [sequence] of text.matchAll(MISREAD)) {
    if (seen.has(sequence)) continue;
    seen.add(sequence);
    const meant = decoded(sequence);
    if (meant !== undefined && other.includes(meant) && !other.includes(sequence))
      repairs.set(sequence, meant);
  }
  if (repairs.size === 0) return undefined;
  const pieces: string[] = [];
  const offsets: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    pieces.push(text.slice(from, to));
    for (let at = from; at < to; at++) offsets.push(at);
  };
  for (const match of text.matchAll(MISREAD)) {
    const meant = repairs.get(match[0]);
    if (meant === undefined) continue;
    keep(match.index);
    pieces.push(meant);
    for (let at = 0; at < meant.length; at++) offsets.push(match.index);
    from = match.index + match[0].length;
  }
  keep(text.length);
  offsets.push(text.length);
  return { text: pieces.join(''), offsets: Uint32Array.from(offsets) };
}

/** The character whose UTF-8 bytes these characters stand for; undefined where there is none. */
function decoded(sequence: string): string | undefined {
  const bytes = Array.from(sequence, (character) => {
    const special = SPECIAL.indexOf(character);
    return special >= 0 ? 0x80 + special : character.charCodeAt(0);
  });
  const [lead = 0, ...rest] = bytes;
  let code = lead & (0xff >> (bytes.length + 1));
  for (const byte of rest) code = (code << 6) | (byte & 0x3f);
  const least = [0, 0, 0x80, 0x800, 0x10000][bytes.length] ?? 0;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
