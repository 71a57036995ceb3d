import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { diagnostics } from '../service/features/diagnostics.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/diagnostic`, with *unchanged* where the client has the same findings already. */
export function answerPulls({ connection, documents, workspace }: Session): void {
  const answered = new Map<string, { readonly resultId: string; readonly json: string }>();
  let results = 0;

  const report = (
    uri: string,
    items: Diagnostic[],
    previous: string | undefined,
  ): DocumentDiagnosticReport => {
    const json = JSON.stringify(items);
    const known = answered.get(uri);
    if (known?.json === json && known.resultId === previous) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.resultId };
    }
    const resultId = known?.json === json ? known.resultId : `p${++results}`;
    answered.set(uri, { resultId, json });
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };

  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guarded(workspace.host, 'textDocument/diagnostic', nothing, async (params, token) => {
      const { uri } = params.textDocument;
      return report(uri, await diagnostics(workspace, uri, token), params.previousResultId);
    }),
  );
  documents.onDidClose(({ document }) => answered.delete(document.uri));
}
