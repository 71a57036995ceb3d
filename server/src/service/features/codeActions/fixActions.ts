import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../../../core/checks/finding.ts';
import { certainFix } from '../../../core/checks/fixAll.ts';
import { msg } from '../../../core/message.ts';
import { articleEdit } from '../../annotating/articleEdit.ts';
import { withIntent } from '../../annotating/intent.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, answeredBy } from './scene.ts';

/** Kind of the action that carries out every certain repair of an article; clients must name it to get it. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.pressmark`;

/** The repairs that the rules offer for the findings at the cursor, each finding's likeliest first. */
export function fixActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return scene.findings.flatMap((finding) =>
    finding.fixes.map((fix, i) => ({
      title: workspace.say(fix.title),
      kind: CodeActionKind.QuickFix,
      diagnostics: answeredBy(finding, diagnostics),
      ...(i === 0 ? { isPreferred: true } : {}),
      edit: articleEdit(workspace, scene.article, fix.edits),
    })),
  );
}

/** *Fix all of this kind*, and *fix all*, where one of them is at the cursor and it is not the only one. */
export function fixManyActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const here = scene.findings.filter((finding) => certainFix(finding) !== undefined);
  if (here.length === 0) return [];
  const certain = scene.reported.filter((finding) => certainFix(finding) !== undefined);
  const actions: CodeAction[] = [];
  for (const finding of firstOfEachRule(here)) {
    const { rule } = finding;
    const same = certain.filter((f) => f.rule === rule).length;
    if (same < 2) continue;
    actions.push({
      title: workspace.say(msg('Fix all {0} of this kind in this article ({1})', same, rule)),
      kind: CodeActionKind.QuickFix,
      diagnostics: answeredBy(finding, diagnostics),
      data: withIntent({ ...scene.origin, kind: 'fixAll', rule }),
    });
  }
  if (certain.some((f) => f.rule !== certain[0]?.rule)) {
    actions.push({
      title: workspace.say(msg('Fix all {0} certain findings in this article', certain.length)),
      kind: CodeActionKind.QuickFix,
      data: withIntent({ ...scene.origin, kind: 'fixAll' }),
    });
  }
  return actions;
}

/** The source action of the whole article. */
export function fixAllAction(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const certain = scene.reported.filter((finding) => certainFix(finding) !== undefined);
  if (certain.length === 0) return [];
  return [
    {
      title: workspace.say(msg('Fix all {0} certain findings in this article', certain.length)),
      kind: FIX_ALL_KIND,
      data: withIntent({ ...scene.origin, kind: 'fixAll' }),
    },
  ];
}

function firstOfEachRule(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, i) => findings.findIndex((f) => f.rule === finding.rule) === i);
}
