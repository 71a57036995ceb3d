import type { ExportSummary } from '../../core/formats/report.ts';
import { formatMessage, msg } from '../../core/message.ts';
import type { Exported } from '../../service/datasets/exporting.ts';
import { plainSummary } from '../../service/datasets/summaryJson.ts';
import { count } from '../counted.ts';
import type { Io } from '../io.ts';

/** What an export gave, or would give. */
export interface Report extends Exported {
  readonly outcome: 'written' | 'lossy' | 'unreadable';
  readonly summary: ExportSummary;
  /** As it was asked for; absent where nothing is written into one. */
  readonly folder?: string;
  readonly dryRun: boolean;
}

/** Losses that are shown one by one, where no list of all is written. */
const SHOWN = 5;

/** Shows what was kept and lost: as the result, or, where that is the dataset itself, as a message. */
export async function showReport(
  io: Io,
  report: Report,
  format: 'pretty' | 'json',
  onto: 'result' | 'message',
): Promise<void> {
  const text =
    format === 'json' ? `${JSON.stringify(plainSummary(report.summary), undefined, 1)}\n` : pretty(report);
  if (onto === 'message') io.tell(text.trimEnd());
  else if (format === 'json') await io.out(text);
  else await io.show(text);
  if (report.outcome === 'unreadable')
    io.tell(
      formatMessage(
        msg(
          'Nothing was written, since not everything could be read. --keep-going leaves out such articles.',
        ),
      ),
    );
  else if (report.outcome === 'lossy')
    io.tell(formatMessage(msg('Nothing was written, since something would be lost (--strict).')));
}

function pretty(report: Report): string {
  const { summary, folder, outcome, pass } = report;
  const { format, splits, losses } = summary;
  const articles = splits.reduce((sum, s) => sum + s.articles, 0);
  const title = `${count(articles, 'article')} in ${format.title}${folder === undefined ? '' : `, ${folder}`}`;
  const isListed = outcome === 'written' && folder !== undefined;
  return [
    title,
    ...(splits.length > 1 ? splits.map((s) => `  ${s.name}: ${count(s.articles, 'article')}`) : []),
    '',
    ...table([
      ['', 'kept', 'changed', 'dropped'],
      ...losses.outcomes.map((o) => [NAMES[o.kind], `${o.kept}`, `${o.changed}`, `${o.dropped}`]),
    ]),
    ...losses.reasons.map(({ kind, reason, changed, dropped, example }) => {
      const what = [dropped > 0 ? `${dropped} dropped` : '', changed > 0 ? `${changed} changed` : ''];
      return `  ${NAMES[kind]}, ${reason}: ${what.filter(Boolean).join(', ')}. ${formatMessage(example)}`;
    }),
    ...leftOutLines(summary),
    ...(isListed && pass.counts.isLossy ? [`Each of them: ${folder}/losses.jsonl`] : []),
    ...(isListed ? [] : pass.examples.slice(0, SHOWN).map((line) => `  ${line.trimEnd()}`)),
    '',
  ].join('\n');
}

const NAMES = {
  article: 'texts',
  span: 'tags',
  relation: 'relations',
  documentLabel: 'document labels',
} as const;

/** What somebody chose to leave out, or what has no place in a dataset. */
function leftOutLines({ leftOut, review }: ExportSummary): string[] {
  const told: readonly (readonly [number, string])[] = [
    [leftOut.articles.empty, 'articles without annotations'],
    [leftOut.articles.notDone, 'articles that are not done'],
    [leftOut.articles.language, 'articles in other languages'],
    [leftOut.labels, 'tags with other labels, and relations of those'],
    [leftOut.deleted, 'annotations that others say are wrong'],
    [leftOut.findingReviews, 'reviews of findings: not part of this export'],
    [leftOut.refusals, 'refused suggestions: not part of this export'],
    [leftOut.comments, 'comments: not part of this export'],
    [leftOut.unknownLines, 'lines that this version does not understand: run pressmark validate'],
    [leftOut.unknownKeys, 'annotations with keys that this version does not know'],
  ];
  const lines = told.filter(([n]) => n > 0).map(([n, what]) => `  ${n} ${what}`);
  if (review.items > 0)
    lines.push(
      review.choice === 'keep'
        ? `  ${review.items} tags whose place is a guess are in it (--review drop leaves them out)`
        : `  ${review.items} tags whose place is a guess are not in it (--review keep takes them in)`,
    );
  return lines.length === 0 ? [] : ['Not in it, or worth knowing:', ...lines];
}

/** Rows with their columns one below the other, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 2)))
      .join('')
      .trimEnd(),
  );
}
