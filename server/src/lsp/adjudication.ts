import { ADJUDICATION_RULES } from '../core/adjudication/rules.ts';
import { msg } from '../core/message.ts';
import { adjudicated, applyRule, type Choice, decide } from '../service/adjudication/adjudicating.ts';
import { countLayers } from '../service/adjudication/layers.ts';
import { articlesToAdjudicate } from '../service/adjudication/openGroups.ts';
import type { CarriedOut } from '../service/annotating/carriedOut.ts';
import { staleArticle } from '../service/annotating/sidecarEdit.ts';
import { articleAtHand } from '../service/articleAtHand.ts';
import { toTextRange } from '../service/convert.ts';
import type { Cancellation } from '../service/ports.ts';
import type { Workspace } from '../service/workspace.ts';
import { adjudicationView } from './adjudicationView.ts';
import { apply } from './applying.ts';
import { guarded } from './guard.ts';
import {
  type AdjudicationListItem,
  type AdjudicationListParams,
  AdjudicationListRequest,
  type AdjudicationParams,
  AdjudicationRequest,
  type AdjudicationView,
  type ApplyRuleParams,
  ApplyRuleRequest,
  type DecideParams,
  DecideRequest,
  LayerCountRequest,
} from './protocol/adjudication.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what the adjudication view asks for, and carries out what is decided there. */
export function answerAdjudication(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const failed: CommandResult = {
    done: false,
    message: workspace.say(msg('That did not work; the log of Pressmark has the details.')),
  };
  connection.onRequest(
    AdjudicationRequest,
    guarded(host, 'adjudication', null, (params: AdjudicationParams) => view(workspace, params)),
  );
  connection.onRequest(
    LayerCountRequest,
    guarded(host, 'layers', 0, async ({ uri }: { uri: string }) =>
      countLayers(workspace, uri, await workspace.projects.of(uri)),
    ),
  );
  connection.onRequest(
    DecideRequest,
    guarded(host, 'decision', failed, async (params: DecideParams) =>
      apply(session, await decided(workspace, params)),
    ),
  );
  connection.onRequest(
    ApplyRuleRequest,
    guarded(host, 'rule', failed, async ({ uri, rule, all }: ApplyRuleParams): Promise<CommandResult> => {
      if (!ADJUDICATION_RULES.includes(rule) || !(await articleAtHand(workspace, uri))) return failed;
      return apply(session, await applyRule(workspace, uri, rule, all === undefined ? {} : { all }));
    }),
  );
  connection.onRequest(
    AdjudicationListRequest,
    guarded(host, 'adjudication list', [], (params: AdjudicationListParams, token: Cancellation) =>
      list(session, params, token),
    ),
  );
}

async function view(
  workspace: Workspace,
  { uri, all, anonymous }: AdjudicationParams,
): Promise<AdjudicationView | null> {
  const article = await articleAtHand(workspace, uri);
  if (!article) return null;
  const compared = await adjudicated(workspace, article, { all: all === true });
  return adjudicationView(workspace, compared, anonymous === true);
}

async function decided(workspace: Workspace, params: DecideParams): Promise<CarriedOut> {
  const { choice, all, ...rest } = params;
  const article = await articleAtHand(workspace, params.uri);
  if (!article || article.version !== params.version) return { refused: staleArticle() };
  const chosen: Choice =
    choice.kind === 'take' ? choice : { ...choice, range: toTextRange(article.document, choice.range) };
  return decide(workspace, { ...rest, all: all === true, choice: chosen });
}

async function list(
  { connection, workspace }: Session,
  { folder, all, workDoneToken }: AdjudicationListParams,
  token: Cancellation,
): Promise<AdjudicationListItem[]> {
  const progress =
    workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  progress?.begin(workspace.say(msg('Comparing what people have tagged')), 0, undefined, true);
  try {
    return await articlesToAdjudicate(workspace, folder, { all: all === true }, token, (done, of) =>
      progress?.report(Math.floor((100 * done) / of), `${done} / ${of}`),
    );
  } finally {
    progress?.done();
  }
}
