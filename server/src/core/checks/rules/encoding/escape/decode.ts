import { fromC1 } from '../../../mojibake/charmaps.ts';
import { traced } from '../../../mojibake/traced.ts';
import { decodeUtf8 } from '../../../mojibake/utf8.ts';

const ONE_CODE = /\\+(?:[uU]\{?([0-9a-fA-F]+)\}?|x([0-9a-fA-F]{2}))/g;
const C1 = /[\x80-\x9f]/g;
const UNWANTED = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\p{Cs}]/u;
const BLANKS: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\ufeff', ''],
  ['\n', ' '],
  ['\t', ' '],
]);

/**
 * The characters that a run of `\u…` and `\x…` stands for: `\x…` are bytes of UTF-8 where they can be, else of
 * Windows-1252. Undefined where they stand for a control or for half a character. Unwanted blanks are replaced.
 */
export function decodeCodePoints(run: string): string | undefined {
  let decoded = '';
  let bytes = '';
  const flush = () => {
    decoded += fromBytes(bytes);
    bytes = '';
  };
  for (const [, code, byte] of run.matchAll(ONE_CODE)) {
    if (byte !== undefined) {
      bytes += String.fromCharCode(Number.parseInt(byte, 16));
      continue;
    }
    flush();
    const point = Number.parseInt(code ?? '', 16);
    if (point > 0x10ffff) return undefined;
    // Halves of a pair stand in two codes: units are put together, not characters.
    decoded += point > 0xffff ? String.fromCodePoint(point) : String.fromCharCode(point);
  }
  flush();
  const meant = decoded.replace(C1, fromC1);
  return UNWANTED.test(meant) ? undefined : (BLANKS.get(meant) ?? meant);
}

function fromBytes(bytes: string): string {
  return decodeUtf8(traced(bytes))?.text ?? bytes;
}

/** What a run of `%20`, `%E2%80%99` … stands for; undefined where it is neither ASCII punctuation nor UTF-8. */
export function decodePercents(run: string): string | undefined {
  const bytes = run.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const decoded = decodeUtf8(traced(bytes))?.text;
  // Letters and digits are never escaped: `%41` is a percentage.
  if (decoded === undefined || UNWANTED.test(decoded) || /[\dA-Za-z]/.test(decoded)) return undefined;
  return decoded;
}

/** The blank that `\n`, `\r` or `\t` leaves between these two characters: none where a blank or an edge is already. */
export function blankBetween(before: string, after: string): string {
  return before.trim() === '' || after.trim() === '' ? '' : ' ';
}
