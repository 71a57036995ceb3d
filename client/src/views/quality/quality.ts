import * as vscode from 'vscode';
import type { QualityView } from '../../../../server/src/lsp/protocol.ts';
import type { Annotations } from '../../annotations.ts';
import { isArticle } from '../../articles.ts';
import { articleLanguage, qualityRequest } from '../../server/names.ts';
import type { ServerSession } from '../../server/session.ts';

/** Milliseconds after the last change before the page is measured again: nobody watches these numbers as he types. */
const restAfterChange = 500;

/**
 * The language status item (behind the braces at the language's name) of the active article: how many signals of its
 * page are unusual. Its command lists all of them.
 */
export class PageStatus implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly item = vscode.languages.createLanguageStatusItem('pressmark.quality', [
    { language: articleLanguage },
    { language: 'plaintext', pattern: '**/*.txt' },
  ]);
  private readonly parts: vscode.Disposable;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ServerSession, annotations: Annotations) {
    this.session = session;
    this.item.name = vscode.l10n.t('Page');
    this.item.command = { command: 'pressmark.showQuality', title: vscode.l10n.t('Show All') };
    const soon = () => this.showSoon();
    this.parts = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(soon),
      // Asked anew after every edit and whenever the server has news.
      annotations.onDidChange(soon),
    );
    soon();
  }

  private showSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.show().catch(() => undefined), restAfterChange);
  }

  private async show(): Promise<void> {
    const view = await askQuality(this.session);
    this.item.text = view?.summary ?? vscode.l10n.t('Page: no article');
    this.item.detail = (view?.signals ?? [])
      .filter((signal) => signal.unusual)
      .map(({ title, value }) => `${title}: ${value}`)
      .join(' · ');
    this.item.severity =
      (view?.unusual ?? 0) > 0
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.parts.dispose();
  }
}

/** Lists the signals of the active article's page with their usual ranges, the unusual ones first. */
export async function showQuality(session: ServerSession): Promise<void> {
  const view = await askQuality(session);
  if (view === undefined || view.signals.length === 0) {
    await vscode.window.showInformationMessage(
      view?.summary ?? vscode.l10n.t('Open an article first, then choose this again.'),
    );
    return;
  }
  const items = [...view.signals]
    .sort((a, b) => Number(b.unusual) - Number(a.unusual))
    .map(({ title, value, usual, unusual }) => ({
      label: `$(${unusual ? 'warning' : 'check'}) ${title}: ${value}`,
      description: usual,
    }));
  await vscode.window.showQuickPick(items, { title: view.summary, matchOnDescription: true });
}

/** Undefined where the active document is no article. */
async function askQuality(session: ServerSession): Promise<QualityView | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isArticle(document)) return undefined;
  return (
    (await session.ask<QualityView | null>(qualityRequest, { uri: document.uri.toString() })) ?? undefined
  );
}
