/**
 * Character sequences that people do not write: the heuristic of ftfy 6.3 (ftfy/badness.py of
 * github.com/rspeer/python-ftfy, Robyn Speer, Apache License 2.0; see THIRD-PARTY.md), its categories and its
 * sequences taken over one by one. Every sequence has a fixed length, so the search is linear.
 */
const common = '\u00a0\u00ad·´–—―…’';
const c1 = '\u0080-\u009f';
const bad = '¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊�ªº';
const law = '¶§';
const currency = '¢£¥₧€';
const startPunctuation = '¡«¿©΄΅‘‚“„•‹\uf8ff';
const endPunctuation = '®»˝”›™';
const numeric = '²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№';
const kaomoji = 'Ò-ÖÙ-Üò-öø-üŐŌŪŲ°';
const upperAccented = 'À-ÑØÜÝĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ';
const lowerAccented = 'ßà-ñăąāćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂ';
const upperCommon = 'ÞΑ-ΩΆΈΉΊΌΎΏΪΫЁ-Я';
const lowerCommon = 'α-ωάέήίΰа-џ';
const box = '│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓';
const accented = lowerAccented + upperAccented;
const letterAlone = accented + box + startPunctuation + endPunctuation + currency + numeric + law;

/** What must stand before, where something must, and the sequence. */
const SEQUENCES: readonly (readonly [before: string, sequence: string])[] = [
  ['', `[${c1}]`],
  ['', `[${letterAlone}][${bad}]`],
  ['[a-zA-Z]', `[${lowerCommon}${upperCommon}][${bad}]`],
  ['', `[${bad}][${letterAlone}]`],
  ['', `[${lowerAccented}${lowerCommon}${box}${endPunctuation}${currency}${numeric}][${upperAccented}]`],
  ['', `[${box}${endPunctuation}${currency}${numeric}][${lowerAccented}]`],
  ['', `[${lowerAccented}${box}${endPunctuation}][${currency}]`],
  ['\\s', `[${upperAccented}][${currency}]`],
  ['', `[${upperAccented}${box}][${numeric}${law}]`],
  ['', `[${accented}${box}${currency}${endPunctuation}][${startPunctuation}][${numeric}]`],
  ['', `[${accented}${currency}${numeric}${box}${law}][${endPunctuation}][${startPunctuation}]`],
  ['', `[${currency}${numeric}${box}][${startPunctuation}]`],
  ['[a-z]', `[${upperAccented}][${startPunctuation}${currency}]`],
  ['', `[${box}][${kaomoji}]`],
  ['', `[${accented}${currency}${numeric}${startPunctuation}${endPunctuation}${law}][${box}]`],
  ['', `[${box}][${endPunctuation}]`],
  ['', `[${accented}][${startPunctuation}${endPunctuation}][\\p{L}\\p{N}_]`],
  // The ligature when no plain Latin letter follows.
  ['', '[Œœ][^A-Za-z]'],
  ['', `[${upperAccented}]°`],
  // Windows-1252, two characters.
  ['', `[ÂÃÎÐ][€œŠš¢£Ÿž\\xa0\\xad®©°·»${startPunctuation}${endPunctuation}–—´]`],
  ['', '×[²³]'],
  // Windows-1252 of Arabic: the second characters are common, so two pairs are asked for.
  [
    '',
    `[ØÙ][${common}${currency}${bad}${numeric}${startPunctuation}ŸŠ®°µ»][ØÙ][${common}${currency}${bad}${numeric}${startPunctuation}ŸŠ®°µ»]`,
  ],
  // Windows-1252 of some South Asian scripts.
  ['', 'à[²µ¹¼½¾]'],
  // MacRoman.
  ['', '√[±∂†≠®™´≤≥¥µø]'],
  ['', '≈[°¢]'],
  ['', '‚Ä[ìîïòôúùû†°¢π]'],
  ['', '‚[âó][àä°ê]'],
  // Windows-1251 of the general punctuation block.
  ['', 'вЂ'],
  // Windows-1251 of Latin-1 or Cyrillic.
  ['', `[ВГРС][${c1}${bad}${startPunctuation}${endPunctuation}${currency}°µ][ВГРС]`],
  ['', 'ГўВЂВ.[A-Za-z ]'],
  // Windows-1252 of à, á and the no-break space.
  ['', 'Ã[\\xa0¡]'],
  ['(?:^|[a-z]\\s?)', '[ÃÂ][ ]'],
  // Â before the very character that it encodes with it.
  [`[a-z.,?!${endPunctuation}]`, `Â[ ${startPunctuation}${endPunctuation}]`],
  // Windows-1253.
  ['', 'β€[™\\xa0Ά\\xad®°]'],
  ['', `[ΒΓΞΟ][${c1}${bad}${startPunctuation}${endPunctuation}${currency}°][ΒΓΞΟ]`],
  // Windows-1257.
  ['', 'ā€'],
  // Ours: Windows-1251 of accented Latin letters, glued to a plain one (Vietnamese above all, where ftfy sees few).
  ['[A-Za-z]', '(?:б[є»]|[ГДЖ][ЂЃѓ†‡€‰ЉЊЌЋЏђљњќћџ\\xa0ЎўЈ¤Ґ¦§Ё©Є¬\\xad®Ї°±Ііґµ¶·ё№єјЅѕї])'],
];

const BAD = new RegExp(SEQUENCES.map(([before, sequence]) => before + sequence).join('|'), 'u');

/** All characters that a sequence begins with: none is ASCII, so that most text is passed over quickly. */
const first = c1 + letterAlone + bad + lowerCommon + upperCommon;
/** The same sequences without what must stand before them. */
const SUSPECT = new RegExp(`(?=[${first}])(?:${SEQUENCES.map(([, sequence]) => sequence).join('|')})`, 'u');

/** True where the text holds a sequence that is much likelier misread UTF-8 than meant so. */
export function isBad(text: string): boolean {
  return SUSPECT.test(text) && BAD.test(text);
}
