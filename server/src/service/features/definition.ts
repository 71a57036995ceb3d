import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import { toRange } from '../convert.ts';
import { entityEntries } from '../entities/entityEntries.ts';
import { entityPlace } from '../entities/entityPlace.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/**
 * The lines of entity files that say who or what the entity at a place is: of a mention, of a tag linked to it, of a
 * sidecar's or another entity file's line. Null for built-in entities that no file speaks of.
 */
export async function definition(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<Location | Location[] | LocationLink[] | null> {
  const place = await entityPlace(workspace, uri, position, cancel);
  if (!place) return null;
  const entries = await entityEntries(workspace, place.project, place.entity);
  if (entries.length === 0) return null;
  if (!workspace.client.definitionLinks) {
    const found = entries.map((entry) => ({ uri: entry.uri, range: toRange(entry.document, entry.id) }));
    return found.length === 1 ? (found[0] ?? null) : found;
  }
  const originSelectionRange = toRange(place.document, place.range);
  return entries.map((entry) => ({
    originSelectionRange,
    targetUri: entry.uri,
    targetRange: toRange(entry.document, entry.line),
    targetSelectionRange: toRange(entry.document, entry.id),
  }));
}
