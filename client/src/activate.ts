import * as vscode from 'vscode';
import { Annotations } from './annotations.ts';
import { isArticle, needsServer } from './articles.ts';
import { registerCommands } from './commands/register.ts';
import { Tagging } from './commands/tag.ts';
import { highlightArticles } from './highlight.ts';
import { Labels } from './labels.ts';
import { Projects } from './projects.ts';
import type { ServerHost } from './server/options.ts';
import { workSchemes } from './server/selector.ts';
import { ServerSession } from './server/session.ts';
import { Adjudication } from './views/adjudication/adjudication.ts';
import { Agreement } from './views/agreement/agreement.ts';
import { AnnotationMode } from './views/annotating/mode.ts';
import { ChangesGutter } from './views/changes/gutter.ts';
import { ChangesModel } from './views/changes/model.ts';
import { ChangesTree } from './views/changes/tree.ts';
import { Comments } from './views/comments/comments.ts';
import { offerComments } from './views/comments/lightBulb.ts';
import { CorpusModel } from './views/corpus/model.ts';
import { CorpusTree } from './views/corpus/tree.ts';
import { registerDatasets } from './views/datasets/datasets.ts';
import { Decorations } from './views/decorations/decorations.ts';
import { registerEntities } from './views/entities/register.ts';
import { AnnotatorStatus } from './views/people/annotatorStatus.ts';
import { PageStatus } from './views/quality/quality.ts';
import { ArticleStatus } from './views/status/status.ts';
import { registerSuggestions } from './views/suggestions/register.ts';

/** Puts the client together; what desktop and web share. The server starts with the first article or project. */
export function activateClient(context: vscode.ExtensionContext, host: ServerHost): void {
  const session = new ServerSession(host);
  const projects = new Projects();
  const labels = new Labels(session, projects);
  const annotations = new Annotations(session);
  const tagging = new Tagging(session, labels);
  const mode = new AnnotationMode(labels, tagging, annotations);
  const corpus = new CorpusModel(session, projects);
  const tree = new CorpusTree(corpus, projects, context.workspaceState);
  const changes = new ChangesModel(session, context.workspaceState);
  context.subscriptions.push(
    session,
    changes,
    new ChangesTree(changes, session),
    new ChangesGutter(changes, context.extensionUri),
    projects,
    labels,
    annotations,
    mode,
    corpus,
    tree,
    new Decorations(annotations, labels),
    new ArticleStatus(annotations, corpus),
    new AnnotatorStatus(session, projects),
    new PageStatus(session, annotations),
    new Comments(session, annotations),
    offerComments(annotations),
    highlightArticles(projects),
    registerCommands({ session, annotations, tagging, mode, corpus, tree }),
    new Adjudication({ session, labels, extension: context.extensionUri }),
    registerDatasets(session),
    registerSuggestions(session, labels, mode),
    registerEntities(session, labels, tagging),
    new Agreement(session, context.extensionUri, context.workspaceState),
    startWhenNeeded(session, projects),
    restartWhenTold(session),
    markArticles(),
  );
}

/** Starts the server with the first article, sidecar or project file, or because the folder is a corpus. */
function startWhenNeeded(session: ServerSession, projects: Projects): vscode.Disposable {
  const start = () => void session.start().catch(() => undefined); // the session has told the user
  const look = (document: vscode.TextDocument) => {
    if (!session.isStarted && needsServer(document)) start();
  };
  for (const document of vscode.workspace.textDocuments) look(document);
  const whenCorpus = () => {
    if (projects.any && !session.isStarted) start();
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    projects.onDidChange(whenCorpus),
  );
}

/** Settings that the server reads at its start, and folders of a new kind, take effect by a new start. */
function restartWhenTold(session: ServerSession): vscode.Disposable {
  let schemes = workSchemes();
  const restart = () => {
    if (session.isStarted) void session.restart().catch(() => undefined);
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        ['annotator', 'blind', 'cache', 'inlineTags'].some((key) =>
          event.affectsConfiguration(`pressmark.${key}`),
        )
      )
        restart();
    }),
    // Only then may the server ask git.
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      const now = workSchemes();
      if ([...now].some((scheme) => !schemes.has(scheme))) restart();
      schemes = now;
    }),
  );
}

/** Keeps the context key `pressmark.article`, on which menus and keys depend. */
function markArticles(): vscode.Disposable {
  const mark = () => {
    const document = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand('setContext', 'pressmark.article', !!document && isArticle(document));
  };
  mark();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(mark),
    vscode.workspace.onDidOpenTextDocument(mark),
  );
}
