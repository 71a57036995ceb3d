import type { PlacedParagraph } from '../../text/paragraph.ts';
import type { ArticleView } from '../articleView.ts';
import { isOfPage } from '../lineRoles/lineRole.ts';
import type { RuleContext } from '../rule.ts';
import { type LineCounts, lineCounts } from './lineCounts.ts';
import {
  FEWEST_WORDS,
  LEAST_COMMON_WORDS,
  MOST_BULLET_LINES,
  MOST_ELLIPSIS_LINES,
  MOST_PAGE_LINES,
  MOST_SHORT_LINES,
  MOST_SYMBOLS,
  MOST_UNKNOWN_WORDS,
  usualNumbers,
  WITHOUT_COMMON_WORDS,
} from './usual.ts';

/** What is measured of a page; all but the first and `lineEnds` are shares from 0 to 1. */
export type SignalName =
  | 'wordLength'
  | 'linesWithEnd'
  | 'repeatedLines'
  | 'shortLines'
  | 'lineEnds'
  | 'bulletLines'
  | 'ellipsisLines'
  | 'symbols'
  | 'wordsWithLetter'
  | 'commonWords'
  | 'unknownWords'
  | 'pageLines';

export interface Signal {
  readonly name: SignalName;
  readonly value: number;
  /** Where it usually lies, both ends included. */
  readonly least: number;
  readonly most: number;
  /** Whose numbers these are: the name of a web corpus, or our own. */
  readonly source: string;
  readonly unusual: boolean;
}

export interface PageQuality {
  /** In a fixed order; without those for which nothing is known of the language. Empty for a page that is too short. */
  readonly signals: readonly Signal[];
  readonly words: number;
}

const OWN = 'Pressmark';
/** In these scripts no blanks stand between words, and their number is not known. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/**
 * How a page compares with those that the makers of web corpora keep. It looks at all lines, those of the page
 * included. A page of fewer than 50 words has no signals, nor has one in a script without blanks between words.
 */
export function pageQuality(article: ArticleView, context: RuleContext): PageQuality {
  const lines = article.paragraphs;
  const counts = lines.map(({ paragraph }) => lineCounts(paragraph, context));
  const words = sum(counts, (line) => line.words);
  if (words < FEWEST_WORDS || UNSPACED.has(context.language)) return { signals: [], words };
  const { numbers, source } = usualNumbers(context.language);
  const { language, commonWords } = context;
  const letters = sum(counts, (line) => line.wordsWithLetter);
  const looked = sum(counts, (line) => line.looked);
  const hasCommon = commonWords.of(language) !== undefined && !WITHOUT_COMMON_WORDS.has(language);
  const share = (test: (line: LineCounts) => boolean) => counts.filter(test).length / counts.length;
  const meanLength = sum(counts, (line) => line.letters) / letters;
  const symbols = sum(counts, (line) => line.symbols) / words;
  const common = sum(counts, (line) => line.common) / letters;
  const unknown = sum(counts, (line) => line.unknown) / looked;
  const ofPage = article.lines(context).roles.filter(isOfPage).length / lines.length;
  const [shortest, longest] = numbers.wordLength;
  const measured: readonly (readonly [SignalName, number, number, number, string])[] = [
    ['wordLength', meanLength, shortest, longest, language === 'vi' ? OWN : source],
    ['linesWithEnd', share((line) => line.ended), numbers.linesWithEnd, 1, source],
    ['repeatedLines', repeated(lines) / lines.length, 0, numbers.repeatedLines, source],
    ['shortLines', share((line) => line.short), 0, MOST_SHORT_LINES, 'FineWeb'],
    ['lineEnds', (lines.length - 1) / words, 0, numbers.lineEnds, source],
    ['bulletLines', share((line) => line.bullet), 0, MOST_BULLET_LINES, 'Gopher'],
    ['ellipsisLines', share((line) => line.ellipsis), 0, MOST_ELLIPSIS_LINES, 'Gopher'],
    ['symbols', symbols, 0, MOST_SYMBOLS, 'Gopher'],
    ['wordsWithLetter', letters / words, numbers.wordsWithLetter, 1, source],
    ['commonWords', hasCommon ? common : Number.NaN, LEAST_COMMON_WORDS, 1, OWN],
    ['unknownWords', unknown, 0, MOST_UNKNOWN_WORDS, OWN],
    ['pageLines', ofPage, 0, MOST_PAGE_LINES, OWN],
  ];
  const signals = measured
    // A share of nothing: no list of words, or no word in small letters.
    .filter(([, value]) => !Number.isNaN(value))
    .map(([name, value, least, most, from]): Signal => {
      return { name, value, least, most, source: from, unusual: value < least || value > most };
    });
  return { signals, words };
}

function sum(counts: readonly LineCounts[], of: (line: LineCounts) => number): number {
  let total = 0;
  for (const line of counts) total += of(line);
  return total;
}

/** How many lines stand in the article already. */
function repeated(lines: readonly PlacedParagraph[]): number {
  return lines.length - new Set(lines.map(({ paragraph }) => paragraph.text)).size;
}
