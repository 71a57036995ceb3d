import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Position,
} from 'vscode-languageserver';
import { diagnostics } from '../service/features/diagnostics.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/**
 * Answers `textDocument/diagnostic`, with *unchanged* where the client has the same findings already; calls
 * `checked` each time.
 */
export function answerPulls({ connection, documents, workspace }: Session, checked: () => void): void {
  const answered = new Map<string, { readonly resultId: string; readonly items: readonly Diagnostic[] }>();
  let results = 0;

  const report = (
    uri: string,
    items: Diagnostic[],
    previous: string | undefined,
  ): DocumentDiagnosticReport => {
    const known = answered.get(uri);
    const same = known !== undefined && sameDiagnostics(known.items, items);
    if (same && known.resultId === previous) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.resultId };
    }
    const resultId = same ? known.resultId : `p${++results}`;
    answered.set(uri, { resultId, items });
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };

  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guarded(workspace.host, 'textDocument/diagnostic', nothing, async (params, token) => {
      const { uri } = params.textDocument;
      const found = await diagnostics(workspace, uri, token);
      checked();
      return report(uri, found, params.previousResultId);
    }),
  );
  documents.onDidClose(({ document }) => answered.delete(document.uri));
}

/** True where nobody could tell the two lists apart: rule, words and place decide everything else. */
function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        one.code === other.code &&
        one.message === other.message &&
        one.severity === other.severity &&
        samePosition(one.range.start, other.range.start) &&
        samePosition(one.range.end, other.range.end)
      );
    })
  );
}

function samePosition(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
