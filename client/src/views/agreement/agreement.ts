import * as vscode from 'vscode';
import type {
  AgreementParams,
  AgreementRefusal,
  AgreementRequest,
  AgreementView,
} from '../../../../server/src/lsp/protocol/agreement.ts';
import { editorRange } from '../../commands/active.ts';
import { reportFailure } from '../../commands/report.ts';
import type { ServerSession } from '../../server/session.ts';
import { pageHtml } from '../webview/html.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { style } from './style.ts';
import { pageWords } from './words.ts';

const agreementRequest: typeof AgreementRequest = 'pressmark/agreement';
const adjudicate = 'pressmark.adjudicate';

/** Kept with the workspace once somebody has said that they want to see others' work in a blind project. */
const awareKey = 'pressmark.agreement.aware';

/** The panel that shows how well annotators agree, and the command that opens it. */
export class Agreement implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly extension: vscode.Uri;
  private readonly memory: vscode.Memento;
  private readonly disposables: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private state: PageState | undefined;

  constructor(session: ServerSession, extension: vscode.Uri, memory: vscode.Memento) {
    this.session = session;
    this.extension = extension;
    this.memory = memory;
    const { registerCommand } = vscode.commands;
    this.disposables = vscode.Disposable.from(
      registerCommand('pressmark.showAgreement', () => this.show(false)),
      registerCommand('pressmark.agreement.tell', (message: FromPage) => this.receive(message)),
      registerCommand('pressmark.agreement.state', () => this.state),
    );
  }

  /** Measures, then shows the panel. `all`: also articles that are not done. */
  private async show(all: boolean): Promise<void> {
    await reportFailure(async () => {
      const view = await this.ask({ all, aware: this.memory.get(awareKey, false) });
      if (!view) return;
      const adjudicable = (await vscode.commands.getCommands(true)).includes(adjudicate);
      this.state = { view, all, adjudicable };
      if (this.panel) this.panel.reveal();
      else this.panel = this.open();
      this.post({ type: 'show', state: this.state });
    });
  }

  /** Undefined where it was stopped, or there is nothing to show, which the user has been told then. */
  private async ask(params: AgreementParams): Promise<AgreementView | undefined> {
    const title = vscode.l10n.t('Comparing what people have tagged');
    const answer = await this.session.askLong<AgreementView | AgreementRefusal>(
      agreementRequest,
      title,
      params,
    );
    if (!answer || !('refused' in answer)) return answer;
    if (!answer.blind) {
      void vscode.window.showInformationMessage(answer.refused);
      return undefined;
    }
    const yes = vscode.l10n.t('Show Agreement');
    const chosen = await vscode.window.showWarningMessage(answer.refused, { modal: true }, yes);
    if (chosen !== yes) return undefined;
    await this.memory.update(awareKey, true);
    return this.ask({ ...params, aware: true });
  }

  private open(): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.extension, 'dist', 'client');
    const title = vscode.l10n.t('Agreement');
    const panel = vscode.window.createWebviewPanel('pressmark.agreement', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [dist],
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'agreement.page.js')).toString();
    panel.webview.html = pageHtml(
      { script, style, title, language: vscode.env.language },
      crypto.randomUUID().replaceAll('-', ''),
    );
    return panel;
  }

  /** Does what the page, or a test in its place, asks for. */
  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.post({ type: 'words', words: pageWords() });
        if (this.state) this.post({ type: 'show', state: this.state });
        return;
      case 'refresh':
        return this.show(message.all);
      case 'open':
        return this.openPlace(message.at);
      case 'adjudicate': {
        const place = this.state?.view.disagreements[message.at];
        if (place) await vscode.commands.executeCommand(adjudicate, vscode.Uri.parse(place.uri));
        return;
      }
    }
  }

  private async openPlace(at: number): Promise<void> {
    const place = this.state?.view.disagreements[at];
    if (!place) return;
    await reportFailure(async () => {
      const selection = editorRange(place.range);
      await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection, preview: true });
    });
  }

  private post(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.panel?.dispose();
    this.disposables.dispose();
  }
}
