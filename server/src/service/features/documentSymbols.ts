import type { DocumentSymbol } from 'vscode-languageserver-types';
import { contains } from '../../core/text/range.ts';
import type { PlacedSpan } from '../annotations.ts';
import { toRange } from '../convert.ts';
import { symbolKind } from '../symbolKinds.ts';
import type { Workspace } from '../workspace.ts';

/** The annotation outline of an article: tagged sentences with the names inside them, in text order. */
export async function documentSymbols(workspace: Workspace, uri: string): Promise<DocumentSymbol[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const { placed } = await workspace.annotations(article);
  const top: DocumentSymbol[] = [];
  const open: { span: PlacedSpan; symbol: DocumentSymbol }[] = [];
  for (const span of placed) {
    const range = toRange(article.document, span.range);
    const symbol: DocumentSymbol = {
      name: oneLine(span.annotation.text) || span.annotation.label,
      detail: span.layer.annotator
        ? `${span.annotation.label} · ${span.layer.annotator}`
        : span.annotation.label,
      kind: symbolKind(span.annotation.label),
      range,
      selectionRange: range,
      children: [],
    };
    while (open.length > 0 && !holds(open.at(-1)?.span, span)) open.pop();
    (open.at(-1)?.symbol.children ?? top).push(symbol);
    open.push({ span, symbol });
  }
  return top;
}

function holds(outer: PlacedSpan | undefined, inner: PlacedSpan): boolean {
  return outer !== undefined && contains(outer.range, inner.range);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}
