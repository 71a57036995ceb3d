import * as vscode from 'vscode';
import type { ExportParams, ImportParams } from '../../../../server/src/lsp/protocol/datasets.ts';

/** What of an export a key, a task or another extension says; whatever is not said is asked. */
export interface GivenExport
  extends Partial<Omit<ExportParams, 'preview' | 'workDoneToken' | 'folder' | 'within'>> {
  /** URI, path on this machine, or path from the first open folder; so are the others. */
  readonly folder?: string;
  readonly within?: readonly string[];
  /** False: what would be lost is not shown before. */
  readonly confirm?: boolean;
}

/** What of an import a key, a task or another extension says; whatever is not said is asked. */
export interface GivenImport
  extends Partial<Omit<ImportParams, 'preview' | 'workDoneToken' | 'into' | 'sources'>> {
  readonly sources?: readonly string[];
  readonly into?: string;
  /** False: what would become of it is not shown before, and names that the project lacks are kept. */
  readonly confirm?: boolean;
}

/**
 * The arguments of a command: of a menu the file that was clicked, and all that are chosen; of a key or a task an
 * object, whose values are checked by the server.
 */
export function given<Given extends object>(
  first: unknown,
  chosen: unknown,
): { readonly said: Partial<Given>; readonly files: readonly vscode.Uri[] } {
  if (first instanceof vscode.Uri) {
    const files = Array.isArray(chosen) ? chosen.filter((one) => one instanceof vscode.Uri) : [];
    return { said: {}, files: files.length > 0 ? files : [first] };
  }
  return { said: typeof first === 'object' && first !== null ? (first as Partial<Given>) : {}, files: [] };
}
