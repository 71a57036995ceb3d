import { TextDocumentSaveReason } from 'vscode-languageserver';
import { rebaseSaved } from '../service/anchoring/rebase.ts';
import { fileKind } from '../service/fileKinds.ts';
import { apply } from './applying.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/**
 * When somebody saves an article, their own lines follow it where nobody else could find their places again. Only for
 * clients that put the sidecar on the disk by themselves: others would be left with an unsaved file each time. And not
 * for saves that come by themselves while somebody types.
 */
export function rebaseWhenSaved(session: Session): void {
  const { documents, profile, workspace } = session;
  if (!profile.savesSidecars) return;
  const automatic = new Set<string>();
  documents.onWillSave(({ document, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) automatic.add(document.uri);
    else automatic.delete(document.uri);
  });
  documents.onDidClose(({ document }) => automatic.delete(document.uri));
  documents.onDidSave(
    guarded(workspace.host, 'following a saved text', undefined, async ({ document: { uri } }) => {
      if (automatic.delete(uri) || (await fileKind(workspace, uri)) !== 'article') return;
      const outcome = await rebaseSaved(workspace, uri);
      if (outcome) await apply(session, outcome);
    }),
  );
}
