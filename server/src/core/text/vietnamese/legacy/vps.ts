import { lazy } from '../../../lazy.ts';
import { decodeSingleByte, singleByte } from './singleByte.ts';

/**
 * VPS, the page of the Vietnamese Professionals Society (`x-viet-vps`): the bytes 0x80 to 0xFF in order, and the
 * controls that it takes for the capitals that found no place there.
 */
const page = lazy(() =>
  singleByte(
    'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ' +
      ' ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
      'ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ ' +
      'àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ',
    [
      [0x02, 'Ạ'],
      [0x03, 'Ậ'],
      [0x04, 'Ặ'],
      [0x05, 'Ẹ'],
      [0x06, 'Ệ'],
      [0x10, 'Ị'],
      [0x11, 'Ọ'],
      [0x12, 'Ộ'],
      [0x13, 'Ợ'],
      [0x14, 'Ụ'],
      [0x15, 'Ự'],
      [0x19, 'Ỵ'],
      [0x1c, 'Ẫ'],
      [0x1d, 'Ữ'],
    ],
  ),
);

/** What a text in VPS that was read as Latin-1 or Windows-1252 meant. */
export function decodeVps(text: string): string {
  return decodeSingleByte(text, page());
}
