// What of a raw list is a word of its language.

const SHAPE = /^[\p{L}\p{M}]+(?:['’ʼ·\u200c-][\p{L}\p{M}]+)*$/u;
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Hangul',
  'Armenian',
  'Georgian',
].map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu'), script]);

/** A fragment of a word is as frequent in subtitles as a short word: the shorter, the commoner it has to be. */
const LAST_RANK = [0, 150, 3_000];

/** The script that most letters of a list are of. */
function scriptOf(words) {
  const text = words.slice(0, 3_000).join('');
  const counted = SCRIPTS.map(([script, expression]) => [script, text.match(expression)?.length ?? 0]);
  return counted.reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** As texts are looked up: lower case, NFC, the typewriter's apostrophe. */
export function normalWord(word) {
  return word.toLowerCase().normalize('NFC').replace(/[’ʼ]/g, "'");
}

/**
 * The words of a ranked list in their order, once each: without those of another shape or script, and without short
 * ones far down the list.
 */
export function cleanRanked(raw) {
  const words = [...new Set(raw.map(normalWord))];
  const foreign = new RegExp(`(?!\\p{Script=${scriptOf(words)}})\\p{L}`, 'u');
  return words.filter(
    (word, rank) =>
      SHAPE.test(word) && !foreign.test(word) && rank < (LAST_RANK[word.length] ?? Number.POSITIVE_INFINITY),
  );
}
