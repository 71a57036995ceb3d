import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import { toRange } from '../convert.ts';
import { entityPlace } from '../entities/entityPlace.ts';
import { placesInArticle } from '../entities/placesInArticle.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** All mentions of the entity under the cursor, and all tags linked to it, in the same article. */
export async function highlights(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<DocumentHighlight[] | null> {
  const place = await entityPlace(workspace, uri, position, cancel);
  const article = place?.article;
  // null, not []: the editor then falls back to its own highlighting of equal words.
  if (!article) return null;
  const places = await placesInArticle(workspace, article, place.entity, cancel);
  return places.map((range) => ({
    range: toRange(article.document, range),
    kind: DocumentHighlightKind.Text,
  }));
}
