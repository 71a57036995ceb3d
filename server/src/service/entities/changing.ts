import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { type EntityFileChange, entityFileEdit } from '../../core/entities/editing/entityFileEdit.ts';
import { type Message, msg } from '../../core/message.ts';
import { entityFileEdits } from '../../core/project/edits.ts';
import { parseProject } from '../../core/project.ts';
import { applyReplacements } from '../../core/text/range.ts';
import type { CarriedOut } from '../annotating/carriedOut.ts';
import { fileEdit, replacementBetween } from '../annotating/fileEdit.ts';
import { joinedEdits } from '../annotating/joinedEdits.ts';
import { type Cancellation, NEVER_CANCELLED } from '../ports.ts';
import { type LoadedProject, PROJECT_FILE } from '../projects.ts';
import { runSteps } from '../stepping.ts';
import type { FileText } from '../texts.ts';
import { joined } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { type EntityFilePlace, MOST_BYTES, readsFile } from './entityFiles.ts';

/** The edit that changes entity files, or why there is none. */
export type EntitiesChanged =
  | (Extract<CarriedOut, { readonly edit: WorkspaceEdit }> & {
      /** The first changed line of the file `changed`, as it is after the edit. */
      readonly range: Range;
    })
  | { readonly refused: Message };

/** A file as it is and as it is to be. */
interface ChangedFile {
  readonly uri: string;
  readonly file: FileText | undefined;
  readonly before: string;
  readonly after: string;
  /** UTF-16 unit at which the first edit stands. */
  readonly at: number;
}

/** A change of one entity file. */
export interface PlannedChange {
  readonly place: EntityFilePlace;
  readonly change: EntityFileChange;
}

/**
 * Carries changes of entity files out, all or none: against their texts as they are now (an open one's is the
 * editor's), noted for *undo last*. A file that the project does not read yet is put into pressmark.json by the same
 * edit.
 */
export async function changeEntityFiles(
  workspace: Workspace,
  project: LoadedProject,
  planned: readonly PlannedChange[],
  summary: Message,
  cancel: Cancellation = NEVER_CANCELLED,
): Promise<EntitiesChanged> {
  const files: ChangedFile[] = [];
  for (const { place, change } of planned) {
    const changed = await changedFile(workspace, place, change, cancel);
    if ('refused' in changed) return changed;
    files.push(changed);
  }
  const [first] = files;
  if (!first) return { refused: msg('There is nothing to change.') };
  const unread = planned.find(({ place }) => !readsFile(project, place.path));
  if (unread) {
    const included = await withFileRead(workspace, project, unread.place.path);
    if ('refused' in included) return included;
    files.push(included);
  }
  workspace.journal.noteStretches(
    files.map(({ uri, before, after }) => ({
      file: uri,
      before,
      replacement: replacementBetween(before, after),
    })),
  );
  return {
    edit: joinedEdits(files.map(({ uri, file, after }) => fileEdit(workspace, uri, file, after))),
    changed: first.uri,
    summary,
    range: lineAt(first),
  };
}

async function changedFile(
  workspace: Workspace,
  { uri, path }: EntityFilePlace,
  change: EntityFileChange,
  cancel: Cancellation,
): Promise<ChangedFile | { readonly refused: Message }> {
  const file = await workspace.texts.read(uri, MOST_BYTES);
  if (file && 'unreadable' in file) return { refused: file.unreadable };
  const before = file?.document.getText() ?? '';
  const edit = await runSteps(entityFileEdit(path, before, change), workspace.host, cancel);
  if (!edit.ok) return { refused: edit.reason };
  const after = applyReplacements(before, edit.edits);
  return { uri, file, before, after, at: Math.min(...edit.edits.map((e) => e.start), after.length) };
}

/** The project file with one more entity file in it. */
async function withFileRead(
  workspace: Workspace,
  { root, project, problems }: LoadedProject,
  path: string,
): Promise<ChangedFile | { readonly refused: Message }> {
  const uri = joined(root, PROJECT_FILE);
  const file = await workspace.texts.read(uri);
  if (file && 'unreadable' in file) return { refused: file.unreadable };
  const before = file?.document.getText() ?? '';
  const broken = problems.some((p) => p.severity === 'error');
  const after = broken
    ? before
    : applyReplacements(before, entityFileEdits(before, project.entities.files, path));
  if (broken || !parseProject(after).project.entities.files.includes(path)) {
    return { refused: msg('pressmark.json has a mistake. Mend it first, then choose this again.') };
  }
  return { uri, file, before, after, at: 0 };
}

/** The line that the first edit changes; of what is appended, the last one. */
function lineAt({ before, after, at }: ChangedFile): Range {
  const within = at === before.length ? after.trimEnd().length : at;
  const start = after.lastIndexOf('\n', within - 1) + 1;
  const end = after.slice(start).split(/\r?\n/, 1)[0]?.length ?? 0;
  const line = after.slice(0, start).split('\n').length - 1;
  return { start: { line, character: 0 }, end: { line, character: end } };
}
