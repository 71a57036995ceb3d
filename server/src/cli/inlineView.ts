import type { TextRange } from '../core/text/range.ts';
import { type ArticleAnnotations, isStruck, type LostSpan, type PlacedSpan } from '../service/annotations.ts';
import type { Article } from '../service/articles.ts';
import type { Layer } from '../service/sidecars.ts';

/** An article with its tags in it. */
export interface InlineView {
  readonly text: string;
  /** How many annotations the view cannot hold: they cross another one, or have no place in the text any more. */
  readonly left: number;
  /** How many it leaves out because somebody says that they are wrong, and nobody contradicts. */
  readonly struck: number;
}

/** The article with every span of the layers as `[words](LABEL)`, inner ones inside outer ones; brackets of the text get a backslash. */
export function inlineView(
  article: Article,
  annotations: ArticleAnnotations,
  layers: readonly Layer[],
): InlineView {
  const wanted = <S extends PlacedSpan | LostSpan>(spans: readonly S[]) =>
    spans.filter((s) => layers.includes(s.layer));
  const placed = wanted(annotations.placed);
  const lost = wanted(annotations.lost);
  const standing = placed.filter((s) => !isStruck(s));
  let text = '';
  let at = 0;
  let left = lost.length;
  const open: (TextRange & { label: string })[] = [];
  const closeUntil = (limit: number) => {
    for (let last = open.at(-1); last && last.end <= limit; last = open.at(-1)) {
      text += `${escaped(article.text.slice(at, last.end))}](${last.label})`;
      at = last.end;
      open.pop();
    }
  };
  for (const { range, annotation } of standing) {
    closeUntil(range.start);
    const outer = open.at(-1);
    if (outer && range.end > outer.end) {
      left++;
      continue;
    }
    text += `${escaped(article.text.slice(at, range.start))}[`;
    at = range.start;
    open.push({ ...range, label: annotation.label });
  }
  closeUntil(Number.POSITIVE_INFINITY);
  return { text: text + escaped(article.text.slice(at)), left, struck: placed.length - standing.length };
}

function escaped(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
