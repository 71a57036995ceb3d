import type { Paragraph } from '../../text/paragraph.ts';
import { lineEnd } from '../lineRoles/lineEnd.ts';
import type { RuleContext } from '../rule.ts';
import { SHORT_LINE } from './usual.ts';

/** What is counted of one line. */
export interface LineCounts {
  /** Words and numbers. */
  readonly words: number;
  readonly wordsWithLetter: number;
  /** Over all words with a letter, in UTF-16 units. */
  readonly letters: number;
  /** `#` and ellipses. */
  readonly symbols: number;
  readonly common: number;
  /** Words in small letters that were looked up, and those of them that nobody knows. */
  readonly looked: number;
  readonly unknown: number;
  readonly ended: boolean;
  readonly bullet: boolean;
  readonly ellipsis: boolean;
  readonly short: boolean;
}

const BULLET = /^\s*(?:[•‣◦▪●■–—*-]\s|\d{1,2}[.)]\s)/u;
const ELLIPSIS = /(?:\.{3}|…)\s*$/;
const SMALL = /^\p{Ll}+$/u;
/** No more words are counted of a line: a text in one line is no page that these signals are for. */
const MOST_WORDS = 4_000;

/** The counts of a line; kept until it or what is known of words changes. */
export function lineCounts(paragraph: Paragraph, context: RuleContext): LineCounts {
  const { language, lexicon, corpus } = context;
  return paragraph.memo(`page quality ${language} ${lexicon.key} ${corpus.key}`, () => {
    const { text } = paragraph;
    const common = context.commonWords.of(language);
    const known = lexicon.of(language);
    const counts = { words: 0, wordsWithLetter: 0, letters: 0, symbols: 0, common: 0, looked: 0, unknown: 0 };
    for (const token of paragraph.tokens) {
      if (token.kind === 'mark') {
        if (token.text === '#' || token.text === '…') counts.symbols++;
        continue;
      }
      if (++counts.words > MOST_WORDS) break;
      if (token.kind === 'number') continue;
      counts.wordsWithLetter++;
      counts.letters += token.text.length;
      const word = token.text.normalize('NFC').toLowerCase();
      if (common?.has(word)) counts.common++;
      if (known?.thorough !== true || !SMALL.test(token.text)) continue;
      counts.looked++;
      if (known.commonness(word) === 0 && !context.accepts(word)) counts.unknown++;
    }
    counts.symbols += text.match(/\.{3,}/g)?.length ?? 0;
    const end = lineEnd(text);
    return {
      ...counts,
      ended: end === 'stop' || end === 'closed' || end === 'colon',
      bullet: BULLET.test(text),
      ellipsis: ELLIPSIS.test(text),
      short: text.length <= SHORT_LINE,
    };
  });
}
