import * as vscode from 'vscode';
import { isSidecarFile } from '../articles.ts';

/** Milliseconds before another try: by then the sidecar's own automatic save (after 100 ms) is through. */
const pauses = [0, 150, 400];

/**
 * Puts a sidecar on the disk at once, without showing it. VS Code itself saves what a code action changed only
 * where more than one file changed; a lone sidecar would stay unsaved in a tab behind the article.
 */
export async function saveSidecar(uri: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  for (const pause of pauses) {
    await new Promise((later) => setTimeout(later, pause));
    if (!document.isDirty || (await document.save())) return true;
  }
  void offerToOpen(document); // not waited for: whoever asked for the save goes on
  return false;
}

async function offerToOpen(document: vscode.TextDocument): Promise<void> {
  const open = vscode.l10n.t('Open Annotation File');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The annotation is in “{0}” but not saved yet. Open that file and save it; if it changed on the disk, compare first.',
      vscode.workspace.asRelativePath(document.uri),
    ),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(document);
}

/** The parts of an LSP workspace edit that name files. */
interface NamesFiles {
  changes?: Record<string, unknown>;
  documentChanges?: readonly object[];
}

/** The sidecars that an LSP workspace edit touches, each once. */
export function sidecarsOf(edit: NamesFiles): vscode.Uri[] {
  const names = new Set(Object.keys(edit.changes ?? {}));
  for (const change of edit.documentChanges ?? []) {
    if ('textDocument' in change) {
      const { textDocument } = change;
      if (typeof textDocument === 'object' && textDocument && 'uri' in textDocument)
        names.add(String(textDocument.uri));
    } else if ('uri' in change) names.add(String(change.uri));
  }
  return [...names].map((name) => vscode.Uri.parse(name)).filter(isSidecarFile);
}
