import { msg } from '../../message.ts';
import type { Steps } from '../../steps.ts';
import { detectFormat } from '../sources/readers.ts';
import {
  type AddedNames,
  type EntityContent,
  type EntityEdit,
  isSpelled,
  type Renaming,
} from './entityText.ts';
import {
  addNamesInJsonLines,
  appendToJsonLines,
  hasName,
  linesOfEntity,
  removeNameInJsonLines,
  renameInJsonLines,
} from './jsonLines.ts';
import { tableOf } from './tableRows.ts';
import { addNamesInTable, appendToTable, removeNameInTable, renameInTable } from './tables.ts';

/** What is to become of an entity file. */
export type EntityFileChange =
  | { readonly kind: 'append'; readonly entity: EntityContent }
  | ({ readonly kind: 'addNames' } & AddedNames)
  | ({ readonly kind: 'rename' } & Renaming)
  | { readonly kind: 'removeName'; readonly id: string; readonly name: string };

/** So much of a text tells what it is. */
const HEAD = 20_000;

/** True for entity files, by path or address, of a kind that can be changed without losing anything. */
export function isEditableFile(path: string): boolean {
  return isJsonLines(path) || isTable(path);
}

/** True for the files that hold anything that an entity can say. */
export function isJsonLines(path: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(path);
}

function isTable(path: string): boolean {
  return /\.(?:csv|tsv|tab)$/i.test(path);
}

/** The kind of a file that can be changed, by its name and what it holds; undefined for all others. */
function editableKind(path: string, text: string): 'jsonl' | 'csv' | undefined {
  const format = detectFormat(path, text.slice(0, HEAD));
  if (isJsonLines(path)) return format === 'jsonl' || text.trim() === '' ? 'jsonl' : undefined;
  return isTable(path) && format === 'csv' ? 'csv' : undefined;
}

/** True where an entity file speaks of an entity in a way that can be changed; with `name`: where it spells it so. */
export function* speaksOf(path: string, text: string, id: string, name?: string): Steps<boolean> {
  const kind = editableKind(path, text);
  if (kind === 'jsonl') {
    const lines = yield* linesOfEntity(text, id);
    return lines.some(({ entity }) => name === undefined || hasName(entity, name));
  }
  const rows = kind === 'csv' ? ((yield* tableOf(text, id))?.rows ?? []) : [];
  return rows.some(({ cells }) => name === undefined || cells.some((cell) => isNameOf(cell, name)));
}

function isNameOf(cell: string, name: string): boolean {
  return [cell, ...cell.split('|')].some((one) => isSpelled(one.trim(), name));
}

/** The edits of an entity file's text that carry a change out, or why there are none. */
export function* entityFileEdit(path: string, text: string, change: EntityFileChange): Steps<EntityEdit> {
  const kind = editableKind(path, text);
  if (kind === undefined) {
    const reason = msg(
      'Files of this kind cannot be changed safely here. Change {0} by hand, or add the entity to a file that ends in {1}.',
      path,
      '.jsonl',
    );
    return { ok: false, reason };
  }
  switch (change.kind) {
    case 'append':
      return kind === 'jsonl'
        ? yield* appendToJsonLines(text, change.entity)
        : yield* appendToTable(text, path, change.entity);
    case 'addNames':
      return kind === 'jsonl'
        ? yield* addNamesInJsonLines(text, change)
        : yield* addNamesInTable(text, path, change);
    case 'rename':
      return kind === 'jsonl'
        ? yield* renameInJsonLines(text, change)
        : yield* renameInTable(text, path, change);
    case 'removeName':
      return kind === 'jsonl'
        ? yield* removeNameInJsonLines(text, change.id, change.name)
        : yield* removeNameInTable(text, path, change.id, change.name);
  }
}
