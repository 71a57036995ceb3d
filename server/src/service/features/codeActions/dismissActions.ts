import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { CATALOGUE } from '../../../core/checks/catalogue.ts';
import type { Finding } from '../../../core/checks/finding.ts';
import { type Message, msg } from '../../../core/message.ts';
import { type Intent, withIntent } from '../../annotating/intent.ts';
import type { GivenVerdict } from '../../verdicts.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, answeredBy, excerpt } from './scene.ts';

const HEEDING: ReadonlySet<string> = new Set(CATALOGUE.filter((r) => r.heedsDictionary).map((r) => r.code));

/** *Dismiss here* for each finding at the cursor. */
export function dismissHereActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return scene.findings.map((finding) => {
    const { start, end, rule } = finding;
    return action(
      workspace,
      finding,
      diagnostics,
      msg('Dismiss here ({0}): {1}', rule, excerpt(textOf(scene, finding))),
      { ...scene.origin, kind: 'review', rule, verdict: 'dismissed', start, end },
    );
  });
}

/**
 * Wider dismissals for each rule at the cursor, the narrowest first: every such word of the article, the whole article,
 * the word in the project, the rule in the project.
 */
export function dismissMoreActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { origin } = scene;
  return scene.findings.flatMap((finding, i) => {
    const { rule } = finding;
    const word = textOf(scene, finding);
    const actions: CodeAction[] = [];
    const offer = (title: Message, intent: Intent) =>
      actions.push(action(workspace, finding, diagnostics, title, intent));
    const same = scene.reported.filter((f) => f.rule === rule);
    if (word !== '' && same.filter((f) => textOf(scene, f) === word).length > 1) {
      const title = msg('Dismiss every “{0}” in this article ({1})', excerpt(word), rule);
      offer(title, { ...origin, kind: 'dismissAll', rule, word });
    }
    if (HEEDING.has(rule) && word !== '' && !/\s/.test(word)) {
      offer(msg('Accept “{0}” in this project', excerpt(word)), { ...origin, kind: 'accept', word });
    }
    if (scene.findings.findIndex((f) => f.rule === rule) === i) {
      const title = msg('Dismiss {0} in this whole article (findings: {1})', rule, same.length);
      offer(title, { ...origin, kind: 'dismissAll', rule });
      offer(msg('Turn {0} off in this project', rule), { ...origin, kind: 'ruleOff', rule });
    }
    return actions;
  });
}

/** *Report again* for what this person has dismissed at the cursor. */
export function reportAgainActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const offered = new Set<string>();
  return scene.dismissed.flatMap((finding) =>
    scene.verdicts
      .on(finding)
      .verdicts.filter((v) => v.layer.uri === scene.ownSidecar && !offered.has(v.id))
      .map((verdict) => {
        offered.add(verdict.id);
        const { id, layer } = verdict;
        const title = again(verdict, textOf(scene, finding));
        return action(workspace, finding, [], title, {
          ...scene.origin,
          kind: 'withdraw',
          sidecar: layer.uri,
          id,
        });
      }),
  );
}

function again({ rule, range, word }: GivenVerdict, text: string): Message {
  if (range) return msg('Report this again ({0}): {1}', rule, excerpt(text));
  return word === undefined
    ? msg('Report {0} in this article again', rule)
    : msg('Report “{0}” in this article again ({1})', excerpt(word), rule);
}

function action(
  workspace: Workspace,
  finding: Finding,
  diagnostics: readonly Diagnostic[],
  title: Message,
  intent: Intent,
): CodeAction {
  return {
    title: workspace.say(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: answeredBy(finding, diagnostics),
    data: withIntent(intent),
  };
}

function textOf({ article }: ActionScene, { start, end }: Finding): string {
  return article.text.slice(start, end);
}
