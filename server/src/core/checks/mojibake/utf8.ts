import { sliced, type Traced, TracedBuilder } from './traced.ts';

/**
 * The text that these bytes (characters below U+0100) are in UTF-8, each character traced to all of its bytes;
 * `undefined` where they are not UTF-8. Strict, as Unicode defines it, save for two variants that ftfy reads where
 * the byte 0xED or 0xC0 occurs: CESU-8 surrogate pairs, and 0xC0 0x80 for U+0000.
 */
export function decodeUtf8(bytes: Traced): Traced | undefined {
  const out = new TracedBuilder();
  const { text } = bytes;
  let i = 0;
  while (i < text.length) {
    const ascii = endOfAscii(text, i);
    if (ascii > i) {
      out.keep(sliced(bytes, i, ascii));
      i = ascii;
      continue;
    }
    const length = sequenceLength(text, i);
    const code = length === 0 ? undefined : codePoint(text, i, length);
    if (code === undefined) return undefined;
    out.add(String.fromCodePoint(code), sliced(bytes, i, i + length));
    i += length;
  }
  return out.done();
}

function endOfAscii(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) < 0x80) i++;
  return i;
}

/** How many bytes the character at `i` takes by its first ones; 0 where none begins so. */
function sequenceLength(text: string, i: number): number {
  const lead = text.charCodeAt(i);
  if (lead === 0xc0) return text.charCodeAt(i + 1) === 0x80 ? 2 : 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead === 0xed && text.charCodeAt(i + 1) >= 0xa0) return 6;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

const LEAST: readonly number[] = [0, 0, 0, 0x800, 0x10000];

function codePoint(text: string, i: number, length: number): number | undefined {
  if (length === 6) return surrogatePair(text, i);
  let code = text.charCodeAt(i) & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    const byte = text.charCodeAt(i + k);
    if (!(byte >= 0x80 && byte <= 0xbf)) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  return code >= (LEAST[length] ?? 0) && code <= 0x10ffff ? code : undefined;
}

/** CESU-8: ED A0–AF xx ED B0–BF xx. */
function surrogatePair(text: string, i: number): number | undefined {
  const b = Array.from({ length: 6 }, (_, k) => text.charCodeAt(i + k));
  const [, high = 0, highLow = 0, second = 0, low = 0, lowLow = 0] = b;
  const fits =
    high <= 0xaf &&
    isContinuation(highLow) &&
    second === 0xed &&
    low >= 0xb0 &&
    low <= 0xbf &&
    isContinuation(lowLow);
  if (!fits) return undefined;
  return ((high & 0x0f) << 16) + ((highLow & 0x3f) << 10) + ((low & 0x0f) << 6) + (lowLow & 0x3f) + 0x10000;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
