import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { readOptional, type Written, writeAtomically } from '../disk/writeFile.ts';
import { decodeText } from '../service/decode.ts';
import type { LoadedProject } from '../service/projects.ts';
import type { Layer } from '../service/sidecars.ts';
import { pathOf } from './disk.ts';

/**
 * Carries out an edit of a sidecar on the disk. `layer`: the sidecar as it was when the edit was computed. `changed`
 * where somebody else has written it since: nothing was done then, and the edit is to be computed anew. `text`: what the sidecar was to hold.
 */
export async function writeSidecarEdit(
  { root }: LoadedProject,
  { uri, file }: Layer,
  edit: WorkspaceEdit,
): Promise<{ readonly outcome: Written; readonly text: string }> {
  const bytes = await readOptional(pathOf(uri));
  const text = bytes === undefined ? undefined : decodeText(bytes);
  const before = file?.document ?? TextDocument.create(uri, 'json', 0, '');
  const after = TextDocument.applyEdits(before, edit.changes?.[uri] ?? []);
  if (text !== file?.document.getText()) return { outcome: 'changed', text: after };
  return { outcome: await writeAtomically(pathOf(uri), after, bytes, pathOf(root)), text: after };
}
