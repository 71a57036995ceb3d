import type { Loss } from '../core/formats/loss.ts';
import type { LossLine } from '../core/formats/lossLines.ts';
import type { ExportSummary } from '../core/formats/report.ts';
import { type Message, msg } from '../core/message.ts';
import type { Exported } from '../service/datasets/exporting.ts';
import type { Workspace } from '../service/workspace.ts';
import type { ExportView } from './protocol/datasets.ts';
import { ReportText } from './reportText.ts';

/** What there is to tell of an export, once for the message and once as a document. `folder`: where it was written. */
export function exportView(
  workspace: Workspace,
  { pass }: Exported,
  summary: ExportSummary,
  folder?: string,
): ExportView {
  const say = (message: Message) => workspace.say(message);
  const { losses, splits, format } = summary;
  const sum = (key: 'kept' | 'changed' | 'dropped') =>
    losses.outcomes.reduce((total, o) => total + (o.kind === 'article' ? 0 : o[key]), 0);
  const [kept, changed, dropped] = [sum('kept'), sum('changed'), sum('dropped')];
  const articles = splits.reduce((total, s) => total + s.articles, 0);
  const counts = [articles, kept, changed, dropped] as const;
  const sentence = say(
    folder === undefined
      ? msg('Articles: {0}. Annotations kept: {1}, changed: {2}, left out: {3}.', ...counts)
      : msg('Exported. Articles: {0}. Annotations kept: {1}, changed: {2}, left out: {3}.', ...counts),
  );
  const report = new ReportText().heading(format.title).line(sentence);
  if (folder !== undefined) report.line(decodeURI(folder));
  report.heading(say(msg('What became of them'))).table(outcomeRows(say, summary));
  section(report, say(msg('Articles in each part')), splitLines(summary));
  section(report, say(msg('What the format cannot hold')), reasonLines(say, summary));
  section(report, say(msg('The first of them')), exampleLines(pass.examples));
  if (pass.examples.length > 0 && folder !== undefined)
    report.line(say(msg('The file losses.jsonl in the folder of the dataset lists all.')));
  section(report, say(msg('Not in it')), leftOutLines(say, summary));
  return { sentence, report: report.toString(), losses: changed + dropped };
}

type Say = (message: Message) => string;

const KINDS: Readonly<Record<Loss['kind'], Message>> = {
  article: msg('texts'),
  span: msg('tags'),
  relation: msg('relations'),
  documentLabel: msg('document labels'),
};

function section(report: ReportText, title: string, items: readonly string[]): void {
  if (items.length > 0) report.heading(title).list(items, items.length, String);
}

function outcomeRows(say: Say, { losses }: ExportSummary): string[][] {
  return [
    ['', say(msg('kept')), say(msg('changed')), say(msg('left out'))],
    ...losses.outcomes.map((o) => [say(KINDS[o.kind]), `${o.kept}`, `${o.changed}`, `${o.dropped}`]),
  ];
}

function splitLines({ splits }: ExportSummary): string[] {
  return splits.length < 2 ? [] : splits.map((s) => `${s.name}: ${s.articles}`);
}

function reasonLines(say: Say, { losses }: ExportSummary): string[] {
  return losses.reasons.map(({ kind, changed, dropped, example }) => {
    const counts = say(msg('changed: {0}, left out: {1}', changed, dropped));
    return `${say(KINDS[kind])}: ${counts}. ${say(example)}`;
  });
}

/** Where the first few losses are and what they are about, of their lines in the list of all. */
function exampleLines(examples: readonly string[]): string[] {
  return examples.map((json) => {
    const { article, line, label, quote, reasons }: LossLine = JSON.parse(json);
    const place = line === undefined ? article : `${article}:${line}`;
    const what = [label, quote === undefined ? undefined : `“${quote}”`].filter((w) => w !== undefined);
    return `${place}: ${what.join(' ')}: ${reasons.map((r) => r.text).join(' ')}`.replace(/\s+/g, ' ');
  });
}

/** What is missing by somebody's choice, or because it has no place in a dataset. */
function leftOutLines(say: Say, { leftOut, review }: ExportSummary): string[] {
  const told: readonly (readonly [number, Message])[] = [
    [leftOut.articles.empty, msg('articles without annotations')],
    [leftOut.articles.notDone, msg('articles that are not done')],
    [leftOut.articles.language, msg('articles in other languages')],
    [leftOut.labels, msg('tags with other labels, and relations of those')],
    [leftOut.deleted, msg('annotations that others say are wrong')],
    [
      review.choice === 'drop' ? review.items : 0,
      msg('tags whose place is a guess, as the article has changed'),
    ],
    [leftOut.findingReviews, msg('verdicts on findings')],
    [leftOut.comments, msg('comments')],
  ];
  return told.filter(([n]) => n > 0).map(([n, what]) => `${n} ${say(what)}`);
}
