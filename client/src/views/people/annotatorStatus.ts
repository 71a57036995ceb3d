import * as vscode from 'vscode';
import type { PeopleView } from '../../../../server/src/lsp/protocol/people.ts';
import { isArticle } from '../../articles.ts';
import type { Projects } from '../../projects.ts';
import type { ServerSession } from '../../server/session.ts';
import { askPeople } from './choose.ts';

/** Milliseconds between a change and the question who works here, so that typing does not ask. */
const restAfterChange = 500;

/** The status bar item that says as whom the user annotates, where the project lists annotators. */
export class AnnotatorStatus implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly item = vscode.window.createStatusBarItem(
    'pressmark.annotator',
    vscode.StatusBarAlignment.Right,
    109,
  );
  private readonly parts: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shownFor: string | undefined;

  constructor(session: ServerSession, projects: Projects) {
    this.session = session;
    this.item.name = vscode.l10n.t('Annotator');
    this.item.command = 'pressmark.chooseAnnotator';
    this.parts = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.lookSoon()),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        // Somebody may have told git something else in a terminal.
        if (focused) this.lookSoon();
      }),
      session.onDidChange((uris) => {
        if (uris.length === 0) this.lookSoon();
      }),
      projects.onDidChange(() => this.lookSoon()),
    );
    this.lookSoon();
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look().catch(() => undefined), restAfterChange);
  }

  private async look(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isArticle(document) || !this.session.isStarted) {
      this.item.hide();
      return;
    }
    this.shownFor = document.uri.toString();
    const view = await askPeople(this.session, document.uri);
    // Meanwhile the user may have gone elsewhere.
    if (this.shownFor === vscode.window.activeTextEditor?.document.uri.toString()) this.show(view);
  }

  private show(view: PeopleView): void {
    if (view.people.length === 0) {
      this.item.hide();
      return;
    }
    const me = view.people.find(({ name }) => name === view.me);
    const words = [view.explanation];
    if (view.blind) words.push(vscode.l10n.t('What others have annotated is hidden.'));
    this.item.text = `${me ? `$(account) ${me.title}` : `$(question) ${vscode.l10n.t('Who are you?')}`}${view.blind ? ' $(eye-closed)' : ''}`;
    this.item.backgroundColor = me ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
    this.item.tooltip = words.join('\n');
    this.item.accessibilityInformation = { label: words.join(' ') };
    this.item.show();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.parts.dispose();
  }
}
