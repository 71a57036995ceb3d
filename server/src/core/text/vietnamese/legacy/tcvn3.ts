import { lazy } from '../../../lazy.ts';

/**
 * TCVN3 (the "ABC" fonts, TCVN 5712:1993 VN3), bytes 0xA1 to 0xFE in order; a blank where the byte stands for
 * nothing. Capitals with a tone are the same bytes in a font of capitals.
 */
const FROM_A1 =
  'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';

const table = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(
      [...FROM_A1]
        .map((letter, i): [string, string] => [String.fromCharCode(0xa1 + i), letter])
        .filter(([, letter]) => letter !== ' '),
    ),
);

/** Words without a small letter of ASCII and with two capitals: there those with a tone were capitals too. */
const CAPITALS = /(?<!\p{L})(?=\p{L}{0,6}[A-ZĂÂÊÔƠƯĐ]\p{L}{0,6}[A-ZĂÂÊÔƠƯĐ])[^\P{L}a-z]+(?!\p{L})/gu;

/** What a text in TCVN3 that was read as Latin-1 or Windows-1252 meant. */
export function decodeTcvn3(text: string): string {
  let decoded = '';
  for (const character of text) decoded += table().get(character) ?? character;
  return decoded.replace(CAPITALS, (word) => word.toUpperCase());
}
