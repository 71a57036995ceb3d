import * as vscode from 'vscode';
import type { SuggestionView } from '../../../../server/src/lsp/protocol/suggestions.ts';
import { isArticle } from '../../articles.ts';
import { editorRange } from '../../commands/active.ts';
import { percent } from './percent.ts';
import type { ShownSuggestions } from './shown.ts';

/**
 * Suggestions as inline tags behind their words, with how sure they are. These are inlay hints and not decorations, of
 * which the editor does not think when it wraps lines.
 */
export class SuggestionTags implements vscode.InlayHintsProvider {
  private readonly shown: ShownSuggestions;
  readonly onDidChangeInlayHints: vscode.Event<void>;

  constructor(shown: ShownSuggestions) {
    this.shown = shown;
    this.onDidChangeInlayHints = shown.onDidChange;
  }

  provideInlayHints(document: vscode.TextDocument, asked: vscode.Range): vscode.InlayHint[] {
    if (!isArticle(document)) return [];
    return this.shown
      .of(document)
      .filter(({ range }) => asked.intersection(editorRange(range)) !== undefined)
      .map(tagOf);
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
