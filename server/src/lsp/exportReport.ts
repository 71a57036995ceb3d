import type { Loss } from '../core/formats/loss.ts';
import type { ExportSummary } from '../core/formats/report.ts';
import { type Message, msg } from '../core/message.ts';
import type { Exported } from '../service/datasets/exporting.ts';
import { escapeMarkdown } from '../service/markup.ts';
import type { Workspace } from '../service/workspace.ts';
import type { ExportView } from './protocol/datasets.ts';

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
      ? msg('{0} articles: {1} annotations kept as they are, {2} changed, {3} left out.', ...counts)
      : msg('Exported {0} articles: {1} annotations as they are, {2} changed, {3} left out.', ...counts),
  );
  const lines = [
    `# ${escapeMarkdown(format.title)}`,
    '',
    sentence,
    ...(folder === undefined ? [] : ['', `\`${folder.replaceAll('`', '')}\``]),
    '',
    ...outcomeTable(say, summary),
    ...splitLines(say, summary),
    ...reasonLines(say, summary),
    ...exampleLines(say, pass.examples),
    ...leftOutLines(say, summary),
  ];
  return { sentence, report: `${lines.join('\n').trimEnd()}\n`, losses: changed + dropped };
}

type Say = (message: Message) => string;

const KINDS: Readonly<Record<Loss['kind'], Message>> = {
  article: msg('texts'),
  span: msg('tags'),
  relation: msg('relations'),
  documentLabel: msg('document labels'),
};

function outcomeTable(say: Say, { losses }: ExportSummary): string[] {
  const head = ['', say(msg('kept')), say(msg('changed')), say(msg('left out'))];
  return [
    `| ${head.join(' | ')} |`,
    '| --- | ---: | ---: | ---: |',
    ...losses.outcomes.map((o) => `| ${say(KINDS[o.kind])} | ${o.kept} | ${o.changed} | ${o.dropped} |`),
    '',
  ];
}

function splitLines(say: Say, { splits }: ExportSummary): string[] {
  if (splits.length < 2) return [];
  return [
    `## ${say(msg('Parts'))}`,
    '',
    ...splits.map((s) => `- ${escapeMarkdown(s.name)}: ${say(msg('{0} articles', s.articles))}`),
    '',
  ];
}

function reasonLines(say: Say, { losses }: ExportSummary): string[] {
  if (losses.reasons.length === 0) return [];
  return [
    `## ${say(msg('What the format cannot hold'))}`,
    '',
    ...losses.reasons.map(({ kind, changed, dropped, example }) => {
      const counts = say(msg('{0} changed, {1} left out', changed, dropped));
      return `- ${say(KINDS[kind])}: ${counts}. ${escapeMarkdown(say(example))}`;
    }),
    '',
  ];
}

/** The first few of them, line by line as the list beside the dataset has all. */
function exampleLines(say: Say, examples: readonly string[]): string[] {
  if (examples.length === 0) return [];
  return [
    `## ${say(msg('The first of them'))}`,
    '',
    '```json',
    ...examples.map((line) => line.trimEnd().replaceAll('```', '`\u200b``')),
    '```',
    '',
    say(msg('The file losses.jsonl in the folder of the dataset lists all.')),
    '',
  ];
}

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
  const lines = told.filter(([n]) => n > 0).map(([n, what]) => `- ${n} ${say(what)}`);
  return lines.length === 0 ? [] : [`## ${say(msg('Not in it'))}`, '', ...lines, ''];
}
