import type { JudgedFigure } from '../core/agreement/corpus/bootstrap.ts';
import { NO, NOT_GIVEN, type Subject, subjectParts, YES } from '../core/agreement/corpus/comparedArticle.ts';
import { MEASURES } from '../core/agreement/measures.ts';
import { type Message, msg } from '../core/message.ts';
import type { AgreementReport, AnnotatorCount, PlacedDisagreement } from '../service/agreement/report.ts';
import type { Workspace } from '../service/workspace.ts';
import type { AgreementFigure, AgreementPlace, AgreementTopic, AgreementView } from './protocol/agreement.ts';

/** Longest text of a disagreement on the page, in UTF-16 units. */
const LONGEST = 200;

/** A report as a client shows it; `paths`: of articles by their addresses. */
export function agreementView(
  workspace: Workspace,
  report: AgreementReport,
  paths: ReadonlyMap<string, string>,
): AgreementView {
  const say = (message: Message) => workspace.say(message);
  const together = report.together.map((figure) => figureView(figure, say));
  const pairs = report.pairs.flatMap(({ a, b, figures }) =>
    figures.map((figure): AgreementFigure => ({ ...figureView(figure, say), pair: [a, b] })),
  );
  const labels = report.together.flatMap(({ label }) => (label === undefined ? [] : [label]));
  return {
    annotators: report.annotators.map(({ annotator }) => annotator),
    counts: countSentences(report).map(say),
    topics: topicsOf(report, say),
    labels: [...new Set(labels)],
    figures: [...together, ...pairs],
    disagreements: report.disagreements.map((disagreement) => placeView(workspace, disagreement, paths)),
    disagreementCount: report.disagreementCount,
  };
}

function figureView(
  { subject, label, measure, measured, interval, raw, n }: JudgedFigure,
  say: (message: Message) => string,
): AgreementFigure {
  return {
    topic: topicKey(subject, measure),
    ...(label === undefined ? {} : { label }),
    ...('value' in measured ? { value: measured.value } : { why: say(measured.undefined) }),
    ...(interval ?? {}),
    ...(raw === undefined ? {} : { raw }),
    n,
  };
}

function topicKey(subject: Subject, measure: string): string {
  return `${measure} ${subject}`;
}

function topicsOf({ together }: AgreementReport, say: (message: Message) => string): AgreementTopic[] {
  const topics = new Map<string, AgreementTopic>();
  for (const { subject, measure, label } of together) {
    const key = topicKey(subject, measure);
    const found = MEASURES.find(({ name }) => name === measure);
    const byLabel = label !== undefined || topics.get(key)?.byLabel === true;
    topics.set(key, {
      key,
      subject: say(subjectTitle(subject)),
      measure: found ? say(found.title) : measure,
      byLabel,
    });
  }
  return [...topics.values()];
}

function subjectTitle(subject: Subject): Message {
  const { kind, name = '' } = subjectParts(subject);
  switch (kind) {
    case 'spans':
      return msg('Spans');
    case 'labels':
      return msg('Labels of spans with the same boundaries');
    case 'document':
      return msg('Document label {0}', name);
    case 'sentence':
      return msg('Sentences that are {0}', name);
  }
}

function countSentences({ articles, annotators, skipped }: AgreementReport): Message[] {
  return [
    msg(
      'Articles: {0}; compared: {1}; not done by two people: {2}.',
      articles.all,
      articles.compared,
      articles.notDone,
    ),
    ...(skipped.length > 0
      ? [msg('Left out, since a file of them cannot be read: {0}.', skipped.length)]
      : []),
    ...annotators.flatMap(annotatorSentences),
  ];
}

function annotatorSentences({ annotator, begun, done, changed, review, lost }: AnnotatorCount): Message[] {
  return [
    msg('{0}: begun {1}, done {2}.', annotator, begun, done),
    ...(changed > 0 ? [msg('{0}: {1} articles have changed since they were done.', annotator, changed)] : []),
    ...(review + lost > 0
      ? [msg('{0}: {1} spans are left out, since their place is not certain.', annotator, review + lost)]
      : []),
  ];
}

function placeView(
  workspace: Workspace,
  disagreement: PlacedDisagreement,
  paths: ReadonlyMap<string, string>,
): AgreementPlace {
  const { uri, range, line, text, a, b } = disagreement;
  return {
    uri,
    path: paths.get(uri) ?? uri,
    range,
    line,
    kind: workspace.say(kindTitle(disagreement)),
    text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
    pair: [a, b],
    says: saidBy(workspace, disagreement),
  };
}

function kindTitle({ kind, a, b, subject }: PlacedDisagreement): Message {
  switch (kind) {
    case 'onlyA':
      return msg('Only {0}', a);
    case 'onlyB':
      return msg('Only {0}', b);
    case 'label':
      return msg('Other label');
    case 'boundary':
      return msg('Other boundaries');
    case 'labelAndBoundary':
      return msg('Other label and boundaries');
    case 'value':
      return subjectTitle(subject);
  }
}

/** What both say, as the page shows it: a label, a value, yes or no; of boundaries the label alone tells little. */
function saidBy(
  workspace: Workspace,
  { ofA, ofB, valueA, valueB, kind, start, text }: PlacedDisagreement,
): [string, string] {
  const one = (span: typeof ofA, value: string | undefined) => {
    if (!span) return valueTitle(workspace, value);
    const moved = kind === 'boundary' || kind === 'labelAndBoundary';
    return moved
      ? `${span.label} “${[...text].slice(span.start - start, span.end - start).join('')}”`
      : span.label;
  };
  return [one(ofA, valueA), one(ofB, valueB)];
}

function valueTitle(workspace: Workspace, value: string | undefined): string {
  if (value === undefined || value === NOT_GIVEN) return '';
  if (value === YES) return workspace.say(msg('yes'));
  if (value === NO) return workspace.say(msg('no'));
  return value;
}
