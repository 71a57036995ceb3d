import { CHAR_MAPS } from '../../server/src/core/checks/mojibake/charmaps.ts';

/** The text as a program shows it that takes its UTF-8 for a single-byte page. */
export function misread(text: string, page: string): string {
  const upper = CHAR_MAPS.find((map) => map.name === page)?.upper ?? '';
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80),
  ).join('');
}
