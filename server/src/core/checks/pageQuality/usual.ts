/**
 * Where pages of articles usually lie, per language: what the filters of two web corpora keep. The numbers are those
 * of FineWeb-2 (github.com/huggingface/fineweb-2, configs/<language>.yml, Apache-2.0), and for English and for what
 * FineWeb-2 has no number for those of FineWeb and of Gopher (Rae and others 2021, table A1).
 */
interface LanguageNumbers {
  /** Mean letters per word: [least, most]. */
  readonly wordLength: readonly [number, number];
  /** Least share of lines that end with a mark. */
  readonly linesWithEnd: number;
  /** Most share of lines that stand there already. */
  readonly repeatedLines: number;
  /** Least share of words with a letter. */
  readonly wordsWithLetter: number;
  /** Most line ends per word. */
  readonly lineEnds: number;
}

const numbers = (
  wordLength: readonly [number, number],
  linesWithEnd: number,
  repeatedLines: number,
  wordsWithLetter: number,
  lineEnds: number,
): LanguageNumbers => ({ wordLength, linesWithEnd, repeatedLines, wordsWithLetter, lineEnds });

const FINEWEB2: Readonly<Record<string, LanguageNumbers>> = {
  ar: numbers([2, 9], 0.143, 0.304, 0.787, 0.189),
  de: numbers([0, 15], 0, 0.263, 0.774, 0.152),
  es: numbers([3, 14], 0.182, 0.252, 0.825, 0.138),
  fr: numbers([2, 11], 0.1, 0.264, 0.812, 0.185),
  hi: numbers([2, 21], 0.091, 0.206, 0.837, 0.316),
  id: numbers([3, 12], 0.111, 0.241, 0.805, 0.157),
  it: numbers([3, 21], 0.025, 0.246, 0.807, 0.2),
  ko: numbers([1, 6], 0.062, 0.374, 0.791, 0.196),
  ms: numbers([3, 11], 0.125, 0.331, 0.808, 0.214),
  nl: numbers([3, 17], 0.102, 0.296, 0.828, 0.154),
  pt: numbers([3, 13], 0.077, 0.287, 0.814, 0.186),
  ru: numbers([3, 11], 0.231, 0.322, 0.713, 0.139),
  sw: numbers([3, 9], 0.143, 0.302, 0.802, 0.167),
  tl: numbers([3, 12], 0.091, 0.263, 0.821, 0.159),
  tr: numbers([3, 21], 0.091, 0.272, 0.773, 0.222),
  // FineWeb-2 counts the letters of compounds; blanks stand between syllables, which have one to seven letters.
  vi: numbers([2, 5], 0.333, 0.293, 0.803, 0.103),
};
/** FineWeb: lines with an end, line ends per word; Gopher: the rest. */
const FINEWEB: LanguageNumbers = numbers([3, 10], 0.12, 0.3, 0.8, 0.3);

/** The numbers of a language (BCP 47 primary subtag) and where they come from. */
export function usualNumbers(language: string): {
  readonly numbers: LanguageNumbers;
  readonly source: string;
} {
  const own = Object.hasOwn(FINEWEB2, language) ? FINEWEB2[language] : undefined;
  return own ? { numbers: own, source: 'FineWeb-2' } : { numbers: FINEWEB, source: 'FineWeb, Gopher' };
}

/** Gopher: number signs and ellipses per word, shares of lines that begin with a bullet or end in an ellipsis. */
export const MOST_SYMBOLS = 0.1;
export const MOST_BULLET_LINES = 0.9;
export const MOST_ELLIPSIS_LINES = 0.3;
/** FineWeb: share of lines of 30 characters and fewer, and what such a line measures. */
export const MOST_SHORT_LINES = 0.67;
export const SHORT_LINE = 30;
/** Our own judgement: a page of news has several times as many of the commonest words and far fewer unknown ones. */
export const LEAST_COMMON_WORDS = 0.1;
export const MOST_UNKNOWN_WORDS = 0.1;
/** Our own judgement: where more lines than this belong to the page, the article was not cut out of it. */
export const MOST_PAGE_LINES = 0.3;
/** What they call particles stands at the end of Korean words: few words are common by themselves. */
export const WITHOUT_COMMON_WORDS: ReadonlySet<string> = new Set(['ko']);
/** Gopher drops shorter pages: their shares say nothing. */
export const FEWEST_WORDS = 50;
