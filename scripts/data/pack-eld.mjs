// Packs eld's extra small n-gram table (nested objects, 71 MB once loaded) into bytes that typed arrays can hold.
//
// The file, little-endian:
//   4 bytes  'ELD1'
//   uint32   number of languages, of n-grams, of scores
//   2 bytes  per language: its code
//   uint32   per n-gram: its first four symbols, the first in the lowest byte
//   uint16   per n-gram: its fifth and sixth symbol
//   uint8    per n-gram: how many scores it has
//   uint8    per score: its language
//   uint8    per score: the score as eld keeps it (less 53)
// A symbol is a byte of UTF-8 text, or 0x20 where eld has a blank: at a word's edge, and for bytes that it has no
// letter for. Those bytes are the same in eld's dictionary.

/** eld's letter for a byte of UTF-8. */
export function symbolsOf(dictionary) {
  const symbols = new Map([[' ', 0x20]]);
  dictionary.forEach((letter, byte) => {
    if (letter === ' ') return;
    if (symbols.has(letter)) throw new Error(`eld's dictionary has “${letter}” twice`);
    symbols.set(letter, byte);
  });
  return symbols;
}

/** The table of `eld/src/ngrams/*.js` as bytes. */
export function packEld(data, dictionary) {
  const symbols = symbolsOf(dictionary);
  const codes = Object.values(data.languages);
  const grams = Object.entries(data.ngrams).map(([letters, scores]) => ({
    symbols: [...letters].map((letter) => symbols.get(letter)),
    scores: Object.entries(scores).map(([language, score]) => [Number(language), score]),
  }));
  const scores = grams.reduce((sum, gram) => sum + gram.scores.length, 0);
  const bytes = new Uint8Array(16 + 2 * codes.length + 7 * grams.length + 2 * scores);
  const view = new DataView(bytes.buffer);
  bytes.set([...'ELD1'].map((letter) => letter.charCodeAt(0)));
  [codes.length, grams.length, scores].forEach((count, i) => {
    view.setUint32(4 + 4 * i, count, true);
  });
  const firstAt = 16 + 2 * codes.length;
  const lastAt = firstAt + 4 * grams.length;
  const countAt = lastAt + 2 * grams.length;
  const languageAt = countAt + grams.length;
  const scoreAt = languageAt + scores;
  codes.forEach((code, i) => {
    if (!/^[a-z]{2}$/.test(code)) throw new Error(`Not a language code: ${code}`);
    bytes.set([code.charCodeAt(0), code.charCodeAt(1)], 16 + 2 * i);
  });
  let at = 0;
  grams.forEach((gram, i) => {
    if (gram.symbols.length > 6 || gram.symbols.includes(undefined))
      throw new Error('An n-gram does not fit');
    gram.symbols.forEach((symbol, place) => {
      bytes[place < 4 ? firstAt + 4 * i + place : lastAt + 2 * i + place - 4] = symbol;
    });
    bytes[countAt + i] = gram.scores.length;
    for (const [language, score] of gram.scores) {
      if (!Number.isInteger(score) || score < 0 || score > 255) throw new Error('A score does not fit');
      bytes[languageAt + at] = language;
      bytes[scoreAt + at] = score;
      at++;
    }
  });
  return bytes;
}

/** The bytes that eld's dictionary has no letter for, as the reader in server/src/core must know them. */
export function bytesWithoutLetter(dictionary) {
  const bytes = [];
  for (let byte = 0x80; byte < 0x100; byte++) if (dictionary[byte] === ' ') bytes.push(byte);
  return bytes;
}
