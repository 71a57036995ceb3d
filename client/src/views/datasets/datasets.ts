import * as vscode from 'vscode';
import { reportFailure } from '../../commands/report.ts';
import type { ServerSession } from '../../server/session.ts';
import { exportDataset } from './exporting.ts';
import { type GivenExport, type GivenImport, given } from './given.ts';
import { importDataset } from './importing.ts';
import { Reports } from './reports.ts';

/** The commands that take annotations to other tools and bring them from there. */
export function registerDatasets(session: ServerSession): vscode.Disposable {
  const reports = new Reports();
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    reports,
    registerCommand('pressmark.exportDataset', (first?: unknown, chosen?: unknown) => {
      const { said, files } = given<GivenExport>(first, chosen);
      const within = files.length > 0 ? { within: files.map(String) } : {};
      return reportFailure(() => exportDataset(session, reports, { ...said, ...within }));
    }),
    registerCommand('pressmark.importDataset', (first?: unknown, chosen?: unknown) => {
      const { said, files } = given<GivenImport>(first, chosen);
      const sources = files.length > 0 ? { sources: files.map(String) } : {};
      return reportFailure(() => importDataset(session, reports, { ...said, ...sources }));
    }),
  );
}
