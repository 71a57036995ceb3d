import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { overlaps } from '../../../core/text/range.ts';
import { toTextRange } from '../../convert.ts';
import { fileKind } from '../../fileKinds.ts';
import type { Cancellation } from '../../ports.ts';
import { suggestionsOf } from '../../suggestions.ts';
import type { Workspace } from '../../workspace.ts';
import { anchorActions, keepMovedActions } from './anchorActions.ts';
import { confirmActions, confirmedTag } from './confirmActions.ts';
import { conflictActions, sidecarActions } from './conflictActions.ts';
import { dismissHereActions, dismissMoreActions, reportAgainActions } from './dismissActions.ts';
import { FIX_ALL_KIND, fixActions, fixAllAction, fixManyActions } from './fixActions.ts';
import { manageActions } from './manageActions.ts';
import { proposalActions, recordActions } from './recordActions.ts';
import type { ActionScene } from './scene.ts';
import { suggestAgainActions, suggestionActions, writeNameActions } from './suggestionActions.ts';
import { ANNOTATE_KIND, ENTITY_KIND, tagActions } from './tagActions.ts';

/** The kinds that we offer, for the server's capabilities. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, ANNOTATE_KIND, ENTITY_KIND, FIX_ALL_KIND];

/** What a client asks for. */
export interface CodeActionQuery {
  readonly uri: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Only actions of these kinds; absent: all. */
  readonly only?: readonly string[];
  /** True where nobody asked by hand: the editor is saving, or looks whether there is anything to offer. */
  readonly automatic?: boolean;
}

/** The actions at a selection or cursor. Those that write a sidecar carry an intent and are resolved when chosen. */
export async function codeActions(
  workspace: Workspace,
  query: CodeActionQuery,
  cancel: Cancellation,
): Promise<CodeAction[]> {
  const fixes = wants(query, CodeActionKind.QuickFix);
  const tags = wants(query, ANNOTATE_KIND);
  const fixAll = wantsFixAll(query);
  const entities = wants(query, ENTITY_KIND);
  if (!fixes && !entities && !fixAll) return [];
  const kind = await fileKind(workspace, query.uri);
  if (fixes && kind === 'sidecar')
    return sidecarActions(workspace, query.uri, query.range, query.diagnostics);
  if (kind !== 'article') return [];
  const scene = await actionScene(workspace, query, cancel);
  if (!scene) return [];
  const confirmed = fixes ? scene.findings.flatMap((f) => confirmedTag(scene, f) ?? []) : [];
  return [
    ...(fixes ? conflictActions(workspace, scene, query.diagnostics) : []),
    ...(fixes ? anchorActions(workspace, scene, query.diagnostics) : []),
    ...(fixes ? findingActions(workspace, scene, query.diagnostics) : []),
    ...(fixes ? writeNameActions(workspace, scene) : []),
    ...(tags ? suggestionActions(workspace, scene) : []),
    ...(tags ? manageActions(workspace, scene) : []),
    ...(tags ? keepMovedActions(workspace, scene) : []),
    ...(tags ? recordActions(workspace, scene) : []),
    ...(tags ? tagActions(workspace, scene, confirmed) : []),
    ...(tags ? suggestAgainActions(workspace, scene) : []),
    ...(tags ? proposalActions(workspace, scene) : []),
    ...(entities ? await changeEntitiesActions(workspace, scene, cancel) : []),
    ...(fixAll ? fixAllAction(workspace, scene) : []),
  ];
}

/** What somebody can do about entities; how their files are changed is loaded when somebody asks first. */
async function changeEntitiesActions(
  workspace: Workspace,
  scene: ActionScene,
  cancel: Cancellation,
): Promise<CodeAction[]> {
  const { entityActions } = await import('./entityActions.ts');
  return entityActions(workspace, scene, cancel);
}

/** What somebody can do with the findings at the cursor: what is done most often first. */
function findingActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return [
    ...fixActions(workspace, scene, diagnostics),
    ...confirmActions(workspace, scene, diagnostics),
    ...dismissHereActions(workspace, scene, diagnostics),
    ...fixManyActions(workspace, scene, diagnostics),
    ...dismissMoreActions(workspace, scene, diagnostics),
    ...reportAgainActions(workspace, scene),
  ];
}

/** A client that asks for `refactor` wants `refactor.annotate` too. */
function wants({ only }: CodeActionQuery, kind: string): boolean {
  return only === undefined || only.some((o) => o === '' || kind === o || kind.startsWith(`${o}.`));
}

/**
 * Only where source actions are asked for: whoever looks at a place does not mean the whole article. And not for an
 * editor that runs the repairs of every tool on saving, unless it names ours: an article is changed by those only who
 * mean to change it.
 */
function wantsFixAll({ only, automatic }: CodeActionQuery): boolean {
  if (only === undefined) return false;
  return only.some((o) => o === FIX_ALL_KIND || (!automatic && o !== '' && FIX_ALL_KIND.startsWith(`${o}.`)));
}

async function actionScene(
  workspace: Workspace,
  { uri, range }: CodeActionQuery,
  cancel: Cancellation,
): Promise<ActionScene | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const at = toTextRange(article.document, range);
  const [findings, suggestions, mentions, { gazetteer }, annotations, own] = await Promise.all([
    article.findings(cancel),
    suggestionsOf(workspace, article, cancel),
    article.mentions(cancel),
    article.project.entities(),
    workspace.annotations(article),
    workspace.sidecars.own(uri, article.project),
  ]);
  const { placed, lost, verdicts, refusals } = annotations;
  const touched = findings.filter((f) => overlaps(f, at) || (f.start <= at.start && at.end <= f.end));
  return {
    article,
    at,
    placed,
    lost,
    mentions,
    gazetteer,
    suggestions,
    refusals,
    verdicts,
    reported: verdicts.shown(findings),
    findings: touched.filter((f) => verdicts.on(f).standing !== 'dismissed'),
    dismissed: touched.filter((f) => verdicts.on(f).standing === 'dismissed'),
    ownSidecar: 'layer' in own ? own.layer.uri : undefined,
    ownName: 'layer' in own ? own.layer.annotator : undefined,
    origin: { uri, version: article.version },
  };
}
