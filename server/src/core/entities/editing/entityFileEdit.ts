import { msg } from '../../message.ts';
import type { Steps } from '../../steps.ts';
import type { AddedNames, EntityContent, EntityEdit, Renaming } from './entityText.ts';
import {
  addNamesInJsonLines,
  appendToJsonLines,
  removeNameInJsonLines,
  renameInJsonLines,
} from './jsonLines.ts';

/** What is to become of an entity file. */
export type EntityFileChange =
  | { readonly kind: 'append'; readonly entity: EntityContent }
  | ({ readonly kind: 'addNames' } & AddedNames)
  | ({ readonly kind: 'rename' } & Renaming)
  | { readonly kind: 'removeName'; readonly id: string; readonly name: string };

/** True for entity files, by path or address, that can be changed without losing anything. */
export function isEditableFile(path: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(path);
}

/** The edits of an entity file's text that carry a change out, or why there are none. */
export function* entityFileEdit(path: string, text: string, change: EntityFileChange): Steps<EntityEdit> {
  if (!isEditableFile(path)) {
    const reason = msg(
      'Files of this kind cannot be changed safely here. Change {0} by hand, or add the entity to a file that ends in {1}.',
      path,
      '.jsonl',
    );
    return { ok: false, reason };
  }
  switch (change.kind) {
    case 'append':
      return yield* appendToJsonLines(text, change.entity);
    case 'addNames':
      return yield* addNamesInJsonLines(text, change);
    case 'rename':
      return yield* renameInJsonLines(text, change);
    case 'removeName':
      return yield* removeNameInJsonLines(text, change.id, change.name);
  }
}
