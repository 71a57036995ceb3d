/**
 * The single-byte code pages through which UTF-8 is misread: the list, its order and the "sloppy" treatment of holes
 * are those of ftfy 6.3 (github.com/rspeer/python-ftfy, Robyn Speer, Apache License 2.0; see THIRD-PARTY.md), plus
 * Windows-1258 for Vietnamese.
 */
export interface CharMap {
  readonly name: string;
  /** As browsers do it: bytes that the page leaves open stand for the C1 control of the same number. */
  readonly sloppy: boolean;
  /** What the bytes 0x80 to 0xFF stand for, in order. */
  readonly upper: string;
}

const LATIN_1: CharMap = {
  name: 'Latin-1',
  sloppy: false,
  upper: Array.from({ length: 128 }, (_, i) => String.fromCharCode(0x80 + i)).join(''),
};

/** In the order in which they are tried. */
export const CHAR_MAPS: readonly CharMap[] = [
  LATIN_1,
  {
    name: 'Windows-1252',
    sloppy: true,
    upper:
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
      'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  },
  {
    name: 'Windows-1251',
    sloppy: true,
    upper:
      'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ' +
      '\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї' +
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ' +
      'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  },
  {
    name: 'Windows-1250',
    sloppy: true,
    upper:
      '€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź' +
      '\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż' +
      'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß' +
      'ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  },
  {
    name: 'Windows-1253',
    sloppy: true,
    upper:
      '€\u0081‚ƒ„…†‡\u0088‰\u008a‹\u008c\u008d\u008e\u008f\u0090‘’“”•–—\u0098™\u009a›\u009c\u009d\u009e\u009f' +
      '\u00a0΅Ά£¤¥¦§¨©ª«¬\u00ad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ' +
      'ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡÒΣΤΥΦΧΨΩΪΫάέήί' +
      'ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώÿ',
  },
  {
    name: 'Windows-1254',
    sloppy: true,
    upper:
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™š›œ\u009d\u009eŸ' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß' +
      'àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  },
  {
    name: 'Windows-1257',
    sloppy: true,
    upper:
      '€\u0081‚\u0083„…†‡\u0088‰\u008a‹\u008c¨ˇ¸\u0090‘’“”•–—\u0098™\u009a›\u009c¯˛\u009f' +
      '\u00a0¡¢£¤¥¦§Ø©Ŗ«¬\u00ad®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ' +
      'ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß' +
      'ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙',
  },
  {
    name: 'ISO-8859-2',
    sloppy: false,
    upper:
      '\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f' +
      '\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ°ą˛ł´ľśˇ¸šşťź˝žż' +
      'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß' +
      'ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  },
  {
    name: 'MacRoman',
    sloppy: false,
    upper:
      'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
      '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
      '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
      '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  },
  {
    name: 'CP437',
    sloppy: false,
    upper:
      'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
      'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
      '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
      'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  },
  {
    name: 'Windows-1258',
    sloppy: true,
    upper:
      '€\u0081‚ƒ„…†‡ˆ‰\u008a‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™\u009a›œ\u009d\u009eŸ' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß' +
      'àáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ',
  },
];

/** The byte that stands for U+FFFD in the sloppy pages: the control that once meant "substitute". */
export const SUBSTITUTE = '\x1a';

const BYTES: ReadonlyMap<CharMap, ReadonlyMap<string, string>> = new Map(
  CHAR_MAPS.map((map) => [map, bytesOf(map)]),
);

function bytesOf(map: CharMap): ReadonlyMap<string, string> {
  const byte = new Map<string, string>();
  for (let b = 0; b < 0x80; b++) byte.set(String.fromCharCode(b), String.fromCharCode(b));
  if (map.sloppy) {
    byte.delete(SUBSTITUTE);
    byte.set('\ufffd', SUBSTITUTE);
  }
  for (let i = 0; i < 128; i++) byte.set(map.upper.charAt(i), String.fromCharCode(0x80 + i));
  return byte;
}

/**
 * The bytes that the page would have shown as this text, as a string of characters below U+0100, one per UTF-16
 * unit of the text; `undefined` where the page has no byte for one of its characters.
 */
export function encode(text: string, map: CharMap): string | undefined {
  const byteOf = BYTES.get(map);
  if (byteOf === undefined) return undefined;
  let bytes = '';
  for (let i = 0; i < text.length; i++) {
    const b = byteOf.get(text.charAt(i));
    if (b === undefined) return undefined;
    bytes += b;
  }
  return bytes;
}

/** The Windows-1252 character of a C1 control (U+0080 to U+009F); the control itself where 1252 has none. */
export function fromC1(control: string): string {
  return (CHAR_MAPS[1]?.upper ?? '').charAt(control.charCodeAt(0) - 0x80) || control;
}
