import type { ArticleOperator, ArticleSource, DamagedArticle, SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { isLower, lowerWords, words } from '../words.ts';

/** The words that a line is cut at: at least so many stay. */
const STAYS = 12;

/** A line of running text, neither the headline nor the last one. */
export function bodyLine(
  article: ArticleSource,
  random: Random,
  fits: (line: string) => boolean,
): number | undefined {
  const first = article.hasTitle ? 1 : 0;
  const all = article.lines.flatMap((line, i) =>
    i >= first && i < article.lines.length - 1 && fits(line) ? [i] : [],
  );
  return random.pick(all);
}

/** An article with one of its lines put in another way; `start` and `end` are the damage in it. */
export function withLine(
  article: ArticleSource,
  line: number,
  text: string,
  start = 0,
  end = text.length,
): DamagedArticle {
  return { lines: article.lines.toSpliced(line, 1, text), line, start, end };
}

/** An article with a line put in before another one. */
export function withNewLine(article: ArticleSource, line: number, text: string): DamagedArticle {
  return { lines: article.lines.toSpliced(line, 0, text), line, start: 0, end: text.length };
}

const endsWell = (line: string) => /[\p{L}\p{N}][.!?]["”’']?$/u.test(line);

const document = (
  name: string,
  codes: readonly string[],
  more: Partial<ArticleOperator> & Pick<ArticleOperator, 'apply'>,
): ArticleOperator => ({ name, family: 'fragment', scope: 'article', codes, ...more });

export const FRAGMENT_ARTICLES: readonly ArticleOperator[] = [
  document('truncate_word', ['fragment/truncated'], {
    inTable: true,
    apply: (article, random) => {
      const fits = (line: string) =>
        endsWell(line) && words(line).length > STAYS && lowerWords(line, 6).length > 0;
      const line = bodyLine(article, random, fits);
      const text = article.lines[line ?? -1];
      if (line === undefined || text === undefined) return undefined;
      const least = words(text)[STAYS]?.start ?? 0;
      const word = random.pick(lowerWords(text, 5).filter((w) => w.start >= least));
      if (!word) return undefined;
      const cut = text.slice(0, word.start + 2 + random.below(word.text.length - 3));
      return withLine(article, line, cut, word.start);
    },
  }),
  document('truncate_end', ['fragment/truncated'], {
    inTable: true,
    apply: (article, random) => {
      const line = bodyLine(article, random, (text) => endsWell(text) && words(text).length > STAYS + 2);
      const text = article.lines[line ?? -1];
      if (line === undefined || text === undefined) return undefined;
      const all = words(text);
      const kept = all[STAYS + random.below(all.length - STAYS - 1)];
      return kept && withLine(article, line, text.slice(0, kept.end), kept.start);
    },
  }),
  document('head_lost', ['fragment/lower-start', 'fragment/truncated'], {
    inTable: true,
    apply: (article, random) => {
      const starts = (text: string) =>
        words(text)
          .slice(1, 6)
          .filter((w) => isLower(w.text));
      const line = bodyLine(article, random, (text) => words(text).length > STAYS && starts(text).length > 0);
      const text = article.lines[line ?? -1];
      const first = text === undefined ? undefined : random.pick(starts(text));
      if (line === undefined || text === undefined || !first) return undefined;
      return withLine(article, line, text.slice(first.start), 0, first.text.length);
    },
  }),
  document('orphan', ['fragment/orphan'], {
    apply: (article, random) => {
      const line = bodyLine(article, random, () => true);
      if (line === undefined) return undefined;
      const word = random.pick(lowerWords(article.lines[line] ?? '', 3))?.text;
      const year = `${2005 + random.below(20)}.`;
      return withNewLine(
        article,
        line + 1,
        random.below(2) === 0 || !word ? year : `${word}${random.pick(['', '.'])}`,
      );
    },
  }),
  document('headline_glued', ['fused/headline', 'fused/sentence', 'fused/case'], {
    apply: (article, random) => {
      const [title, lead] = article.lines;
      if (!article.hasTitle || title === undefined || lead === undefined || !/^\p{Lu}/u.test(lead))
        return undefined;
      const between = random.pick(['', ' ']) ?? '';
      return {
        lines: article.lines.toSpliced(1, 1, title + between + lead),
        line: 1,
        start: 0,
        end: title.length + 1,
      };
    },
  }),
];

export const FRAGMENTS: readonly SentenceOperator[] = [
  {
    // The end of one sentence left behind another.
    name: 'fragment_stub',
    family: 'fragment',
    scope: 'sentence',
    codes: ['fragment/stub'],
    inTable: true,
    apply: ({ text, elsewhere }, random) => {
      const other = elsewhere();
      const tail = words(other).slice(-2 - random.below(3))[0];
      const own = /\p{Ll}[\p{L}\p{M}]+\.$/u.exec(text);
      if (!tail || !own || !other.endsWith('.') || /["“”«»]/.test(other)) return undefined;
      const made = `${text} ${other.slice(tail.start)}`;
      return { text: made, start: own.index, end: made.length };
    },
  },
];
