import type { Severity } from '../core/checks/finding.ts';

/** What GitHub shows at a line of a pull request. Lines and columns count from 1. */
export interface GithubNote {
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The rule's or problem's code. */
  readonly code: string;
  readonly message: string;
}

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A workflow command of GitHub's, with its line end. */
export function githubCommand({
  severity,
  path,
  line,
  column,
  endLine,
  endColumn,
  code,
  message,
}: GithubNote): string {
  // Columns count only where the place stays on its line.
  const oneLine = endLine === undefined || endLine === line;
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    ...(endLine === undefined ? [] : [`endLine=${endLine}`]),
    ...(oneLine ? [`col=${column}`] : []),
    ...(oneLine && endColumn !== undefined ? [`endColumn=${endColumn}`] : []),
    `title=${property(code)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
