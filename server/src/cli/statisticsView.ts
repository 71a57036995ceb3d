import type { Share } from '../core/statistics/wilson.ts';
import type { EntityCounts } from '../service/entityStatistics.ts';
import type { PersonStatistics } from '../service/peopleStatistics.ts';
import type { RuleStatistics } from '../service/statistics.ts';
import { count } from './counted.ts';
import type { Io } from './io.ts';
import type { ShownStatistics } from './reporters/stats/tables.ts';

/** Statistics of a corpus for people. */
export function prettyStatistics(io: Io, result: ShownStatistics): string {
  const { articles, annotated, characters, words, languages, labels, entities, rules, people } = result;
  const { total, least, median, most } = characters;
  const lines = [
    `${count(articles, 'article')}, ${annotated} with annotations`,
    `${number(total)} characters, ${number(words)} words; an article has ${number(least)} to ${number(most)} characters, half of them ${number(median)} or more`,
  ];
  if (languages.length > 0)
    lines.push(`Languages: ${languages.map((l) => `${l.language} ${l.articles}`).join(', ')}`);
  if (labels.length > 0)
    lines.push(
      `Labels: ${labels.map((l) => `${l.label} ${l.annotations} in ${count(l.articles, 'article')}`).join(', ')}`,
    );
  if (entities.length > 0) lines.push(`Entities: ${namedEntities(entities)}`);
  if (people.length > 0) lines.push('', ...peopleTable(io, people));
  if (rules.length > 0) lines.push('', ...ruleTable(io, rules));
  return `${lines.join('\n')}\n`;
}

/** Whoever reads a line has no use for more; the other formats have all. */
const MOST_NAMED = 8;

function namedEntities(entities: readonly EntityCounts[]): string {
  const named = entities.slice(0, MOST_NAMED).map((e) => `${e.name} ${e.mentions}`);
  const more = entities.length - named.length;
  return `${named.join(', ')}${more > 0 ? `, and ${number(more)} more` : ''}`;
}

const HEAD = ['rule', 'findings', 'open', 'confirmed', 'dismissed', 'disputed', 'precision (95 %)'];

function ruleTable(io: Io, rules: readonly RuleStatistics[]): string[] {
  const rows = rules.map((r) => [
    r.rule,
    number(r.findings),
    number(r.open),
    withPast(r.confirmed, r.past.confirmed),
    withPast(r.dismissed, r.past.dismissed),
    number(r.disputed),
    r.precision ? shown(r.precision) : '–',
  ]);
  const table = aligned(io, HEAD, rows, [0, HEAD.length - 1]);
  return rules.some((r) => r.past.confirmed + r.past.dismissed > 0)
    ? [...table, '', '+: on words that were corrected or deleted since']
    : table;
}

const PEOPLE_HEAD = ['annotator', 'assigned', 'open', 'done', 'reviewed', 'spans'];

function peopleTable(io: Io, people: readonly PersonStatistics[]): string[] {
  const rows = people.map((p) => [
    p.annotator,
    number(p.assigned),
    number(p.open),
    number(p.done),
    number(p.reviewed),
    number(p.spans),
  ]);
  const changed = people.reduce((sum, p) => sum + p.changed, 0);
  const table = aligned(io, PEOPLE_HEAD, rows, [0]);
  if (changed === 0) return table;
  return [...table, '', `Changed since somebody was done with them: ${count(changed, 'article')}`];
}

/** Rows under a head; the columns in `left` begin, and the others end, under each other. */
function aligned(
  io: Io,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[],
): string[] {
  const widths = head.map((title, i) =>
    [title, ...rows.map((row) => row[i] ?? '')].reduce((most, cell) => Math.max(most, cell.length), 0),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (left.includes(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [io.paint('bold', line(head)), ...rows.map(line)];
}

function withPast(now: number, past: number): string {
  return past > 0 ? `${number(now)} + ${number(past)}` : number(now);
}

function shown({ value, low, high, n }: Share): string {
  return `${percent(value)} % (${percent(low)}–${percent(high)} %), n = ${n}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}

function number(n: number): string {
  return n.toLocaleString('en');
}
