import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { LineRole } from '../../core/checks/lineRoles/lineRole.ts';
import { msg } from '../../core/message.ts';
import { contains, type TextRange } from '../../core/text/range.ts';
import { isStruck, type PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { toRange } from '../convert.ts';
import { entityOutline } from '../entities/entityOutline.ts';
import { fileKind } from '../fileKinds.ts';
import type { Cancellation } from '../ports.ts';
import { tagText } from '../standingWords.ts';
import { symbolKind } from '../symbolKinds.ts';
import type { Workspace } from '../workspace.ts';

/** A line of the outline, with the text that it stands for. */
interface Entry {
  readonly range: TextRange;
  readonly symbol: DocumentSymbol;
}

/**
 * The outline of an article, in text order: its headline and its sections, and the annotations in them, tagged
 * sentences with the names inside them. Of an entity file: its entities.
 */
export async function documentSymbols(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<DocumentSymbol[]> {
  if ((await fileKind(workspace, uri)) === 'entities') return entityOutline(workspace, uri, cancel);
  const article = await workspace.article(uri);
  if (!article) return [];
  const { placed } = await workspace.annotations(article);
  const entries = [...headings(workspace, article), ...placed.map((span) => annotation(article, span))];
  // Headings come first, so of two with the same range the annotation is the inner one.
  entries.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const top: DocumentSymbol[] = [];
  const open: Entry[] = [];
  for (const entry of entries) {
    while (open.length > 0 && !holds(open.at(-1), entry)) open.pop();
    (open.at(-1)?.symbol.children ?? top).push(entry.symbol);
    open.push(entry);
  }
  return top;
}

/** The headline, and every heading with the text down to the next one. */
function headings(workspace: Workspace, article: Article): Entry[] {
  const { roles } = article.lines;
  const entries: Entry[] = [];
  for (const [i, { paragraph, start }] of article.paragraphs.entries()) {
    const role = roles[i];
    const isHeadline = role?.role === 'headline' && role.evidence === 'position';
    if (!isHeadline && role?.role !== 'heading') continue;
    const line = { start, end: start + paragraph.text.length };
    const range = isHeadline ? line : { start, end: endOfSection(article, roles, i) };
    entries.push({
      range,
      symbol: {
        name: oneLine(paragraph.text),
        detail: workspace.say(isHeadline ? msg('headline') : msg('section')),
        kind: isHeadline ? SymbolKind.File : SymbolKind.Module,
        range: toRange(article.document, range),
        selectionRange: toRange(article.document, line),
        children: [],
      },
    });
  }
  return entries;
}

/** The end of the last line of text before the next heading. */
function endOfSection({ paragraphs }: Article, roles: readonly LineRole[], heading: number): number {
  let last = heading;
  for (let i = heading + 1; i < paragraphs.length && roles[i]?.role !== 'heading'; i++)
    if (roles[i]?.role === 'body' || roles[i]?.role === 'caption') last = i;
  const placed = paragraphs[last];
  return placed === undefined ? 0 : placed.start + placed.paragraph.text.length;
}

function annotation(article: Article, span: PlacedSpan): Entry {
  const range = toRange(article.document, span.range);
  const { label, text } = span.annotation;
  const tag = tagText(span);
  return {
    range: span.range,
    symbol: {
      name: oneLine(text) || label,
      detail: span.layer.annotator ? `${tag} · ${span.layer.annotator}` : tag,
      kind: symbolKind(label),
      // Editors strike through what is deprecated.
      ...(isStruck(span) ? { tags: [SymbolTag.Deprecated] } : {}),
      range,
      selectionRange: range,
      children: [],
    },
  };
}

function holds(outer: Entry | undefined, inner: Entry): boolean {
  return outer !== undefined && contains(outer.range, inner.range);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}
