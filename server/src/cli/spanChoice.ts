import { msg } from '../core/message.ts';
import type { TextRange } from '../core/text/range.ts';
import { wholeWords } from '../core/text/wholeWords.ts';
import type { Article } from '../service/articles.ts';
import { UsageError } from './usageError.ts';

/** How a command line names spans: by offsets (code points), or by their words. */
export interface SpanChoice {
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly all?: boolean;
}

/**
 * The spans that are meant (UTF-16 units). Throws a UsageError where the choice is incomplete, does not fit the
 * article, or names several places without `all`.
 */
export function wantedSpans(article: Article, choice: SpanChoice): TextRange[] {
  const { start, end, quote, all } = choice;
  const byOffsets = start !== undefined && end !== undefined;
  if (byOffsets === (quote !== undefined) || (start === undefined) !== (end === undefined)) {
    throw new UsageError(msg('Say what to tag: either --start and --end, or --quote.'));
  }
  if (quote !== undefined) return quoted(article, quote, all ?? false);
  if (all) throw new UsageError(msg('--all goes with --quote.'));
  return byOffsets ? [between(article, start, end)] : [];
}

function between({ offsets }: Article, start: number, end: number): TextRange {
  if (start >= end || end > offsets.codePoints) {
    throw new UsageError(
      msg(
        'The span {0}–{1} does not fit: the article has {2} characters, and the end comes after the start.',
        start,
        end,
        offsets.codePoints,
      ),
    );
  }
  return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
}

/** Whole words only, as the editor tags all that is alike. */
function quoted(article: Article, quote: string, all: boolean): TextRange[] {
  const found = wholeWords(article.text, quote);
  if (found.length === 0) {
    throw new UsageError(
      msg(
        'The article does not say “{0}” in whole words. Check the spelling, or use --start and --end.',
        quote,
      ),
    );
  }
  if (found.length > 1 && !all) {
    const places = found.map((range) => article.offsets.toCodePoint(range.start)).join(', ');
    throw new UsageError(
      msg(
        'The article says “{0}” {1} times, at {2}: add --all, or use --start and --end.',
        quote,
        found.length,
        places,
      ),
    );
  }
  return found;
}
