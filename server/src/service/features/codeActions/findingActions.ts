import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { CATALOGUE } from '../../../core/checks/catalogue.ts';
import type { Finding } from '../../../core/checks/finding.ts';
import { msg } from '../../../core/message.ts';
import { withIntent } from '../../annotating/intent.ts';
import { toTextEdit } from '../../convert.ts';
import type { Workspace } from '../../workspace.ts';
import type { ActionScene } from './scene.ts';
import { excerpt } from './tagActions.ts';

const HEEDING: ReadonlySet<string> = new Set(CATALOGUE.filter((r) => r.heedsDictionary).map((r) => r.code));

/** The fixes that a rule offers, then *Dismiss*, for each finding at the cursor. */
export function findingActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return scene.findings.flatMap((finding) => {
    const answered = diagnostics.filter((d) => d.code === finding.rule);
    return [
      ...fixActions(workspace, scene, finding, answered),
      dismissAction(workspace, scene, finding, answered),
      ...acceptActions(workspace, scene, finding, answered),
    ];
  });
}

function fixActions(
  workspace: Workspace,
  scene: ActionScene,
  finding: Finding,
  answered: Diagnostic[],
): CodeAction[] {
  const { document } = scene.article;
  return finding.fixes.map((fix, i) => {
    const edits = fix.edits.map((e) => toTextEdit(document, e));
    const change = workspace.client.documentChanges
      ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
      : { changes: { [document.uri]: edits } };
    return {
      title: workspace.say(fix.title),
      kind: CodeActionKind.QuickFix,
      diagnostics: answered,
      ...(i === 0 ? { isPreferred: true } : {}),
      edit: change,
    };
  });
}

function dismissAction(
  workspace: Workspace,
  scene: ActionScene,
  finding: Finding,
  answered: Diagnostic[],
): CodeAction {
  const { start, end, rule } = finding;
  return {
    title: workspace.say(msg('Dismiss here ({0}): {1}', rule, excerpt(scene.article.text.slice(start, end)))),
    kind: CodeActionKind.QuickFix,
    diagnostics: answered,
    data: withIntent({ ...scene.origin, kind: 'review', rule, verdict: 'dismissed', start, end }),
  };
}

/** *Accept the word in this project*, for rules that heed its dictionary. */
function acceptActions(
  workspace: Workspace,
  scene: ActionScene,
  finding: Finding,
  answered: Diagnostic[],
): CodeAction[] {
  const word = scene.article.text.slice(finding.start, finding.end);
  if (!HEEDING.has(finding.rule) || /\s/.test(word)) return [];
  return [
    {
      title: workspace.say(msg('Accept “{0}” in this project', excerpt(word))),
      kind: CodeActionKind.QuickFix,
      diagnostics: answered,
      data: withIntent({ ...scene.origin, kind: 'accept', word }),
    },
  ];
}
