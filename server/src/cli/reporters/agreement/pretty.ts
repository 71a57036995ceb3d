import type { AgreeOutput } from '../../contracts/agreement.ts';
import { count } from '../../counted.ts';
import type { Io } from '../../io.ts';
import { type Per, type Table, tablesOf } from './tables.ts';

/** A report for people on a terminal. */
export function prettyAgreement(io: Io, output: AgreeOutput, per: Per | undefined): string {
  const lines = countLines(output);
  for (const table of tablesOf(output, per))
    lines.push('', io.paint('bold', table.title), ...laidOut(io, table));
  return `${lines.join('\n')}\n`;
}

/** How much was compared and what was left out, in words. */
export function countLines({ articles, annotators, disagreementCount, unproved }: AgreeOutput): string[] {
  const { all, compared, notDone, skipped } = articles;
  const lines = [
    `${count(all, 'article')}: ${compared} compared, ${notDone} not done by two people${skipped > 0 ? `, ${skipped} not readable` : ''}; ${count(disagreementCount, 'disagreement')}`,
  ];
  for (const { annotator, begun, done, compared: own, changed, review, lost } of annotators) {
    const left = [
      ...(changed > 0 ? [`${changed} changed since`] : []),
      ...(review > 0 ? [`${count(review, 'span')} left out whose place is uncertain`] : []),
      ...(lost > 0 ? [`${count(lost, 'span')} left out whose words are gone`] : []),
    ];
    lines.push(
      `${annotator}: ${begun} begun, ${done} done, ${own} compared${left.map((l) => `; ${l}`).join('')}`,
    );
  }
  if (unproved > 0)
    lines.push(`γ of ${count(unproved, 'article')} is bounded: a better alignment may exist there.`);
  return lines;
}

function laidOut(io: Io, { head, rows }: Table): string[] {
  const widths = head.map((cell, i) => Math.max(...[cell, ...rows.map((row) => row[i] ?? '')].map(widthOf)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const blanks = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell)));
        return isNumber(cell) ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd();
  return [io.paint('dim', line(head)), ...rows.map(line)];
}

function isNumber(cell: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(cell);
}

function widthOf(cell: string): number {
  return [...cell].length;
}
