import { hasVietnameseMark, isSyllable } from '../../text/vietnamese/syllable.ts';
import { CHAR_MAPS, encode } from './charmaps.ts';
import type { Repair } from './fixEncoding.ts';
import { restoreA0 } from './lostBytes.ts';
import { relabelled, type Traced, traced } from './traced.ts';
import { decodeUtf8 } from './utf8.ts';

/** What the first two bytes of ấ, ự, đ, ă, ư, ơ or of letters of Latin-1 look like in the pages. */
const SIGN = /[áб][º»]|б[єЎ]|·[∫ª]|ß[║╗]|[ÄĐД][‘’ƒ‚]|[ÆЖ∆╞][°¡Ў∞░]|[ÃĂГ√├][^ \w.,]/;

/**
 * Vietnamese whose UTF-8 was misread and whose signs are too few or too ordinary for the general method, as in a line
 * of three words: the whole is UTF-8 in one of the pages, and every word that it changes becomes an accented syllable
 * of Vietnamese. `undefined` where there is nothing to repair. Not ftfy's.
 */
export function fixVietnamese(text: string): Repair | undefined {
  if (!SIGN.test(text)) return undefined;
  const source = traced(text);
  for (const map of CHAR_MAPS) {
    const bytes = encode(text, map);
    if (bytes === undefined) continue;
    const repaired = decodeUtf8(restoreA0(relabelled(source, bytes)));
    if (repaired !== undefined && repaired.text !== text && isVietnamese(repaired, text))
      return { repaired, pages: [map.name] };
  }
  return undefined;
}

const WORD = /[\p{L}\p{M}]+/gu;

/** True where each word with a repaired letter is an accented syllable, and one is longer than a letter. */
function isVietnamese({ text, starts }: Traced, original: string): boolean {
  let any = false;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const start = starts[index] ?? 0;
    if (original.startsWith(word, start)) continue;
    if (!hasVietnameseMark(word) || !isSyllable(word)) return false;
    if (word.length > 1) any = true;
  }
  return any;
}
