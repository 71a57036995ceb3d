import type { JudgedFigure } from '../../core/agreement/corpus/bootstrap.ts';
import { subjectParts } from '../../core/agreement/corpus/comparedArticle.ts';
import { MEASURES, type MeasureName } from '../../core/agreement/measures.ts';
import type { CardAgreement, CardFigure } from '../../core/datasets/card/facts.ts';
import { formatMessage } from '../../core/message.ts';
import { AgreementPass } from '../agreement/agreement.ts';
import { comparedPeople } from '../agreement/people.ts';
import type { PassProgress } from '../corpus.ts';
import type { Cancellation } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { Workspace } from '../workspace.ts';

/** What a card tells of all labels together; of each label it tells F1. */
const MEASURED: readonly MeasureName[] = ['f1', 'overlap', 'uAlpha', 'cuAlpha', 'raw', 'kappa', 'alpha'];

/** How well the projects' annotators agree on these articles (URIs); undefined where there are fewer than two. */
export async function cardAgreement(
  workspace: Workspace,
  projects: readonly LoadedProject[],
  uris: readonly string[],
  cancel: Cancellation,
  progress: PassProgress,
): Promise<CardAgreement | undefined> {
  const people = comparedPeople(projects, undefined);
  if ('refused' in people) return undefined;
  const pass = new AgreementPass(workspace, people.annotators, {
    articles: uris,
    measures: new Set(MEASURED),
    disagreements: 0,
  });
  const { together, articles } = await pass.run(cancel, progress);
  const rows = together.filter(({ label, measure }) => label === undefined || measure === 'f1').map(figureOf);
  return { annotators: people.annotators, articles: articles.compared, rows };
}

function figureOf({ subject, label, measure, measured, interval, raw, n }: JudgedFigure): CardFigure {
  const found = MEASURES.find(({ name }) => name === measure);
  return {
    of: label === undefined ? subjectWords(subject) : `spans, ${label}`,
    measure: found ? formatMessage(found.title) : measure,
    ...('value' in measured
      ? { value: measured.value }
      : { value: undefined, why: formatMessage(measured.undefined) }),
    ...(interval ? { interval } : {}),
    ...(raw === undefined ? {} : { raw }),
    n,
  };
}

function subjectWords(subject: JudgedFigure['subject']): string {
  const { kind, name = '' } = subjectParts(subject);
  switch (kind) {
    case 'spans':
      return 'spans';
    case 'labels':
      return 'labels of spans with the same boundaries';
    case 'document':
      return `document label ${name}`;
    case 'sentence':
      return `sentences that are ${name}`;
  }
}
