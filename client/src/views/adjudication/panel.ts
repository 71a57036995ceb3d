import * as vscode from 'vscode';
import type {
  AdjudicationGroup,
  AdjudicationParams,
  AdjudicationRequest,
  AdjudicationView,
  ApplyRuleParams,
  ApplyRuleRequest,
  DecideParams,
  DecideRequest,
} from '../../../../server/src/lsp/protocol/adjudication.ts';
import type { CommandResult } from '../../../../server/src/lsp/protocol.ts';
import { editorRange, lspRange } from '../../commands/active.ts';
import { reportFailure } from '../../commands/report.ts';
import type { Labels } from '../../labels.ts';
import { serverCommand } from '../../server/names.ts';
import { saveSidecar } from '../../server/save.ts';
import type { ServerSession } from '../../server/session.ts';
import { pageHtml } from '../webview/html.ts';
import { Desk, type Surroundings } from './desk.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { style } from './style.ts';
import { pageWords } from './words.ts';

export const viewType = 'pressmark.adjudication';

const adjudicationRequest: typeof AdjudicationRequest = 'pressmark/adjudication';
const decideRequest: typeof DecideRequest = 'pressmark/adjudication/decide';
const applyRuleRequest: typeof ApplyRuleRequest = 'pressmark/adjudication/applyRule';

/** Milliseconds after a change of the article or a sidecar before the server is asked again. */
const restAfterChange = 150;

/** What a panel works with. */
export interface PanelParts {
  readonly session: ServerSession;
  readonly labels: Labels;
  readonly extension: vscode.Uri;
}

/** What is kept of a panel while the window reloads. */
export interface KeptPanel {
  readonly uri: string;
  readonly anonymous?: boolean;
  readonly all?: boolean;
}

/** One article's layers side by side in a panel, beside the article. */
export class AdjudicationPanel implements vscode.Disposable {
  readonly article: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly desk: Desk;
  private readonly parts: PanelParts;
  private readonly disposables: vscode.Disposable;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private isReady = false;
  /** What the page has. */
  private shown: AdjudicationView | undefined;

  constructor(panel: vscode.WebviewPanel, parts: PanelParts, kept: KeptPanel) {
    this.panel = panel;
    this.parts = parts;
    this.article = vscode.Uri.parse(kept.uri);
    this.desk = new Desk(this.surroundings(), kept);
    this.disposables = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      parts.session.onDidChange((uris) => {
        if (uris.length === 0 || uris.includes(this.article.toString())) this.refreshSoon();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isOurs = document.uri.toString() === this.article.toString();
        if (isOurs && contentChanges.length > 0) this.refreshSoon();
      }),
    );
    this.write();
    void reportFailure(() => this.desk.refresh());
  }

  /** Does what the page, or a test in its place, asks for. */
  async receive(message: FromPage): Promise<void> {
    await reportFailure(async () => {
      switch (message.type) {
        case 'ready': {
          this.isReady = true;
          this.shown = undefined;
          this.post({ type: 'words', words: pageWords() });
          const { state } = this.desk;
          if (state) this.showState(state);
          return;
        }
        case 'press':
          return this.desk.press(message.key);
        case 'go':
          return this.desk.select(message.group);
        case 'reason':
          return this.desk.setReason(message.text);
        case 'rule':
          return this.desk.applyRule(message.rule);
        case 'everybody':
          return this.desk.turnEverybody();
      }
    });
  }

  private surroundings(): Surroundings {
    const uri = this.article.toString();
    const { session } = this.parts;
    const done = async (asked: Promise<CommandResult>): Promise<CommandResult> => {
      const result = await asked;
      if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
      return result;
    };
    return {
      load: async (anonymous, all) => {
        const params: AdjudicationParams = { uri, anonymous, all };
        return (await session.ask<AdjudicationView | null>(adjudicationRequest, params)) ?? undefined;
      },
      decide: (view, group, choice, note) => {
        const params: DecideParams = {
          uri,
          version: view.version,
          key: group.key,
          choice,
          note,
          all: this.desk.all,
        };
        return done(session.ask(decideRequest, params));
      },
      applyRule: (rule) => {
        const params: ApplyRuleParams = { uri, rule, all: this.desk.all };
        return done(session.ask(applyRuleRequest, params));
      },
      undo: () => session.execute(serverCommand.undoLast),
      reveal: (group, focus) => this.reveal(group, focus),
      pickChange: (group) => this.pickChange(group),
      askReason: () => this.post({ type: 'askReason' }),
      show: (state) => this.showState(state),
    };
  }

  private showState(state: PageState): void {
    if (!this.isReady) return;
    const { view, ...rest } = state;
    // A thousand groups are not sent again for a step of the cursor.
    this.post(view === this.shown ? { type: 'go', state: rest } : { type: 'show', state });
    this.shown = view;
  }

  private async reveal({ range }: AdjudicationGroup, focus: boolean): Promise<void> {
    const shown = this.editor();
    if (!focus && !shown) return;
    const editor =
      focus || !shown
        ? await vscode.window.showTextDocument(this.article, {
            viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
          })
        : shown;
    if (!range) return;
    const place = editorRange(range);
    editor.selection = new vscode.Selection(place.start, place.end);
    editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async pickChange(group: AdjudicationGroup) {
    const labels = await this.parts.labels.of(this.article);
    const selection = this.editor()?.selection;
    const range = selection && !selection.isEmpty ? lspRange(selection) : group.range;
    const used = new Set(group.versions.map((v) => v.label));
    const items = labels
      .map(({ name, title }) => ({ label: name, description: title }))
      .sort((a, b) => Number(used.has(b.label)) - Number(used.has(a.label)));
    const placeHolder = vscode.l10n.t('Label for what is selected in the article');
    const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
    this.panel.reveal(undefined, false);
    return picked && { label: picked.label, range };
  }

  private editor(): vscode.TextEditor | undefined {
    const uri = this.article.toString();
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  }

  private refreshSoon(): void {
    clearTimeout(this.waiting);
    // A refusal is the server's to report; what is shown stays until the next answer.
    this.waiting = setTimeout(() => void this.desk.refresh().catch(() => undefined), restAfterChange);
  }

  private post(message: ToPage): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  private write(): void {
    const { webview } = this.panel;
    const folder = vscode.Uri.joinPath(this.parts.extension, 'dist', 'client');
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'adjudication.page.js')).toString();
    const options = { script, style, title: this.panel.title, language: vscode.env.language };
    webview.html = pageHtml(options, crypto.randomUUID().replaceAll('-', ''));
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.disposables.dispose();
  }
}
