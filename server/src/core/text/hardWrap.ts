import type { TextRange } from './range.ts';

/** No common wrapping width is wider; an article with a longer line keeps its paragraphs on lines. */
export const WIDEST = 120;
/** Fewer pairs of neighbouring lines say nothing. */
const FEWEST_PAIRS = 4;
/** A wrapped line is broken near the width: shorter than this share of the longest line, it was ended on purpose. */
const NEAR_WIDTH = 0.6;
/** Share of pairs that must look broken: even German, with its capital nouns, goes on in lower case more often. */
const BROKEN_SHARE = 0.5;

/**
 * True where an article's lines were broken at a width, so that a paragraph is a run of lines: no line longer than
 * 120 units, at least 4 pairs of neighbouring lines, and in at least half of the pairs the first line is at least 60 %
 * as long as the longest, does not end a sentence, and the second starts with a lower-case letter. The thresholds are
 * set by judgement: news lines run to several hundred units, and verse and lists fail the other conditions. Scripts
 * without lower case are never joined.
 */
export function isHardWrapped(text: string, lines: readonly TextRange[]): boolean {
  if (lines.length <= FEWEST_PAIRS) return false;
  let longest = 0;
  for (const line of lines) {
    longest = Math.max(longest, line.end - line.start);
    if (longest > WIDEST) return false;
  }
  let pairs = 0;
  let broken = 0;
  let first: TextRange | undefined;
  for (const second of lines) {
    if (first && lineEnds(text, first.end, second.start) === 1) {
      pairs++;
      const near = first.end - first.start >= NEAR_WIDTH * longest;
      if (near && !endsSentence(text, first) && /^\p{Ll}/u.test(text.slice(second.start, second.start + 2)))
        broken++;
    }
    first = second;
  }
  return pairs >= FEWEST_PAIRS && broken >= BROKEN_SHARE * pairs;
}

/** How many line ends (LF, CRLF or CR) stand between two places. */
export function lineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n?|\n/g)?.length ?? 0;
}

function endsSentence(text: string, line: TextRange): boolean {
  return /[.!?…:;]["'”’»)\]]*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end));
}
