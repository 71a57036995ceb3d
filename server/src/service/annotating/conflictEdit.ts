import { hasConflict } from '../../core/annotations/conflict.ts';
import { decisionOperations } from '../../core/annotations/merge/decide.ts';
import { markedSides } from '../../core/annotations/merge/markers.ts';
import { mergeSidecars } from '../../core/annotations/merge3.ts';
import { parseSidecar } from '../../core/annotations/parse.ts';
import { lineHash } from '../../core/annotations/serialize.ts';
import { type Message, msg } from '../../core/message.ts';
import { revisionOf } from '../../core/text/revision.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import type { ConflictPurpose } from './conflictPurpose.ts';
import { fileEdit } from './fileEdit.ts';
import { sidecarEdit } from './sidecarEdit.ts';
import { idSuffix } from './sidecarOperations.ts';

/** The edit that carries out a decision, against the sidecar as it is now; refused where it has changed since. */
export async function decideConflict(workspace: Workspace, purpose: ConflictPurpose): Promise<CarriedOut> {
  const layer = await workspace.sidecars.readUri(
    purpose.sidecar,
    await workspace.projects.of(purpose.sidecar),
  );
  if (layer.unreadable) return { refused: layer.unreadable };
  return purpose.kind === 'decide'
    ? decideLine(workspace, layer, purpose)
    : mergeMarkers(workspace, layer, purpose);
}

function decideLine(
  workspace: Workspace,
  layer: Layer,
  { id, decision, was }: ConflictPurpose & { kind: 'decide' },
): CarriedOut {
  const annotations = (layer.sidecar?.annotations ?? []).map((entry) => entry.annotation);
  const annotation = annotations.find((a) => a.id === id);
  if (!annotation || lineHash(annotation) !== was) return { refused: staleLine() };
  const operations = decisionOperations(annotation, decision, idSuffix(workspace));
  if (!operations) {
    return { refused: msg('The recorded version cannot be used. Correct the line by hand.') };
  }
  const edit = sidecarEdit(workspace, layer, operations);
  if ('refused' in edit) return edit;
  workspace.journal.note(layer.uri, operations, annotations);
  return {
    ...edit,
    changed: layer.uri,
    summary: msg('Decided. Add the file to git when nothing is left to decide.'),
  };
}

function mergeMarkers(
  workspace: Workspace,
  layer: Layer,
  { keep, was }: ConflictPurpose & { kind: 'mergeMarkers' },
): CarriedOut {
  const text = layer.file?.document.getText() ?? '';
  if (revisionOf(text) !== was || !hasConflict(text)) return { refused: staleLine() };
  const sides = markedSides(text);
  if (!sides) {
    return {
      refused: msg(
        'Git’s conflict markers in this file are incomplete, so that nobody can tell the versions apart: correct it by hand, or restore it from git.',
      ),
    };
  }
  if (keep !== 'both') return keptSide(workspace, layer, sides[keep]);
  const merged = mergeSidecars(sides.base, sides.ours, sides.theirs);
  if (!merged.ok) return { refused: merged.reason };
  const left = merged.conflicts.length;
  const summary =
    left === 0
      ? msg('Merged. Nothing is left to decide: add the file to git.')
      : msg('Merged. Annotations that somebody has to decide on: {0}.', left);
  return { edit: fileEdit(workspace, layer.uri, layer.file, merged.text), changed: layer.uri, summary };
}

function keptSide(workspace: Workspace, layer: Layer, text: string): CarriedOut {
  const sidecar = parseSidecar(text);
  const obstacle = sidecar.problems.find((p) => p.severity === 'error');
  if (!sidecar.writable && obstacle) return { refused: obstacle.message };
  const edit = fileEdit(workspace, layer.uri, layer.file, text);
  return { edit, changed: layer.uri, summary: msg('Kept one side. Add the file to git.') };
}

function staleLine(): Message {
  return msg(
    'The annotation file has changed since this action was offered. Nothing was done; please try again.',
  );
}
