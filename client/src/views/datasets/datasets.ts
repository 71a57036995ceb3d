import * as vscode from 'vscode';
import { reportFailure } from '../../commands/report.ts';
import type { ServerSession } from '../../server/session.ts';
import { exportDataset } from './exporting.ts';
import { importDataset } from './importing.ts';
import { Reports } from './reports.ts';

/** The commands that take annotations to other tools and bring them from there. */
export function registerDatasets(session: ServerSession): vscode.Disposable {
  const reports = new Reports();
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    reports,
    registerCommand('pressmark.exportDataset', () => reportFailure(() => exportDataset(session, reports))),
    registerCommand('pressmark.importDataset', (file?: vscode.Uri, files?: vscode.Uri[]) =>
      reportFailure(() => importDataset(session, reports, files ?? (file ? [file] : []))),
    ),
  );
}
