import { URI } from 'vscode-uri';
import type { CardFacts } from '../core/datasets/card/facts.ts';
import { missingMetadata } from '../core/datasets/croissant.ts';
import type { Loss } from '../core/formats/loss.ts';
import type { LossLine } from '../core/formats/lossLines.ts';
import type { ExportSummary } from '../core/formats/report.ts';
import { type Message, msg } from '../core/message.ts';
import type { Exported } from '../service/datasets/exporting.ts';
import type { ExportRequest } from '../service/datasets/exportRequest.ts';
import type { Workspace } from '../service/workspace.ts';
import type { ExportView } from './protocol/datasets.ts';
import { type LinkedText, placedText, ReportText } from './reportText.ts';

/** What is known of an export beyond what the pass over the corpus gave. */
export interface ExportDone {
  readonly summary: ExportSummary;
  /** Where it was written; absent: nowhere. */
  readonly folder?: string;
  readonly facts?: CardFacts;
}

/** What there is to tell of an export, once for the message and once as a document. */
export function exportView(
  workspace: Workspace,
  { pass }: Exported,
  request: Pick<ExportRequest, 'articles'>,
  { summary, folder, facts }: ExportDone,
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
  if (folder !== undefined) report.line(shownFolder(folder));
  report.heading(say(msg('What became of them'))).table(outcomeRows(say, summary));
  section(report, say(msg('Articles in each part')), splitLines(summary));
  section(report, say(msg('What the format cannot hold')), reasonLines(say, summary));
  const uris = new Map(request.articles.map(({ path, uri }) => [path, uri]));
  section(report, say(msg('The first of them')), exampleLines(pass.examples, uris));
  if (pass.examples.length > 0 && folder !== undefined)
    report.line(say(msg('The file losses.jsonl in the folder of the dataset lists all.')));
  section(report, say(msg('Not in it')), leftOutLines(say, summary));
  if (facts) aboutDataset(workspace, report, facts);
  return { sentence, report: report.view, losses: changed + dropped };
}

/** A folder as people name it. */
export function shownFolder(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : parsed.toString(true);
}

/** What the parts of a dataset have in common, and what its metadata lack. */
export function aboutDataset(workspace: Workspace, report: ReportText, facts: CardFacts): void {
  const say = (message: Message) => workspace.say(message);
  const names = facts.split?.parts.map(({ name }) => name) ?? [];
  const { leaks } = facts;
  if (leaks)
    section(report, say(msg('What the parts have in common')), [
      say(msg('Nearly the same articles in several parts: {0}', leaks.nearDuplicates.length)),
      ...leaks.parts.map((part) =>
        say(
          msg(
            '{0}: {1} of {2} sentences stand in {3}, too.',
            names[part.part] ?? '',
            part.sharedSentences,
            part.sentences,
            names[0] ?? '',
          ),
        ),
      ),
    ]);
  const missing = missingMetadata(facts);
  if (missing) section(report, say(msg('What the dataset card lacks')), [say(missing)]);
}

type Say = (message: Message) => string;

const KINDS: Readonly<Record<Loss['kind'], Message>> = {
  article: msg('texts'),
  span: msg('tags'),
  relation: msg('relations'),
  documentLabel: msg('document labels'),
};

function section(report: ReportText, title: string, items: readonly (string | LinkedText)[]): void {
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
function exampleLines(examples: readonly string[], uris: ReadonlyMap<string, string>): LinkedText[] {
  return examples.map((json) => {
    const { article, line, label, quote, reasons }: LossLine = JSON.parse(json);
    const uri = uris.get(article);
    const shown = line === undefined ? article : `${article}:${line}`;
    const what = [label, quote === undefined ? undefined : `“${quote}”`].filter((w) => w !== undefined);
    const place = { shown, ...(uri === undefined ? {} : { uri }), ...(line === undefined ? {} : { line }) };
    return placedText([place], `${what.join(' ')}: ${reasons.map((r) => r.text).join(' ')}`);
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
    [leftOut.refusals, msg('refused suggestions')],
    [leftOut.comments, msg('comments')],
  ];
  return told.filter(([n]) => n > 0).map(([n, what]) => `${n} ${say(what)}`);
}
