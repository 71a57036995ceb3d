/** So short, a word in capitals is an abbreviation (`US`, `AS`, `WHO`), and not the word `us`. */
const LONGEST_ABBREVIATION = 3;
/** In capitals, a word of so many letters may be any word: a headline is set so. */
const SHORTEST_HEADLINE_WORD = 5;

/** A spelling of some words, and whether it stood where every word would have a capital. */
export interface Spelling {
  readonly text: string;
  /** At the start of a sentence. */
  readonly startsSentence: boolean;
}

/**
 * Whether two spellings that differ in nothing but letter case are the same words: `TALIBAN` in a headline and
 * `Taliban`, `Pemerintah` at the start of a sentence and `pemerintah`; not `US` and `us`, nor `Nga` (Russia) and `nga`.
 */
export function isSameCase(a: Spelling, b: Spelling): boolean {
  if (a.text === b.text) return true;
  if (isCapitals(a.text)) return isHeadlineOf(a.text, b.text);
  if (isCapitals(b.text)) return isHeadlineOf(b.text, a.text);
  if (restOf(a.text) !== restOf(b.text)) return true;
  const [capital, small] = startsCapital(a.text) ? [a, b] : [b, a];
  return capital.startsSentence && !startsCapital(small.text);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether words in capitals may be other words as a headline sets them. */
function isHeadlineOf(capitals: string, other: string): boolean {
  const letters = longestWord(capitals);
  if (letters >= SHORTEST_HEADLINE_WORD) return true;
  return letters > LONGEST_ABBREVIATION && startsCapital(other) && !isCapitals(other);
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[^\p{L}\p{M}]+/u).map((word) => word.length));
}

function startsCapital(text: string): boolean {
  return /^[^\p{L}]*\p{Lu}/u.test(text);
}

/** All but the first letter. */
function restOf(text: string): string {
  const [first = ''] = text;
  return text.slice(first.length);
}

const NOT_YET_BEGUN = /(?:^|[\n.!?…:。！？•*])[\s"'“”‘’«»([–—-]*$/u;
/** So many units before a word tell whether a sentence begins with it. */
const LOOK_BACK = 32;

/** True where a sentence, or a line, begins after these words. */
export function beginsAfter(before: string): boolean {
  return NOT_YET_BEGUN.test(before.slice(-LOOK_BACK));
}
