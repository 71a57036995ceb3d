import { type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { Severity } from '../core/checks/finding.ts';
import type { ProblemSeverity } from '../core/problem.ts';
import type { TextRange, TextReplacement } from '../core/text/range.ts';
import type { DocumentText } from './textSnapshot.ts';

/** Core's UTF-16 offsets as LSP's lines and characters. With {@link toTextRange}, the only place that converts. */
export function toRange(document: DocumentText, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

/** LSP's lines and characters as core's UTF-16 offsets. */
export function toTextRange(document: DocumentText, range: Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** An edit of core's as LSP's. */
export function toTextEdit(document: DocumentText, edit: TextReplacement): TextEdit {
  return { range: toRange(document, edit), newText: edit.newText };
}

const SEVERITY: Record<Severity | ProblemSeverity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** LSP's number for a severity. */
export function toSeverity(severity: Severity | ProblemSeverity): DiagnosticSeverity {
  return SEVERITY[severity];
}

/** A diagnostic at the very start of a file, for what concerns the whole of it. */
export function wholeFileDiagnostic(message: string, code: string, severity: Severity): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, message, code, source: 'pressmark', severity: toSeverity(severity) };
}
