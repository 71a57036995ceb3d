import * as vscode from 'vscode';
import type {
  AnswerSuggestionRequest,
  SuggestionAnswer,
  SuggestionView,
} from '../../../../server/src/lsp/protocol/suggestions.ts';
import type { CommandResult } from '../../../../server/src/lsp/protocol.ts';
import { activeArticle, editorRange, lspRange } from '../../commands/active.ts';
import { type Direction, goToPlace } from '../../commands/navigate.ts';
import { report, reportFailure } from '../../commands/report.ts';
import { saveSidecar } from '../../server/save.ts';
import type { ServerSession } from '../../server/session.ts';
import { percent } from './percent.ts';
import { suggestionSettings } from './settings.ts';
import type { Suggestions } from './suggestions.ts';

const answerSuggestionRequest: typeof AnswerSuggestionRequest = 'pressmark/answerSuggestion';

type Answer = SuggestionAnswer['answer'];

/** Accepting and refusing what is suggested at the cursor. */
export class Answering {
  private readonly session: ServerSession;
  private readonly suggestions: Suggestions;
  /** Ends with the last answer: who presses a key quickly answers one suggestion after the other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(session: ServerSession, suggestions: Suggestions) {
    this.session = session;
    this.suggestions = suggestions;
  }

  /** Selects the next suggestion after the cursor, or the one before it, and says why it is one. */
  async go(direction: Direction): Promise<void> {
    const none = vscode.l10n.t('Nothing is suggested in this article any more.');
    const view = await goToPlace(this.suggestions, direction, none, isSureEnough);
    if (view)
      vscode.window.setStatusBarMessage(`${view.label} ${percent(view.score)} · ${view.because}`, 8000);
  }

  /** Answers the suggestion at the cursor and goes to the next one; where there is none, only goes there. */
  async answer(answer: Answer, scope: 'one' | 'like'): Promise<void> {
    const editor = activeArticle();
    if (!editor) return;
    const mine = this.last.then(() => reportFailure(() => this.answerIn(editor, answer, scope)));
    this.last = mine;
    await mine;
  }

  private async answerIn(editor: vscode.TextEditor, answer: Answer, scope: 'one' | 'like'): Promise<void> {
    const { document } = editor;
    const view = surest(await this.suggestions.ask(document), editor.selection);
    if (view) {
      const { range, label } = view;
      await this.send({ ...named(document), range, label, answer, scope });
    }
    await this.go('next');
  }

  /** Lets the user choose how sure suggestions must be, and accepts all of the article that are. */
  async acceptAll(): Promise<void> {
    const editor = activeArticle();
    if (!editor) return;
    await reportFailure(async () => {
      const { document, selection } = editor;
      const views = await this.suggestions.ask(document);
      const least = await chooseLeast(views);
      if (least === undefined) return;
      const range = lspRange(selection);
      await this.send({ ...named(document), range, answer: 'accept', scope: 'article', least });
    });
  }

  private async send(answer: SuggestionAnswer): Promise<void> {
    const result = await this.session.ask<CommandResult>(answerSuggestionRequest, answer);
    if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
    report(result);
  }
}

/** Who asks for the next one by a key wants it also where none are drawn, but none that is too unsure to be drawn. */
function isSureEnough({ score }: SuggestionView, document: vscode.TextDocument): boolean {
  return score >= suggestionSettings(document).least;
}

function named(document: vscode.TextDocument): { readonly uri: string; readonly version: number } {
  return { uri: document.uri.toString(), version: document.version };
}

/** The surest suggestion that the cursor stands in or that is selected. */
function surest(views: readonly SuggestionView[], at: vscode.Range): SuggestionView | undefined {
  return views
    .filter(({ range }) => editorRange(range).contains(at))
    .reduce<SuggestionView | undefined>(
      (best, view) => (best === undefined || view.score > best.score ? view : best),
      undefined,
    );
}

/** Grades of sureness between which the user chooses, in per cent. */
const grades = [95, 90, 80, 70, 50, 0];

/** How sure suggestions must be, 0–1; undefined where the user stops or there are none. */
async function chooseLeast(views: readonly SuggestionView[]): Promise<number | undefined> {
  const items = grades.flatMap((grade, i) => {
    const sure = views.filter(({ score }) => score >= grade / 100);
    const more =
      i === 0 || views.some(({ score }) => score >= grade / 100 && score < (grades[i - 1] ?? 100) / 100);
    if (sure.length === 0 || !more) return [];
    const least = grade / 100;
    return [
      {
        label: vscode.l10n.t('Accept {0}', sure.length),
        description:
          grade === 0 ? vscode.l10n.t('all of this article') : vscode.l10n.t('at least {0} % sure', grade),
        detail: preview(sure),
        least,
      },
    ];
  });
  if (items.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is suggested in this article any more.'), 3000);
    return undefined;
  }
  const placeHolder = vscode.l10n.t('Which suggestions of this article are right?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.least;
}

/** The words of some suggestions, each once. */
function preview(views: readonly SuggestionView[]): string {
  return [...new Set(views.map(({ text, label }) => `${text} ${label}`))].slice(0, 12).join(' · ');
}
