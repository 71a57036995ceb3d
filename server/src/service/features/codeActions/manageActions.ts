import type { CodeAction } from 'vscode-languageserver-types';
import { msg } from '../../../core/message.ts';
import { withIntent } from '../../annotating/intent.ts';
import { ownVersion, type PlacedSpan, spansAt } from '../../annotations.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, excerpt } from './scene.ts';
import { ANNOTATE_KIND } from './tagActions.ts';

/** *Remove* and *Change label* for the own tags at the cursor, the innermost first. */
export function manageActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const own = spansAt(scene.placed, scene.at).filter((s) => s.layer.uri === scene.ownSidecar);
  return own.flatMap((span, i) => [
    removeAction(workspace, scene, span),
    ...(i === 0 ? relabelActions(workspace, scene, span) : []),
  ]);
}

function removeAction(workspace: Workspace, scene: ActionScene, span: PlacedSpan): CodeAction {
  const annotation = ownVersion(span);
  return {
    title: workspace.say(msg('Remove {0}: {1}', annotation.label, excerpt(annotation.text))),
    kind: ANNOTATE_KIND,
    data: withIntent({ ...scene.origin, kind: 'remove', sidecar: span.layer.uri, id: annotation.id }),
  };
}

function relabelActions(workspace: Workspace, scene: ActionScene, span: PlacedSpan): CodeAction[] {
  const annotation = ownVersion(span);
  const { labels } = scene.article.project.project;
  const sentence = labels.find((l) => l.name === annotation.label)?.sentence ?? false;
  return labels
    .filter((l) => l.name !== annotation.label && l.sentence === sentence)
    .map((label) => ({
      title: workspace.say(msg('Change label {0} to {1}', annotation.label, label.name)),
      kind: ANNOTATE_KIND,
      data: withIntent({
        ...scene.origin,
        kind: 'relabel',
        sidecar: span.layer.uri,
        id: annotation.id,
        label: label.name,
      }),
    }));
}
