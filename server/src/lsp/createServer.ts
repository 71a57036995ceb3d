import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { Host } from '../service/ports.ts';
import { Workspace } from '../service/workspace.ts';
import { answerAdjudication } from './adjudication.ts';
import { answerAgreement } from './agreement.ts';
import { answerChanges } from './annotationChanges.ts';
import { BackgroundLearning } from './backgroundLearning.ts';
import { clientProfile, serverCapabilities } from './capabilities.ts';
import { followChanges, watchFiles } from './changes.ts';
import { answerCommands } from './commands.ts';
import { answerComments } from './comments.ts';
import { CorpusDiagnostics } from './corpusDiagnostics.ts';
import { answerDatasets } from './datasets.ts';
import { EditLog } from './editLog.ts';
import { answerEntities } from './entities.ts';
import { answerFeatures } from './features.ts';
import { answerNavigation } from './navigation.ts';
import { answerPeople } from './people.ts';
import type { InitializationOptions } from './protocol.ts';
import { answerPulls } from './pullDiagnostics.ts';
import { PushedDiagnostics } from './pushDiagnostics.ts';
import { rebaseWhenSaved } from './rebasing.ts';
import { answerRename } from './rename.ts';
import type { Session } from './session.ts';
import { answerSuggestions } from './suggestions.ts';
import { answerViews } from './views.ts';

/** Makes the host once the client has said what it can do for us. */
export type HostFactory = (connection: Connection, options: InitializationOptions) => Host;

/** What the bundle brings along; the client may say otherwise. */
export interface ServerDefaults {
  readonly docsUrl?: string;
}

/** Wires the service to a connection, whatever it runs over, and starts listening. */
export function createServer(
  connection: Connection,
  makeHost: HostFactory,
  defaults: ServerDefaults = {},
): void {
  connection.onInitialize((params) => {
    const options = optionsOf(params.initializationOptions);
    const host = makeHost(connection, options ?? {});
    const edits = new EditLog();
    const documents = new TextDocuments(edits.configuration);
    documents.onDidClose(({ document }) => edits.forget(document.uri));
    const workspace = new Workspace(host, {
      get: (uri) => documents.get(uri),
      all: () => documents.all(),
      changesSince: (uri, version) => edits.since(uri, version),
    });
    const profile = clientProfile(params.capabilities, options);
    workspace.client = profile.abilities;
    workspace.reader = {
      locale: params.locale ?? 'en',
      bundle: options?.bundle,
      docsUrl: options?.docsUrl ?? defaults.docsUrl,
    };
    workspace.people.annotator = options?.annotator;
    workspace.people.sight = options?.blind ? 'own' : 'project';
    // The single root of clients from before workspace folders.
    const root = params.rootUri ? [{ uri: params.rootUri }] : [];
    workspace.projects.setWorkspaceFolders((params.workspaceFolders ?? root).map((f) => f.uri));
    const inlineTags = options?.inlineTags ?? 'labels';
    const drawsSuggestions = options?.drawsSuggestions === true;
    start({ connection, documents, workspace, profile, inlineTags, drawsSuggestions });
    return {
      capabilities: serverCapabilities(profile),
      serverInfo: { name: 'Pressmark' },
    };
  });
  connection.listen();
}

function start(session: Session): void {
  const { connection, documents, workspace, profile } = session;
  const corpus = new CorpusDiagnostics(session);
  const pushed = new PushedDiagnostics(session, () => learning.start());
  const learning = new BackgroundLearning(session, pushed);
  answerFeatures(session);
  answerNavigation(session);
  answerCommands(session, corpus);
  answerViews(session);
  answerPeople(session);
  answerEntities(session);
  answerRename(session);
  answerChanges(session);
  answerComments(session);
  answerSuggestions(session);
  answerAdjudication(session);
  answerAgreement(session);
  answerDatasets(session);
  if (profile.pullsDiagnostics) {
    answerPulls(session, () => learning.start());
    corpus.answer();
  }
  followChanges(session, pushed, corpus, learning);
  rebaseWhenSaved(session);
  documents.listen(connection);
  connection.onInitialized(() => {
    void watchFiles(session).catch((error: unknown) =>
      workspace.host.log(`cannot watch files: ${String(error)}`),
    );
    if (!profile.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((f) => f.uri));
      const kept = workspace.projects.workspaceFolders.filter((f) => !gone.has(f));
      workspace.projects.setWorkspaceFolders([...kept, ...added.map((f) => f.uri)]);
      workspace.corpus.forget();
      workspace.assignments.forget();
      workspace.learning.forget();
      workspace.tagged.forget();
      corpus.forget();
      learning.goOn();
    });
  });
}

function optionsOf(value: unknown): InitializationOptions | undefined {
  return typeof value === 'object' && value !== null ? (value as InitializationOptions) : undefined;
}
