import { MEASURE_NAMES } from '../core/agreement/measures.ts';
import { type Message, msg } from '../core/message.ts';
import { AgreementPass } from '../service/agreement/agreement.ts';
import { comparedPeople } from '../service/agreement/people.ts';
import { type Cancellation, Cancelled } from '../service/ports.ts';
import { agreementView } from './agreementView.ts';
import { guarded } from './guard.ts';
import {
  type AgreementParams,
  type AgreementRefusal,
  AgreementRequest,
  type AgreementView,
} from './protocol/agreement.ts';
import type { Session } from './session.ts';

/** A page with more rows than this helps nobody; the command line lists all. */
const MOST_LISTED = 2000;

/** γ takes minutes where the rest takes seconds: the command line has it. */
const MEASURES = new Set(MEASURE_NAMES.filter((name) => name !== 'gamma'));

/** Answers how well annotators agree, with progress. */
export function answerAgreement(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest<AgreementView | AgreementRefusal, void>(
    AgreementRequest,
    guarded(workspace.host, 'agreement', failed(session), (params: AgreementParams, token: Cancellation) =>
      agreement(session, params, token),
    ),
  );
}

function failed({ workspace }: Session): AgreementView | AgreementRefusal {
  const refused = workspace.say(msg('That did not work; the log of Pressmark has the details.'));
  return { refused, blind: false };
}

async function agreement(
  { connection, workspace }: Session,
  { all, aware, workDoneToken }: AgreementParams,
  token: Cancellation,
): Promise<AgreementView | AgreementRefusal> {
  const refuse = (message: Message, blind = false) => ({ refused: workspace.say(message), blind });
  const projects = await workspace.projects.all();
  const people = comparedPeople(projects, undefined);
  if ('refused' in people) return refuse(people.refused);
  if (!aware && projects.some((project) => workspace.people.isBlind(project)))
    return refuse(
      msg(
        'People annotate blind here: they are not to see what others have tagged. Agreement shows the others’ work.',
      ),
      true,
    );
  const progress =
    workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  progress?.begin(workspace.say(msg('Comparing what people have tagged')), 0, undefined, true);
  try {
    const articles = await workspace.corpus.articles();
    const pass = new AgreementPass(workspace, people.annotators, {
      articles: articles.map(({ uri }) => uri),
      measures: MEASURES,
      unfinished: all === true,
      disagreements: MOST_LISTED,
    });
    const report = await pass.run(token, (done, of) =>
      progress?.report(Math.floor((100 * done) / of), `${done} / ${of}`),
    );
    if (token.isCancellationRequested) throw new Cancelled();
    return agreementView(workspace, report, new Map(articles.map(({ uri, path }) => [uri, path])));
  } finally {
    progress?.done();
  }
}
