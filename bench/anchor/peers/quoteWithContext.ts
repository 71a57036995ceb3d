import { createRequire } from 'node:module';
import type { TextRange } from '../../../server/src/core/text/range.ts';
import type { Locator } from '../locator.ts';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}
type Search = (text: string, pattern: string, maxErrors: number) => Match[];

/**
 * The quote is looked for, exactly or else roughly, and places are scored by quote, prefix, suffix and distance: the
 * way of Hypothesis for the W3C's TextQuoteSelector. After `match-quote.ts` of github.com/hypothesis/client
 * (BSD-2-Clause), with its weights and limits, over the package that it uses.
 */
export function quoteWithContext(): (old: string, text: string) => Locator {
  const approximate: Search = createRequire(import.meta.url)('approx-string-match').default;
  const search: Search = (text, pattern, maxErrors) => {
    const exact: Match[] = [];
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
      exact.push({ start: at, end: at + pattern.length, errors: 0 });
    }
    return exact.length > 0 ? exact : approximate(text, pattern, maxErrors);
  };
  const likeness = (text: string, pattern: string): number => {
    if (pattern === '' || text === '') return 0;
    const [best] = search(text, pattern, pattern.length);
    return 1 - (best?.errors ?? pattern.length) / pattern.length;
  };
  return (_, text) =>
    ({ anchor, range }) => {
      const { text: quote, before, after } = anchor;
      const score = (match: Match): number => {
        const prefix = likeness(text.slice(Math.max(0, match.start - before.length), match.start), before);
        const suffix = likeness(text.slice(match.end, match.end + after.length), after);
        const near = 1 - Math.abs(match.start - range.start) / text.length;
        return (
          50 * (1 - match.errors / quote.length) +
          20 * (before === '' ? 1 : prefix) +
          20 * (after === '' ? 1 : suffix) +
          2 * near
        );
      };
      const matches = search(text, quote, Math.min(256, quote.length / 2));
      let best: TextRange | undefined;
      let most = -1;
      for (const match of matches) {
        const points = score(match);
        if (points > most) [best, most] = [match, points];
      }
      if (!best) return { status: 'orphan', range: undefined };
      return { status: 'moved', range: { start: best.start, end: best.end } };
    };
}
