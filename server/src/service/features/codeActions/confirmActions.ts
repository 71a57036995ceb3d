import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { CATALOGUE } from '../../../core/checks/catalogue.ts';
import type { Finding } from '../../../core/checks/finding.ts';
import type { RuleGroup } from '../../../core/checks/rule.ts';
import { msg } from '../../../core/message.ts';
import type { TextRange } from '../../../core/text/range.ts';
import { withIntent } from '../../annotating/intent.ts';
import { sentencesOver } from '../../annotating/target.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, answeredBy, excerpt, isTagged } from './scene.ts';

const GROUPS: ReadonlyMap<string, RuleGroup> = new Map(CATALOGUE.map((rule) => [rule.code, rule.group]));

/** A label that a confirmation gives to sentences. */
export interface ConfirmedTag {
  readonly label: string;
  readonly sentences: readonly TextRange[];
}

/** *Confirm* for each finding at the cursor that this person has not confirmed yet. */
export function confirmActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return scene.findings.flatMap((finding) => {
    const own = scene.verdicts.on(finding).verdicts.find((v) => v.layer.uri === scene.ownSidecar);
    if (own?.verdict === 'confirmed') return [];
    const { rule, start, end } = finding;
    const tag = confirmedTag(scene, finding);
    return [
      {
        title: workspace.say(title(scene, finding, tag)),
        kind: CodeActionKind.QuickFix,
        diagnostics: answeredBy(finding, diagnostics),
        data: withIntent({
          ...scene.origin,
          kind: 'review',
          rule,
          verdict: 'confirmed',
          start,
          end,
          ...(tag ? { tag } : {}),
        }),
      },
    ];
  });
}

/**
 * The label of sentences that has the name of the finding's group, for those of its sentences that this person has
 * not given it;
 * undefined where the project has no such label, as for what a web page left in the text.
 */
export function confirmedTag(scene: ActionScene, { rule, ...range }: Finding): ConfirmedTag | undefined {
  const name = GROUPS.get(rule)?.toUpperCase();
  const { labels } = scene.article.project.project;
  const label = labels.find((l) => l.sentence && l.name.toUpperCase() === name)?.name;
  if (label === undefined) return undefined;
  const sentences = sentencesOver(scene.article, range).filter((s) => !isTagged(scene, s, label));
  return sentences.length > 0 ? { label, sentences } : undefined;
}

function title({ article }: ActionScene, { rule, start, end }: Finding, tag: ConfirmedTag | undefined) {
  if (!tag) return msg('Confirm ({0}): {1}', rule, excerpt(article.text.slice(start, end)));
  return tag.sentences.length === 1
    ? msg('Confirm: tag sentence {0} ({1})', tag.label, rule)
    : msg('Confirm: tag {0} sentences {1} ({2})', tag.sentences.length, tag.label, rule);
}
