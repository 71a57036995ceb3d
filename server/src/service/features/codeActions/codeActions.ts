import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { overlaps } from '../../../core/text/range.ts';
import { toTextRange } from '../../convert.ts';
import { fileKind } from '../../fileKinds.ts';
import type { Cancellation } from '../../ports.ts';
import type { Workspace } from '../../workspace.ts';
import { findingActions } from './findingActions.ts';
import { manageActions } from './manageActions.ts';
import type { ActionScene } from './scene.ts';
import { ANNOTATE_KIND, tagActions } from './tagActions.ts';

/** The kinds that we offer, for the server's capabilities. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, ANNOTATE_KIND];

/** What a client asks for. */
export interface CodeActionQuery {
  readonly uri: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Only actions of these kinds; absent: all. */
  readonly only?: readonly string[];
}

/** The actions at a selection or cursor. Those that write a sidecar carry an intent and are resolved when chosen. */
export async function codeActions(
  workspace: Workspace,
  query: CodeActionQuery,
  cancel: Cancellation,
): Promise<CodeAction[]> {
  const fixes = wants(query, CodeActionKind.QuickFix);
  const tags = wants(query, ANNOTATE_KIND);
  if (!fixes && !tags) return [];
  if ((await fileKind(workspace, query.uri)) !== 'article') return [];
  const scene = await actionScene(workspace, query, cancel);
  if (!scene) return [];
  return [
    ...(fixes ? findingActions(workspace, scene, query.diagnostics) : []),
    ...(tags ? manageActions(workspace, scene) : []),
    ...(tags ? tagActions(workspace, scene) : []),
  ];
}

/** A client that asks for `refactor` wants `refactor.annotate` too. */
function wants({ only }: CodeActionQuery, kind: string): boolean {
  return only === undefined || only.some((o) => o === '' || kind === o || kind.startsWith(`${o}.`));
}

async function actionScene(
  workspace: Workspace,
  { uri, range }: CodeActionQuery,
  cancel: Cancellation,
): Promise<ActionScene | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const at = toTextRange(article.document, range);
  const [findings, mentions, { gazetteer }, { placed, verdicts }, own] = await Promise.all([
    article.findings(cancel),
    article.mentions(cancel),
    article.project.entities(),
    workspace.annotations(article),
    workspace.sidecars.own(uri, article.project),
  ]);
  const touched = findings.filter((f) => overlaps(f, at) || (f.start <= at.start && at.end <= f.end));
  return {
    article,
    at,
    placed,
    mentions,
    gazetteer,
    findings: verdicts.shown(touched),
    ownSidecar: 'layer' in own ? own.layer.uri : undefined,
    origin: { uri, version: article.version },
  };
}
