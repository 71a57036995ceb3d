import * as vscode from 'vscode';
import type { ArticleSummary } from '../../../../server/src/lsp/protocol.ts';
import type { Projects } from '../../projects.ts';
import { corpusRequest } from '../../server/names.ts';
import type { ServerSession } from '../../server/session.ts';

/** At least so many milliseconds lie between two questions, and five times what the last answer took. */
const leastPause = 300;

/** The articles of the corpus with their counts, asked again after changes, but never in a hurry. */
export class CorpusModel implements vscode.Disposable {
  private readonly session: ServerSession;
  private articlesNow: readonly ArticleSummary[] = [];
  private byUri = new Map<string, ArticleSummary>();
  private asking: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = leastPause;
  private wanted = false;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The list was asked for anew. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable;

  constructor(session: ServerSession, projects: Projects) {
    this.session = session;
    this.parts = vscode.Disposable.from(
      session.onDidChange(() => this.refreshSoon()),
      projects.onDidChange(() => this.refreshSoon()),
    );
  }

  /** The articles in the order of their paths; empty before the first answer. */
  get articles(): readonly ArticleSummary[] {
    return this.articlesNow;
  }

  /** What is known of this article, if it is in the corpus. */
  of(uri: vscode.Uri): ArticleSummary | undefined {
    return this.byUri.get(uri.toString());
  }

  /** Asks for the list now; from then on it is kept current. */
  async refresh(): Promise<void> {
    this.wanted = true;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    await this.asking;
  }

  private async ask(): Promise<void> {
    const began = Date.now();
    const answer = await this.session.ask<ArticleSummary[]>(corpusRequest, {});
    this.articlesNow = answer.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.byUri = new Map(answer.map((article) => [article.uri, article]));
    this.pause = Math.max(leastPause, (Date.now() - began) * 5);
    this.changed.fire();
  }

  private refreshSoon(): void {
    if (!this.wanted || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.refresh().catch(() => undefined); // the session has told the user
    }, this.pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.parts.dispose();
    this.changed.dispose();
  }
}
