import { CONTEXT_LENGTH } from '../../server/src/core/annotations/create.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import type { Random } from '../rules/random.ts';

/** A word that keeps its key whatever becomes of the words around it, or of its own letters. */
export interface Word {
  readonly key: number;
  readonly text: string;
}

/** Lines of words. */
export type Article = readonly (readonly Word[])[];

/** What stands from one word to another, by their keys. */
export interface Cover {
  readonly first: number;
  readonly last: number;
}

const SYLLABLES = ['ka', 'mi', 'to', 'ren', 'sul', 'à', 'ba', 'ng', 'o', 'de', '😀', 'li'];

function newWord(random: Random, key: number): Word {
  const parts = Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES) ?? '');
  return { key, text: parts.join('') };
}

/** An article of so many lines of eight to fifteen words. */
export function newArticle(random: Random, lines: number): Article {
  let key = 0;
  return Array.from({ length: lines }, () =>
    Array.from({ length: 8 + random.below(8) }, () => newWord(random, key++)),
  );
}

interface Layout {
  /** The text, in code points: one array element each. */
  readonly points: readonly string[];
  readonly places: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
  readonly rev: string;
}

/** Layouts by article: thousands of places are asked of each. */
const LAYOUTS = new WeakMap<Article, Layout>();

function layoutOf(article: Article): Layout {
  const known = LAYOUTS.get(article);
  if (known) return known;
  const points: string[] = [];
  const places = new Map<number, { start: number; end: number }>();
  for (const line of article) {
    for (const { key, text } of line) {
      const start = points.length;
      points.push(...text);
      places.set(key, { start, end: points.length });
      points.push(' ');
    }
    points[points.length - 1] = '\n';
  }
  const layout = { points, places, rev: revisionOf(points.join('')) };
  LAYOUTS.set(article, layout);
  return layout;
}

export function textOf(article: Article): string {
  return layoutOf(article).points.join('');
}

/** Where a cover stands, as a sidecar says it; undefined where one of its words is gone. */
export function anchorIn(article: Article, { first, last }: Cover) {
  const { points, places, rev } = layoutOf(article);
  const [from, to] = [places.get(first), places.get(last)];
  if (!from || !to) return undefined;
  const slice = (start: number, end: number) => points.slice(Math.max(0, start), end).join('');
  return {
    start: from.start,
    end: to.end,
    text: slice(from.start, to.end),
    before: slice(from.start - CONTEXT_LENGTH, from.start),
    after: slice(to.end, to.end + CONTEXT_LENGTH),
    rev,
  };
}

/** The article after somebody's corrections in some of its lines: words in, out, and spelled otherwise. */
export function corrected(
  random: Random,
  article: Article,
  from: number,
  to: number,
  fresh: () => number,
): Article {
  const at = from + random.below(Math.max(1, to - from));
  return article.map((line, i) => {
    if (i !== at) return line;
    const place = random.below(line.length);
    switch (random.below(3)) {
      case 0:
        return line.toSpliced(place, 0, newWord(random, fresh()));
      case 1:
        return line.length > 4 ? line.toSpliced(place, 1) : line;
      default:
        return line.map((word, j) => (j === place ? { ...word, text: `${word.text}x` } : word));
    }
  });
}

/** Two words of one line, at most three apart. */
export function anyCover(random: Random, article: Article): Cover {
  const line = article[random.below(article.length)] ?? [];
  const first = random.below(line.length);
  const last = Math.min(line.length - 1, first + random.below(3));
  return { first: line[first]?.key ?? 0, last: line[last]?.key ?? 0 };
}
