import * as vscode from 'vscode';
import type { LabelView } from '../../server/src/lsp/protocol.ts';
import type { Projects } from './projects.ts';
import { labelsRequest } from './server/names.ts';
import type { ServerSession } from './server/session.ts';

/** The label sets of the projects, asked for once each and again after a project changed. */
export class Labels implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly asked = new Map<string, Promise<readonly LabelView[]>>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** A label set may be another one. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable;

  constructor(session: ServerSession, projects: Projects) {
    this.session = session;
    const forget = () => {
      this.asked.clear();
      this.changed.fire();
    };
    this.parts = vscode.Disposable.from(
      projects.onDidChange(forget),
      session.onDidChange((uris) => {
        if (uris.length === 0) forget();
      }),
    );
  }

  /** The labels for an article, in its project's order. Starts the server if need be. */
  async of(article: vscode.Uri): Promise<readonly LabelView[]> {
    const folder = vscode.workspace.getWorkspaceFolder(article)?.uri.toString() ?? '';
    const known = this.asked.get(folder);
    if (known) return known;
    const mine = this.session.ask<LabelView[]>(labelsRequest, { uri: article.toString() });
    this.asked.set(folder, mine);
    try {
      return await mine;
    } catch (error) {
      if (this.asked.get(folder) === mine) this.asked.delete(folder);
      throw error;
    }
  }

  dispose(): void {
    this.parts.dispose();
    this.changed.dispose();
  }
}
