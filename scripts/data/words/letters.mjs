// Counts the letters of words, each by the two before it, for server/src/core/text/lexicon/letterModel.ts.

/** Letters rarer than this among all letters are none of the alphabet. */
const RAREST = 0.0001;
/** How much a place trusts the counts of three letters, of two, of one, and that all letters are alike. */
const WEIGHTS = [0.75, 0.2, 0.045, 0.005];

/** The letters that words are made of. */
function alphabetOf(words) {
  const counts = new Map();
  let all = 0;
  for (const word of words)
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
      all++;
    }
  return [...counts]
    .filter(([, count]) => count >= RAREST * all)
    .map(([unit]) => unit)
    .sort((a, b) => a - b);
}

/** The model as the file holds it, and how many letters its alphabet has. */
export function letterTable(words, scale) {
  const list = [...words];
  const alphabet = alphabetOf(list);
  const place = new Map(alphabet.map((unit, i) => [unit, i + 1]));
  const n = alphabet.length + 1;
  const three = new Float64Array(n ** 3);
  const two = new Float64Array(n ** 2);
  const one = new Float64Array(n);
  for (const word of list) {
    let [before, last] = [0, 0];
    for (let i = 0; i <= word.length; i++) {
      const letter = i < word.length ? (place.get(word.charCodeAt(i)) ?? 0) : 0;
      three[(before * n + last) * n + letter]++;
      two[last * n + letter]++;
      one[letter]++;
      [before, last] = [last, letter];
    }
  }
  const share = (counts, from, letter) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += counts[from + i];
    return sum === 0 ? 0 : counts[from + letter] / sum;
  };
  const alphabetBytes = 4 * Math.ceil(alphabet.length / 2);
  const bytes = new Uint8Array(alphabetBytes + 4 * Math.ceil(n ** 3 / 4));
  for (const [i, unit] of alphabet.entries()) bytes.set([unit & 0xff, unit >> 8], 2 * i);
  for (let before = 0; before < n; before++)
    for (let last = 0; last < n; last++)
      for (let letter = 0; letter < n; letter++) {
        const [third, second, first, any] = WEIGHTS;
        const likely =
          third * share(three, (before * n + last) * n, letter) +
          second * share(two, last * n, letter) +
          first * share(one, 0, letter) +
          any / n;
        bytes[alphabetBytes + (before * n + last) * n + letter] = Math.min(
          255,
          Math.round(-Math.log2(likely) * scale),
        );
      }
  return { count: alphabet.length, bytes };
}
