import * as vscode from 'vscode';
import type { SuggestionView } from '../../../../server/src/lsp/protocol/suggestions.ts';
import { isShown, suggestionSettings } from './settings.ts';
import type { Suggestions } from './suggestions.ts';

/** The suggestions that the user wants to see. */
export class ShownSuggestions implements vscode.Disposable {
  private readonly suggestions: Suggestions;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Others may be shown in any article. */
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable;
  private annotating = false;

  constructor(suggestions: Suggestions) {
    this.suggestions = suggestions;
    this.parts = vscode.Disposable.from(
      this.changed,
      suggestions.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('pressmark.suggestions')) this.changed.fire();
      }),
    );
  }

  /** Tells whether somebody is in annotation mode, where suggestions may be wanted and elsewhere not. */
  setAnnotating(annotating: boolean): void {
    if (this.annotating === annotating) return;
    this.annotating = annotating;
    this.changed.fire();
  }

  /** Done when the server has once said what it suggests in an article, or that it cannot. */
  async whenKnown(document: vscode.TextDocument): Promise<void> {
    if (this.suggestions.of(document) === undefined)
      await this.suggestions.ask(document).catch(() => undefined);
  }

  /** Those of an article, in the order of the text. */
  of(document: vscode.TextDocument): readonly SuggestionView[] {
    const settings = suggestionSettings(document);
    return (this.suggestions.of(document) ?? []).filter((view) => isShown(view, settings, this.annotating));
  }

  dispose(): void {
    this.parts.dispose();
  }
}
