import type { Severity } from '../../core/checks/finding.ts';
import type { Article } from '../../service/articles.ts';
import type { CheckSummary, FindingOutput } from '../contracts.ts';
import { count } from '../counted.ts';
import type { Io, Style } from '../io.ts';
import { terminalSafe, visible } from '../terminalSafe.ts';
import type { CreateReporter } from './reporter.ts';

/** Characters of the line shown on either side of a finding. */
const CONTEXT = 30;

const STYLES: Record<Severity, Style> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** For people: findings under their article, each with the words around it. */
export const pretty: CreateReporter = (io) => {
  let damaged = 0;
  return {
    begin: () => '',
    article(article, { path, findings }) {
      if (findings.length === 0) return '';
      damaged++;
      const lines = findings.map((finding) => findingLines(io, article, finding));
      return terminalSafe(`${io.paint('underline', path)}\n${lines.join('')}\n`);
    },
    end: (summary) => summaryLine(io, summary, damaged),
  };
};

function findingLines(io: Io, article: Article, finding: FindingOutput): string {
  const { line, column, severity, message, rule } = finding;
  const place = `${line}:${column}`.padEnd(8);
  const what = io.paint(STYLES[severity], severity.padEnd(11));
  return `  ${place}${what} ${message}  ${io.paint('dim', rule)}\n${' '.repeat(22)}${excerpt(io, article, finding)}\n`;
}

/** The finding's words among those around them on the same line. */
function excerpt(io: Io, { text, offsets }: Article, finding: FindingOutput): string {
  const start = offsets.toUtf16(finding.start);
  const end = offsets.toUtf16(finding.end);
  const left = text.slice(offsets.toUtf16(finding.start - CONTEXT), start).replace(/^[\s\S]*[\r\n]/, '');
  const right = text.slice(end, offsets.toUtf16(finding.end + CONTEXT)).replace(/[\r\n][\s\S]*$/, '');
  const [head, tail] = [start - left.length, end + right.length].map((at, i) => isCut(text, at, i === 0));
  const words = `${io.paint('dim', `${head ? '…' : ''}${left}`)}${io.paint('bold', `[${visible(text.slice(start, end))}]`)}`;
  return `${words}${io.paint('dim', `${right}${tail ? '…' : ''}`)}`;
}

function isCut(text: string, at: number, isHead: boolean): boolean {
  const next = isHead ? text[at - 1] : text[at];
  return next !== undefined && !/[\r\n]/.test(next);
}

function summaryLine(io: Io, summary: CheckSummary, damaged: number): string {
  const { articles, unreadable, findings, error, warning, information, hint } = summary;
  const left = unreadable > 0 ? `, ${count(unreadable, 'file')} not read` : '';
  if (findings === 0) return `${io.paint('green', `No findings in ${count(articles, 'article')}`)}${left}\n`;
  const kinds = [
    count(error, 'error'),
    count(warning, 'warning'),
    `${information} information`,
    count(hint, 'hint'),
  ];
  const sum = `${count(findings, 'finding')} (${kinds.join(', ')}) in ${damaged} of ${count(articles, 'article')}`;
  return `${io.paint('bold', sum)}${left}\n`;
}
