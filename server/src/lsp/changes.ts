import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { articleOfSidecar } from '../core/annotations/sidecarNames.ts';
import { fileKind } from '../service/fileKinds.ts';
import { PROJECT_FILE } from '../service/projects.ts';
import { baseName } from '../service/uris.ts';
import type { BackgroundLearning } from './backgroundLearning.ts';
import type { CorpusDiagnostics } from './corpusDiagnostics.ts';
import { guarded } from './guard.ts';
import { ChangedNotification } from './protocol.ts';
import type { PushedDiagnostics } from './pushDiagnostics.ts';
import type { Session } from './session.ts';

/** Files that the server wants to hear of, as globs. */
const WATCHED = [
  '**/*.txt',
  '**/*.ann.json',
  '**/pressmark.json',
  '**/*.jsonl',
  '**/*.csv',
  '**/*.tsv',
  '**/*.pmnames',
];

const KINDS = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

/** Keeps what we know in step with the files: open documents, the disk, workspace folders. */
export function followChanges(
  session: Session,
  pushed: PushedDiagnostics,
  corpus: CorpusDiagnostics,
  learning: BackgroundLearning,
): void {
  const { connection, documents, workspace } = session;
  const { host } = workspace;

  /** What was found in the translations of an article compares them with it. */
  const translationsChanged = async (uri: string): Promise<void> => {
    const translations = (await workspace.projects.of(uri)).translationsOf(uri);
    for (const translation of translations) {
      corpus.stale(translation);
      pushed.schedule(translation);
    }
    const open = translations.filter((translation) => documents.get(translation) !== undefined);
    if (open.length > 0) refresh(session, open);
  };

  /** The project is another one, or knows other names: nothing that was found with it counts any more. */
  const everythingChanged = (): void => {
    workspace.corpus.forget();
    workspace.assignments.forget();
    corpus.forget();
    for (const document of documents.all()) pushed.schedule(document.uri);
    refresh(session, []);
  };

  /** A file is different now; says so to everything that was computed from it. */
  const changed = async (uri: string, kind: 'created' | 'changed' | 'deleted'): Promise<void> => {
    const everything = await workspace.projects.fileChanged(uri);
    workspace.corpus.fileChanged(uri, kind);
    workspace.tagged.fileChanged(uri);
    workspace.assignments.fileChanged(uri);
    workspace.articles.sources.changed(uri);
    if (kind === 'deleted') workspace.sidecars.forget(uri);
    if (everything) {
      // What people have tagged does not depend on which names are known.
      if (baseName(uri) === PROJECT_FILE) workspace.tagged.forget();
      everythingChanged();
      return;
    }
    const article = articleOfSidecar(uri)?.article;
    corpus.stale(article ?? uri);
    pushed.schedule(uri);
    if (article !== undefined) {
      pushed.schedule(article);
      refresh(session, [article]);
    } else if ((await fileKind(workspace, uri)) === 'article') {
      await translationsChanged(uri);
      notify(session, [uri]);
    }
  };

  // What was tagged in one article may be suggested in every other one.
  workspace.tagged.whenChanged(() => refreshSuggestions(session));
  workspace.projects.whenRenewed(everythingChanged);

  documents.onDidChangeContent(
    guarded(host, 'change of a document', undefined, ({ document }) => changed(document.uri, 'changed')),
  );
  documents.onDidSave(
    guarded(host, 'saving of a document', undefined, ({ document }) => {
      workspace.learning.fileChanged(document.uri);
      learning.goOn();
    }),
  );
  documents.onDidClose(
    guarded(host, 'closing of a document', undefined, async ({ document }) => {
      workspace.articles.closed(document.uri);
      workspace.anchoring.closed(document.uri);
      workspace.learning.fileChanged(document.uri);
      pushed.clear(document.uri);
      await changed(document.uri, 'changed');
      learning.goOn();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guarded(host, 'change of files', undefined, async ({ changes }) => {
      for (const change of latest(changes)) {
        // An article teaches what is on the disk, open or not.
        workspace.learning.fileChanged(change.uri);
        // Open text wins: the editor tells us itself what becomes of it.
        if (documents.get(change.uri) && change.type !== FileChangeType.Deleted) continue;
        await changed(change.uri, KINDS[change.type]);
      }
      learning.goOn();
    }),
  );
}

/** One event per file: the last. */
function latest(changes: readonly FileEvent[]): FileEvent[] {
  return [...new Map(changes.map((c) => [c.uri, c])).values()];
}

/** After the handshake: asks for file events where our own client does not bring its own watchers. */
export async function watchFiles({ connection, profile }: Session): Promise<void> {
  if (!profile.watchesFiles || profile.ours) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: WATCHED.map((globPattern) => ({ globPattern })),
  });
}

/** Asks the client to look again at what is drawn over articles. */
function refresh(session: Session, uris: readonly string[]): void {
  const { connection, profile, workspace } = session;
  const log = (error: unknown) => workspace.host.log(`refresh was not answered: ${String(error)}`);
  if (profile.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  if (profile.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(log);
  if (profile.refreshesSemanticTokens) connection.languages.semanticTokens.refresh();
  notify(session, uris);
}

/** Asks the client to look again at suggestions, wherever it shows any. */
function refreshSuggestions(session: Session): void {
  const { connection, profile, workspace } = session;
  if (profile.refreshesInlayHints)
    connection.languages.inlayHint
      .refresh()
      .catch((error: unknown) => workspace.host.log(`refresh was not answered: ${String(error)}`));
  notify(session, []);
}

function notify({ connection, profile, workspace }: Session, uris: readonly string[]): void {
  if (!profile.ours) return;
  connection
    .sendNotification(ChangedNotification, { uris })
    .catch((error: unknown) => workspace.host.log(`notification was not sent: ${String(error)}`));
}
