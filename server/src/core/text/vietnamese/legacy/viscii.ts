import { lazy } from '../../../lazy.ts';

/** VISCII 1.1 (RFC 1456): the bytes 0x80 to 0xFF in order, and the six controls that it takes for capitals. */
const FROM_80 =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';
const CONTROLS: readonly (readonly [byte: number, letter: string])[] = [
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
];
/**
 * Where Windows-1252 shows the bytes 0x80 to 0x9F as letters or signs. Its quotation marks and dashes are left out:
 * there they are far likelier to be themselves.
 */
const SHOWN_80 = '€\u0081‚ƒ„\u0085†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090     •  ˜™š›œ\u009džŸ';

const table = lazy((): ReadonlyMap<string, string> => {
  const map = new Map(CONTROLS.map(([byte, letter]) => [String.fromCharCode(byte), letter]));
  [...FROM_80].forEach((letter, i) => {
    map.set(String.fromCharCode(0x80 + i), letter);
    const shown = SHOWN_80.charAt(i);
    if (shown.trim() !== '') map.set(shown, letter);
  });
  return map;
});

/** What a text in VISCII that was read as Latin-1 or Windows-1252 meant. */
export function decodeViscii(text: string): string {
  let decoded = '';
  for (const character of text) decoded += table().get(character) ?? character;
  return decoded;
}
