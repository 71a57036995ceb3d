import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { hasConflict } from '../../../core/annotations/conflict.ts';
import {
  type ConflictDecision,
  inWords,
  openConflict,
  possibleDecisions,
  type Say,
} from '../../../core/annotations/merge/decide.ts';
import { describeConflict } from '../../../core/annotations/merge/describeConflict.ts';
import type { Annotation, Conflict } from '../../../core/annotations/model.ts';
import { lineHash } from '../../../core/annotations/serialize.ts';
import { GOLD } from '../../../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../../../core/message.ts';
import { overlaps } from '../../../core/text/range.ts';
import { revisionOf } from '../../../core/text/revision.ts';
import { type Intent, withIntent } from '../../annotating/intent.ts';
import { ownVersion, spansAt } from '../../annotations.ts';
import { toTextRange } from '../../convert.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, excerpt } from './scene.ts';

/** In a sidecar: what can be done with git's conflict markers in it, and with lines that wait for a decision. */
export async function sidecarActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const project = await workspace.projects.of(uri);
  if (!(await workspace.sidecars.isVisible(uri, project))) return [];
  const { file, sidecar } = await workspace.sidecars.readUri(uri, project);
  if (!file || !sidecar) return [];
  const text = file.document.getText();
  if (hasConflict(text)) return markerActions(workspace, uri, text, diagnostics);
  const at = toTextRange(file.document, range);
  const origin = { uri, version: file.document.version };
  return sidecar.annotations
    .filter((entry) => overlaps(entry, at) || (entry.start <= at.start && at.end <= entry.end))
    .flatMap(({ annotation }) =>
      decisionActions(workspace, { origin, sidecar: uri, annotation, diagnostics }, 'sidecar/conflict-line'),
    );
}

/** In an article: the decisions on the tags at the cursor, in every file that this person may write. */
export function conflictActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return spansAt(scene.placed, scene.at)
    .filter(
      ({ layer }) =>
        layer.uri === scene.ownSidecar || layer.annotator === GOLD || layer.annotator === undefined,
    )
    .flatMap((span) => {
      const line = {
        origin: scene.origin,
        sidecar: span.layer.uri,
        annotation: ownVersion(span),
        diagnostics,
      };
      return decisionActions(workspace, line, 'annotation/conflict');
    });
}

interface OpenLine {
  readonly origin: ActionScene['origin'];
  readonly sidecar: string;
  readonly annotation: Annotation;
  readonly diagnostics: readonly Diagnostic[];
}

function decisionActions(workspace: Workspace, line: OpenLine, code: string): CodeAction[] {
  const { annotation, origin, sidecar, diagnostics } = line;
  const conflict = openConflict(annotation);
  if (!conflict) return [];
  const was = lineHash(annotation);
  return possibleDecisions(conflict).map((decision) => ({
    title: workspace.say(titleOf(decision, conflict, (words) => workspace.say(words))),
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter((d) => d.code === code),
    data: withIntent({ ...origin, kind: 'decide', sidecar, id: annotation.id, decision, was }),
  }));
}

function titleOf(decision: ConflictDecision, conflict: Conflict, say: Say): Message {
  const { ours, theirs } = describeConflict(conflict);
  switch (decision) {
    case 'ours':
      return msg('Keep mine: {0}', excerpt(inWords(ours, say)));
    case 'theirs':
      return msg('Take theirs: {0}', excerpt(inWords(theirs, say)));
    case 'both':
      return msg('Keep both, as two tags');
    case 'base':
      return msg('Restore what was before');
  }
}

function markerActions(
  workspace: Workspace,
  sidecar: string,
  text: string,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const was = revisionOf(text);
  const action = (title: Message, keep: 'both' | 'ours' | 'theirs', isPreferred: boolean): CodeAction => {
    const intent: Intent = { uri: sidecar, version: 0, kind: 'mergeMarkers', sidecar, keep, was };
    return {
      title: workspace.say(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.filter((d) => d.code === 'sidecar/conflict'),
      isPreferred,
      data: withIntent(intent),
    };
  };
  return [
    action(msg('Merge both sides, annotation by annotation'), 'both', true),
    action(msg('Keep my side of the whole file'), 'ours', false),
    action(msg('Keep their side of the whole file'), 'theirs', false),
  ];
}
