import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import { contains } from '../../core/text/range.ts';
import { toRange } from '../convert.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** All mentions of the entity under the cursor, in the same article. */
export async function highlights(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<DocumentHighlight[] | null> {
  const article = await workspace.article(uri);
  if (!article) return null;
  const offset = article.document.offsetAt(position);
  const mentions = await article.mentions(cancel);
  const here = mentions.find((m) => contains(m, { start: offset, end: offset }));
  // null, not []: the editor then falls back to its own highlighting of equal words.
  if (!here) return null;
  return mentions
    .filter((m) => m.entityId === here.entityId)
    .map((m) => ({ range: toRange(article.document, m), kind: DocumentHighlightKind.Text }));
}
