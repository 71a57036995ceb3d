import { lazy } from '../../../lazy.ts';
import { decodeSingleByte, singleByte } from './singleByte.ts';

/** VISCII 1.1 (RFC 1456): the bytes 0x80 to 0xFF in order, and the six controls that it takes for capitals. */
const page = lazy(() =>
  singleByte(
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
      'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
      'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
      'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
    [
      [0x02, 'Ẳ'],
      [0x05, 'Ẵ'],
      [0x06, 'Ẫ'],
      [0x14, 'Ỷ'],
      [0x19, 'Ỹ'],
      [0x1e, 'Ỵ'],
    ],
  ),
);

/** What a text in VISCII that was read as Latin-1 or Windows-1252 meant. */
export function decodeViscii(text: string): string {
  return decodeSingleByte(text, page());
}
