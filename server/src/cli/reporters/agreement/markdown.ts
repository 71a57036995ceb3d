import type { AgreeOutput, FigureOutput } from '../../contracts/agreement.ts';
import { countLines } from './pretty.ts';
import { number, type Per, subjectTitle, type Table, tablesOf, titleOf } from './tables.ts';

/** A report for a comment on a pull request. */
export function markdownAgreement(output: AgreeOutput, per: Per | undefined): string {
  const parts = [
    '## Agreement',
    countLines(output)
      .map((line) => `- ${escaped(line)}`)
      .join('\n'),
  ];
  if (output.missed.length > 0)
    parts.push(output.missed.map(({ figure, least }) => `- ❌ ${missedLine(figure, least)}`).join('\n'));
  for (const table of tablesOf(output, per)) parts.push(`### ${escaped(table.title)}`, laidOut(table));
  return `${parts.join('\n\n')}\n`;
}

function missedLine(figure: FigureOutput, least: number): string {
  return escaped(`${subjectTitle(figure)}: ${titleOf(figure)} is ${number(figure.value)}, below ${least}`);
}

function laidOut({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text of articles must neither end a cell nor become markup, a link or a mention of somebody. */
function escaped(text: string): string {
  return text
    .replaceAll('\n', ' ')
    .replace(/[\\`*_[\]<>|#~&]/g, (mark) => `\\${mark}`)
    .replaceAll('@', '@\u200b');
}
