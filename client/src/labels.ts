import * as vscode from 'vscode';
import type { LabelView } from '../../server/src/lsp/protocol.ts';
import type { Projects } from './projects.ts';
import { labelsRequest } from './server/names.ts';
import type { ServerSession } from './server/session.ts';

/** The label set of the project, asked for once and again after the project changed. */
export class Labels implements vscode.Disposable {
  private readonly session: ServerSession;
  private asked: Promise<readonly LabelView[]> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The label set may be another one. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable;

  constructor(session: ServerSession, projects: Projects) {
    this.session = session;
    const forget = () => {
      this.asked = undefined;
      this.changed.fire();
    };
    this.parts = vscode.Disposable.from(
      projects.onDidChange(forget),
      session.onDidChange((uris) => {
        if (uris.length === 0) forget();
      }),
    );
  }

  /** The labels in the project's order. Starts the server if need be. */
  async all(): Promise<readonly LabelView[]> {
    this.asked ??= this.session.ask<LabelView[]>(labelsRequest, {});
    const mine = this.asked;
    try {
      return await mine;
    } catch (error) {
      if (this.asked === mine) this.asked = undefined;
      throw error;
    }
  }

  dispose(): void {
    this.parts.dispose();
    this.changed.dispose();
  }
}
