import type { TextRange } from '../core/text/range.ts';
import { placeAnnotations } from '../service/annotations.ts';
import type { Article } from '../service/articles.ts';
import type { Layer } from '../service/sidecars.ts';

/** An article with its tags in it. */
export interface InlineView {
  readonly text: string;
  /** How many annotations the view cannot hold: they cross another one, or have no place in the text any more. */
  readonly left: number;
}

/** The article with every span as `[words](LABEL)`, inner ones inside outer ones; brackets of the text get a backslash. */
export function inlineView(article: Article, layers: readonly Layer[]): InlineView {
  const { placed, lost } = placeAnnotations(article, layers);
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
  for (const { range, annotation } of placed) {
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
  return { text: text + escaped(article.text.slice(at)), left };
}

function escaped(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
