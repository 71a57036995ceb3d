import { lazy } from '../../../lazy.ts';

/** VNI for Windows: a letter, and after it the mark as a letter of its own. Marks of tones, in the order ù ø û õ ï. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const TONE_MARKS = 'ùøûõï';
/** What follows a, and then what follows a, e and o. */
const BREVE = { ê: 'ă', é: 'ắ', è: 'ằ', ú: 'ẳ', ü: 'ẵ', ë: 'ặ' };
const CIRCUMFLEX_MARKS = 'âáàåãä';
const CIRCUMFLEX_TONES = ['', ...TONES];
/** Letters of one character. */
const SINGLE = { ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', ô: 'ơ', ö: 'ư', î: 'ỵ' };
const SEQUENCE = /[aeiouyôö][ùøûõïêéèúüëâáàåãä]|[ñíìæóòôöî]/gi;

const table = lazy((): ReadonlyMap<string, string> => {
  const map = new Map<string, string>(Object.entries(SINGLE));
  for (const vowel of 'aeouyôö')
    [...TONE_MARKS].forEach((mark, i) => {
      const base = vowel === 'ô' ? 'ơ' : vowel === 'ö' ? 'ư' : vowel;
      map.set(vowel + mark, (base + (TONES[i] ?? '')).normalize('NFC'));
    });
  for (const [mark, letter] of Object.entries(BREVE)) map.set(`a${mark}`, letter);
  for (const vowel of 'aeo')
    [...CIRCUMFLEX_MARKS].forEach((mark, i) => {
      map.set(vowel + mark, `${vowel}\u0302${CIRCUMFLEX_TONES[i] ?? ''}`.normalize('NFC'));
    });
  return map;
});

/** What a text in VNI that was read as Latin-1 or Windows-1252 meant. */
export function decodeVni(text: string): string {
  return text.replace(SEQUENCE, (written) => {
    const letter = table().get(written.toLowerCase());
    if (letter === undefined) return written.charAt(0) === written ? written : decodeFirst(written);
    const first = written.charAt(0);
    return first === first.toLowerCase() ? letter : letter.toUpperCase();
  });
}

/** A letter of one character before one that is no mark of it: `ôâ`. */
function decodeFirst(written: string): string {
  return decodeVni(written.charAt(0)) + decodeVni(written.charAt(1));
}
