import { lineStrings } from '../../core/entities/editing/jsonLine.ts';
import { isJson } from '../../core/json/scan.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { LoadedProject } from '../projects.ts';
import type { DocumentText } from '../textSnapshot.ts';
import type { Workspace } from '../workspace.ts';
import { lineAt } from './entityPlace.ts';

/** A line of an entity file that says who or what an entity is. */
export interface EntityEntry {
  readonly uri: string;
  readonly document: DocumentText;
  /** The line, and the id in it: UTF-16 units of the document. */
  readonly line: TextRange;
  readonly id: TextRange;
}

/**
 * Every line of the project's entity files that has an entity's id, by file and line: a file may say more of what
 * another one says, or repeat an id by mistake. None of a built-in entity that no file speaks of.
 */
export async function entityEntries(
  workspace: Workspace,
  project: LoadedProject,
  entity: string,
): Promise<EntityEntry[]> {
  const { files, gazetteer } = await project.entities();
  const source = gazetteer.entity(entity)?.source;
  const quoted = JSON.stringify(entity);
  const entries: EntityEntry[] = [];
  for (const uri of new Set([
    ...files.map((file) => file.uri),
    ...(source?.kind === 'file' ? [source.uri] : []),
  ])) {
    const file = await workspace.texts.read(uri);
    if (!file || 'unreadable' in file) continue;
    const { document } = file;
    const lines = linesWith(document, quoted);
    const known = source?.kind === 'file' && source.uri === uri ? source.line : undefined;
    if (known !== undefined) lines.add(known);
    for (const line of [...lines].sort((a, b) => a - b)) {
      const entry = entryAt(uri, document, line, entity, line === known);
      if (entry) entries.push(entry);
    }
  }
  return entries;
}

/** The lines (0-based) that hold some text. */
function linesWith(document: DocumentText, words: string): Set<number> {
  const text = document.getText();
  const lines = new Set<number>();
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    lines.add(document.positionAt(at).line);
  return lines;
}

/** `isKnown`: the entity was read from this line, whatever its form. */
function entryAt(
  uri: string,
  document: DocumentText,
  line: number,
  entity: string,
  isKnown: boolean,
): EntityEntry | undefined {
  const start = document.offsetAt({ line, character: 0 });
  const text = lineAt(document, line);
  const whole = { start, end: start + text.length };
  const isObject = text.trimStart().startsWith('{') && isJson(text);
  const id = isObject ? lineStrings(text).find(({ what }) => what === 'id') : undefined;
  if (id?.value === entity) {
    return { uri, document, line: whole, id: { start: start + id.start + 1, end: start + id.end - 1 } };
  }
  return isKnown && !isObject ? { uri, document, line: whole, id: whole } : undefined;
}
