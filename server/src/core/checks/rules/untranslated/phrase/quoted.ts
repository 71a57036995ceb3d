import type { TextRange } from '../../../../text/range.ts';

/** What stands in quotes or brackets; a quote that is not closed goes on to the end. */
const ENCLOSED = /„[^“”"]*(?:[“”"]|$)|»[^«]*«|["“«「『][^"”»」』]*(?:["”»」』]|$)|‘[^’]*’|\([^()]*\)/g;

/** The quotes and brackets of a text that `enclosing` looks through. */
export function enclosures(text: string): readonly TextRange[] {
  return Array.from(text.matchAll(ENCLOSED), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The quote or bracket that a range stands in; undefined where it stands in none. */
export function enclosing(ranges: readonly TextRange[], { start, end }: TextRange): TextRange | undefined {
  return ranges.find((range) => range.start <= start && end <= range.end);
}
