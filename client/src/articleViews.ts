import * as vscode from 'vscode';
import { isArticle } from './articles.ts';
import type { ServerSession } from './server/session.ts';

/** Milliseconds after the last edit before the server is asked again; meanwhile VS Code moves what is drawn. */
const restAfterEdit = 150;

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Something that the server says about a place of an article. */
export interface PlacedView {
  readonly range: { readonly start: Place; readonly end: Place };
}

/** What the server says about the places of the articles on screen, asked again whenever it may have changed. */
export class ArticleViews<View extends PlacedView> implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly request: string;
  private readonly known = new Map<string, readonly View[]>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** The server was asked anew about this article. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable;

  /** `request`: with `{uri}`, answers views in any order. */
  constructor(session: ServerSession, request: string) {
    this.session = session;
    this.request = request;
    this.parts = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.refreshUnknown(editors)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isArticle(document)) this.refreshSoon(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      session.onDidChange((uris) => this.refreshNamed(new Set(uris))),
    );
    this.refreshUnknown(vscode.window.visibleTextEditors);
  }

  /** What is known of the article now, in the order of the text; undefined before the first answer. */
  of(document: vscode.TextDocument): readonly View[] | undefined {
    return this.known.get(document.uri.toString());
  }

  /** Asks the server and gives its answer in the order of the text. */
  async ask(document: vscode.TextDocument): Promise<readonly View[]> {
    const { version, uri } = document;
    const answer = await this.session.ask<View[]>(this.request, { uri: uri.toString() });
    const views = answer.sort(
      (a, b) => compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end),
    );
    if (!document.isClosed && document.version === version) {
      this.known.set(uri.toString(), views);
      this.changed.fire(document);
    }
    return views;
  }

  private refreshUnknown(editors: readonly vscode.TextEditor[]): void {
    for (const { document } of editors) {
      if (isArticle(document) && !this.known.has(document.uri.toString())) this.refresh(document);
    }
  }

  private refreshNamed(uris: ReadonlySet<string>): void {
    for (const document of vscode.workspace.textDocuments) {
      if (isArticle(document) && (uris.size === 0 || uris.has(document.uri.toString())))
        this.refresh(document);
    }
  }

  private refreshSoon(document: vscode.TextDocument): void {
    const id = document.uri.toString();
    clearTimeout(this.waiting.get(id));
    this.waiting.set(
      id,
      setTimeout(() => this.refresh(document), restAfterEdit),
    );
  }

  private refresh(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document.uri.toString()));
    // A refusal is the server's to report; what is drawn stays until the next answer.
    this.ask(document).catch(() => undefined);
  }

  private forget(document: vscode.TextDocument): void {
    const id = document.uri.toString();
    clearTimeout(this.waiting.get(id));
    this.waiting.delete(id);
    this.known.delete(id);
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.parts.dispose();
    this.changed.dispose();
  }
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
