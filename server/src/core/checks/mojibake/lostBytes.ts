import { replaced, type Traced } from './traced.ts';

/*
 * Bytes that another program spoilt before the text was misread, put right as ftfy 6.3 does
 * (ftfy/chardata.py and ftfy/fixes.py of github.com/rspeer/python-ftfy, Robyn Speer, Apache License 2.0).
 */

/** UTF-8 but for a blank where the byte 0xA0 belongs, in the sequences where the character meant is a likely one. */
const ALTERED =
  /[\xc2\xc3\xc5\xce\xd0\xd9] |[\xe2\xe3] [\x80-\x84\x86-\x9f\xa1-\xbf]|[\xe0-\xe3][\x80-\x84\x86-\x9f\xa1-\xbf] |\xf0 [\x80-\xbf][\x80-\xbf]|\xf0[\x80-\xbf] [\x80-\xbf]|\xf0[\x80-\xbf][\x80-\xbf] /g;

/** "Ã" for "à" as a word of its own, whose two blanks had become one; not the Portuguese às, àquele, àquela, àquilo. */
const A_GRAVE_WORD = /\xc3 (?! |quele|quela|quilo|s )/g;

/**
 * Where other bytes are Vietnamese (U+1E80 to U+1EFF), a rest that is no word of its own belongs to the syllable
 * that "à" is in: "nÃ y" is "này", "vÃ o" is "vào". This is ours, not ftfy's.
 */
const VIETNAMESE = /\xe1[\xba\xbb][\x80-\xbf]/;
const A_GRAVE_IN_SYLLABLE = /\xc3 (?=(?:i|y|o|u|n|m|ng|nh)(?![a-z\x80-\xff]))/g;

/** The bytes with 0xA0 where only a blank keeps them from being UTF-8; the same value where there is no such place. */
export function restoreA0(bytes: Traced): Traced {
  if (bytes.text.search(ALTERED) < 0) return bytes;
  const syllables = VIETNAMESE.test(bytes.text)
    ? replaced(bytes, A_GRAVE_IN_SYLLABLE, () => '\xc3\xa0')
    : bytes;
  const words = replaced(syllables, A_GRAVE_WORD, () => '\xc3\xa0 ');
  return replaced(words, ALTERED, (match) => match.text.replaceAll(' ', '\xa0'));
}

/** UTF-8 in which a continuation byte became the substitute 0x1A, or a question mark. */
const LOSSY =
  /[\xc2-\xdf]\x1a|[\xc2\xc3]\?|\xed[\xa0-\xaf][\x1a?]\xed[\xb0-\xbf][\x1a?\x80-\xbf]|\xed[\xa0-\xaf][\x1a?\x80-\xbf]\xed[\xb0-\xbf][\x1a?]|[\xe0-\xef][\x1a?][\x1a\x80-\xbf]|[\xe0-\xef][\x1a\x80-\xbf][\x1a?]|[\xf0-\xf4][\x1a?][\x1a\x80-\xbf][\x1a\x80-\xbf]|[\xf0-\xf4][\x1a\x80-\xbf][\x1a?][\x1a\x80-\xbf]|[\xf0-\xf4][\x1a\x80-\xbf][\x1a\x80-\xbf][\x1a?]|\x1a/g;

/** The bytes with U+FFFD, in UTF-8, for each character of which a byte is lost. */
export function replaceLossy(bytes: Traced): Traced {
  return replaced(bytes, LOSSY, () => '\xef\xbf\xbd');
}
