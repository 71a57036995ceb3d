import * as vscode from 'vscode';
import type {
  AdjudicationListItem,
  AdjudicationListParams,
  AdjudicationListRequest,
  LayerCountRequest,
} from '../../../../server/src/lsp/protocol/adjudication.ts';
import { isArticle } from '../../articles.ts';
import { activeArticle } from '../../commands/active.ts';
import { reportFailure } from '../../commands/report.ts';
import type { FromPage } from './messages.ts';
import { AdjudicationPanel, type KeptPanel, type PanelParts, viewType } from './panel.ts';

const listRequest: typeof AdjudicationListRequest = 'pressmark/adjudicationList';
const layerCountRequest: typeof LayerCountRequest = 'pressmark/adjudication/layers';

/** The panels for adjudication, one per article, and the commands that open them. */
export class Adjudication implements vscode.Disposable {
  private readonly parts: PanelParts;
  private readonly panels = new Map<string, AdjudicationPanel>();
  private readonly disposables: vscode.Disposable;

  constructor(parts: PanelParts) {
    this.parts = parts;
    const { registerCommand } = vscode.commands;
    this.disposables = vscode.Disposable.from(
      registerCommand('pressmark.adjudicate', (about?: unknown) => this.open(articleIn(about))),
      registerCommand('pressmark.adjudicateList', () => this.choose()),
      registerCommand('pressmark.adjudicate.tell', (message: FromPage) => this.active()?.receive(message)),
      registerCommand('pressmark.adjudicate.state', () => this.active()?.desk.state),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel: vscode.WebviewPanel, kept: unknown) => {
          if (isKept(kept)) this.adopt(panel, kept);
          else panel.dispose();
        },
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.mark()),
      parts.session.onDidChange(() => void this.mark()),
    );
  }

  /** Opens the panel of an article beside it; shows the one that is open. */
  async open(uri: vscode.Uri | undefined): Promise<void> {
    const article = uri ?? activeArticle()?.document.uri;
    if (!article) return;
    const known = this.panels.get(article.toString());
    if (known) return known.panel.reveal();
    await reportFailure(async () => {
      await vscode.window.showTextDocument(article, { preview: false });
      const { Beside } = vscode.ViewColumn;
      const title = vscode.l10n.t('Adjudicate: {0}', article.path.slice(article.path.lastIndexOf('/') + 1));
      const panel = vscode.window.createWebviewPanel(viewType, title, Beside, {
        retainContextWhenHidden: false,
      });
      await this.adopt(panel, { uri: article.toString() }).desk.refresh();
    });
  }

  /** Lets the user choose among the articles that several people have annotated. */
  async choose(): Promise<void> {
    const title = vscode.l10n.t('Comparing what people have tagged');
    const params: AdjudicationListParams = {};
    const list = await reportFailure(() =>
      this.parts.session.askLong<AdjudicationListItem[]>(listRequest, title, params),
    );
    if (!list) return;
    if (list.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No article here has been annotated by two people or more.'),
      );
      return;
    }
    const items = list
      .toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0))
      .map((item) => ({ label: item.path, description: describe(item), uri: vscode.Uri.parse(item.uri) }));
    const placeHolder = vscode.l10n.t('Article to adjudicate');
    const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
    if (picked) await this.open(picked.uri);
  }

  private adopt(panel: vscode.WebviewPanel, kept: KeptPanel): AdjudicationPanel {
    const mine = new AdjudicationPanel(panel, this.parts, kept);
    this.panels.set(kept.uri, mine);
    panel.onDidDispose(() => {
      mine.dispose();
      if (this.panels.get(kept.uri) === mine) this.panels.delete(kept.uri);
    });
    return mine;
  }

  /** The panel that the user is in, else the one that was opened last. */
  private active(): AdjudicationPanel | undefined {
    const panels = [...this.panels.values()];
    return panels.find(({ panel }) => panel.active) ?? panels.at(-1);
  }

  /** Keeps the context key on which the button at the article's editor depends. */
  private async mark(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const { session } = this.parts;
    const isOne = document !== undefined && isArticle(document) && session.isStarted;
    const layers = isOne
      ? await session.ask<number>(layerCountRequest, { uri: document.uri.toString() }).catch(() => 0)
      : 0;
    if (document !== vscode.window.activeTextEditor?.document) return;
    await vscode.commands.executeCommand('setContext', 'pressmark.adjudicable', layers >= 2);
  }

  dispose(): void {
    // The panels themselves stay: a window that reloads brings them back.
    for (const mine of this.panels.values()) mine.dispose();
    this.disposables.dispose();
  }
}

function describe({ open, groups, waiting, annotators, unreadable }: AdjudicationListItem): string {
  if (unreadable) return vscode.l10n.t('a file cannot be read');
  if (annotators < 2) return vscode.l10n.t('waits for {0} more to be done', waiting);
  return open === 0
    ? vscode.l10n.t('all settled')
    : vscode.l10n.t('{0} of {1} open, {2} annotators', open, groups, annotators);
}

/** The article that a command is about: an address, or an entry of the corpus tree. */
function articleIn(about: unknown): vscode.Uri | undefined {
  if (about instanceof vscode.Uri) return about;
  if (typeof about !== 'object' || about === null || !('article' in about)) return undefined;
  const { article } = about;
  if (typeof article !== 'object' || article === null || !('uri' in article)) return undefined;
  return vscode.Uri.parse(String(article.uri));
}

function isKept(kept: unknown): kept is KeptPanel {
  return typeof kept === 'object' && kept !== null && 'uri' in kept && typeof kept.uri === 'string';
}
