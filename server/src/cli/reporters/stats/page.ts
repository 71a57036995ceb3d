import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import type { Cell } from '../../csv.ts';
import { type Bar, bars } from './bars.ts';
import { STYLE } from './style.ts';
import { type ShownStatistics, statisticsTable, type TableName } from './tables.ts';

/** Charts of more bars are no charts; the table below each has everything. */
const MOST_BARS = 30;

/**
 * The statistics as one page of HTML that opens without a network: charts, and under each the table that it was drawn
 * from. Nothing runs in it and nothing is loaded: its own policy forbids both.
 */
export function statisticsPage(result: ShownStatistics): string {
  const { articles, annotated, characters, words } = result;
  const style = createHash('sha256').update(STYLE).digest('base64');
  const sections = [
    languages(result),
    lengths(result),
    labels(result),
    entities(result),
    people(result),
    findings(result),
    precision(result),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pressmark: the corpus in numbers</title>
<style>${STYLE}</style>
</head>
<body>
<h1>The corpus in numbers</h1>
<p>${number(articles)} articles, ${number(annotated)} with annotations; ${number(characters.total)} characters, ${number(words)} words.</p>
<p class="quiet">An article has ${number(characters.least)} to ${number(characters.most)} characters, half of them ${number(characters.median)} or more.</p>
${sections.join('')}</body>
</html>
`;
}

function languages(result: ShownStatistics): string {
  const rows = result.languages.map((l): Bar => simple(l.language, l.articles, 'articles'));
  return section('Languages', 'Articles in each language.', rows, ['articles'], result, 'languages');
}

function lengths(result: ShownStatistics): string {
  const rows = result.characters.bins.map((b): Bar => simple(span(b.from, b.to), b.articles, 'articles'));
  return section(
    'Lengths',
    'Articles by how many characters they have.',
    rows,
    ['articles'],
    result,
    'lengths',
  );
}

function labels(result: ShownStatistics): string {
  const rows = result.labels.map((l): Bar => simple(l.label, l.annotations, 'annotations'));
  const about = 'Annotations with each label, in all layers: what two people tagged counts twice.';
  return section('Labels', about, rows, ['annotations'], result, 'labels');
}

function entities(result: ShownStatistics): string {
  const rows = result.entities.map(
    (e): Bar => ({
      name: e.name,
      parts: [{ value: e.mentions, kind: 'mentions' }],
      figure: `${number(e.mentions)}${e.tagged > 0 ? ` · ${number(e.tagged)} tagged` : ''}`,
    }),
  );
  const about =
    'How often known people, places and organisations are named, and how many annotations are linked to them.';
  return section('Entities', about, rows, ['mentions'], result, 'entities');
}

const PROGRESS = ['done', 'reviewed', 'open'];

function people(result: ShownStatistics): string {
  const rows = result.people.map(
    (p): Bar => ({
      name: p.annotator,
      parts: [
        { value: p.done, kind: 'done' },
        { value: p.reviewed, kind: 'reviewed' },
        { value: p.open, kind: 'open' },
      ],
      figure: `${number(p.done + p.reviewed)} of ${number(p.done + p.reviewed + p.open)}`,
    }),
  );
  return section('Progress', 'Articles of each annotator.', rows, PROGRESS, result, 'people');
}

const STANDINGS = ['open', 'confirmed', 'dismissed', 'disputed'];

function findings(result: ShownStatistics): string {
  const rows = result.rules
    .map(
      (r): Bar => ({
        name: r.rule,
        parts: [
          { value: r.open, kind: 'open' },
          { value: r.confirmed, kind: 'confirmed' },
          { value: r.dismissed, kind: 'dismissed' },
          { value: r.disputed, kind: 'disputed' },
        ],
      }),
    )
    .sort((a, b) => size(b) - size(a));
  return section(
    'Findings',
    'What the rules report, and what people say of it.',
    rows,
    STANDINGS,
    result,
    'rules',
  );
}

function precision({ rules }: ShownStatistics): string {
  const rows = rules.flatMap(({ rule, precision: share }): Bar[] => {
    if (!share) return [];
    const percent = (value: number) => (100 * value).toFixed(0);
    return [
      {
        name: rule,
        parts: [{ value: share.value, kind: 'confirmed' }],
        range: { low: share.low, high: share.high },
        figure: `${percent(share.value)} % of ${share.n}`,
      },
    ];
  });
  const about =
    'Confirmed findings among those that were confirmed or dismissed, with Wilson’s 95 % interval.';
  return rows.length === 0
    ? ''
    : `${head('How right each rule is', about)}${chart('How right each rule is', rows, ['confirmed'], 1)}`;
}

function section(
  title: string,
  about: string,
  rows: readonly Bar[],
  kinds: readonly string[],
  result: ShownStatistics,
  table: TableName,
): string {
  if (rows.length === 0) return '';
  return `${head(title, about)}${chart(title, rows, kinds)}${details(result, table)}`;
}

function head(title: string, about: string): string {
  return `<h2>${title}</h2>\n<p class="quiet">${about}</p>\n`;
}

function chart(title: string, rows: readonly Bar[], kinds: readonly string[], full?: number): string {
  const more = rows.length - MOST_BARS;
  const legend = kinds.map((kind, i) => `<span class="k${i}"></span>${kind}`).join('');
  return `${kinds.length > 1 ? `<p class="legend">${legend}</p>\n` : ''}${bars(title, rows.slice(0, MOST_BARS), kinds, full)}${more > 0 ? `<p class="quiet">and ${number(more)} more, in the table</p>\n` : ''}`;
}

function details(result: ShownStatistics, name: TableName): string {
  const { head: names, rows } = statisticsTable(result, name);
  const cells = (tag: string, row: readonly Cell[]) =>
    row.map((cell) => `<${tag}>${cellText(cell)}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>\n`).join('');
  const titles = names.map((title) => title.replace('_', ' '));
  return `<details><summary>Table</summary>\n<div class="wide"><table>\n<tr>${cells('th', titles)}</tr>\n${body}</table></div>\n</details>\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' ? number(cell) : escapeUTF8(cell);
}

function simple(name: string, value: number, kind: string): Bar {
  return { name, parts: [{ value, kind }] };
}

function size({ parts }: Bar): number {
  return parts.reduce((total, { value }) => total + value, 0);
}

function span(from: number, to: number): string {
  return `${number(from)}–${number(to - 1)}`;
}

function number(n: number): string {
  return n.toLocaleString('en', { maximumFractionDigits: 3 });
}
