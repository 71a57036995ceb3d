import * as vscode from 'vscode';
import type { SuggestionView } from '../../../../server/src/lsp/protocol/suggestions.ts';
import { isArticle } from '../../articles.ts';
import { editorRange } from '../../commands/active.ts';
import { percent } from './percent.ts';
import type { ShownSuggestions } from './shown.ts';

/** Milliseconds in which all that write inlay hints have answered once. */
const untilListening = 1000;

/**
 * Suggestions as inline tags behind their words, with how sure they are. These are inlay hints and not decorations, of
 * which the editor does not think when it wraps lines.
 */
export class SuggestionTags implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly shown: ShownSuggestions;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly parts: vscode.Disposable;

  constructor(shown: ShownSuggestions) {
    this.shown = shown;
    this.parts = vscode.Disposable.from(
      this.changed,
      shown.onDidChange(() => this.tell()),
    );
  }

  async provideInlayHints(document: vscode.TextDocument, asked: vscode.Range): Promise<vscode.InlayHint[]> {
    if (!isArticle(document)) return [];
    await this.shown.whenKnown(document);
    return this.shown
      .of(document)
      .filter(({ range }) => asked.intersection(editorRange(range)) !== undefined)
      .map(tagOf);
  }

  /** Twice, since VS Code listens only once all inlay hints of a document were there, those of others too. */
  private tell(): void {
    this.changed.fire();
    clearTimeout(this.again);
    this.again = setTimeout(() => this.changed.fire(), untilListening);
  }

  dispose(): void {
    clearTimeout(this.again);
    this.parts.dispose();
  }
}

function tagOf({ range: { end }, label, score, because }: SuggestionView): vscode.InlayHint {
  const hint = new vscode.InlayHint(
    new vscode.Position(end.line, end.character),
    `${label}?\u00a0${percent(score)}`,
    // Themes may give this kind a colour of its own, so that suggestions and tags differ by more than the mark.
    vscode.InlayHintKind.Parameter,
  );
  hint.paddingLeft = true;
  hint.tooltip = because;
  return hint;
}
