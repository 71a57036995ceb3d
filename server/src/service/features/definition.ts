import type { Location, Position } from 'vscode-languageserver-types';
import { contains } from '../../core/text/range.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** The line of the entity file that says who or what the mention under the cursor is. */
export async function definition(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<Location | null> {
  const article = await workspace.article(uri);
  if (!article) return null;
  const offset = article.document.offsetAt(position);
  const here = (await article.mentions(cancel)).find((m) => contains(m, { start: offset, end: offset }));
  if (!here) return null;
  const { gazetteer } = await article.project.entities();
  const source = gazetteer.entity(here.entityId)?.source;
  if (source?.kind !== 'file') return null;
  const start = { line: source.line, character: 0 };
  return { uri: source.uri, range: { start, end: start } };
}
