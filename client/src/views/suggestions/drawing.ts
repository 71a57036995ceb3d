import * as vscode from 'vscode';
import type { SuggestionView } from '../../../../server/src/lsp/protocol/suggestions.ts';
import type { LabelView } from '../../../../server/src/lsp/protocol.ts';
import { isArticle } from '../../articles.ts';
import type { Labels } from '../../labels.ts';
import { onDark, onLight, parseColor, toCss } from '../decorations/color.ts';
import { percent } from './percent.ts';
import { isShown, suggestionSettings } from './settings.ts';
import type { Suggestions } from './suggestions.ts';

/** Draws suggestions: a dotted line in the label's colour, and the label with its score as ghost text behind. */
export class SuggestionDrawing implements vscode.Disposable {
  private readonly suggestions: Suggestions;
  private readonly labels: Labels;
  /** By the colour of the label. */
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly parts: vscode.Disposable;
  private annotating = false;

  constructor(suggestions: Suggestions, labels: Labels) {
    this.suggestions = suggestions;
    this.labels = labels;
    this.parts = vscode.Disposable.from(
      suggestions.onDidChange((document) => void this.draw(editorsOf(document))),
      labels.onDidChange(() => void this.draw(vscode.window.visibleTextEditors)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => void this.draw(editors)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('pressmark.suggestions'))
          void this.draw(vscode.window.visibleTextEditors);
      }),
    );
  }

  /** Tells whether somebody is in annotation mode, where suggestions may be wanted and elsewhere not. */
  setAnnotating(annotating: boolean): void {
    if (this.annotating === annotating) return;
    this.annotating = annotating;
    void this.draw(vscode.window.visibleTextEditors);
  }

  private async draw(editors: readonly vscode.TextEditor[]): Promise<void> {
    for (const editor of editors) {
      if (!isArticle(editor.document)) continue;
      const labels = await this.labels.of(editor.document.uri).catch((): readonly LabelView[] => []);
      const colors = new Map(labels.map(({ name, color }) => [name, color]));
      const settings = suggestionSettings(editor.document);
      const views = this.suggestions.of(editor.document) ?? [];
      const shown = views.filter((view) => isShown(view, settings, this.annotating));
      const byColor = Map.groupBy(shown, ({ label }) => colors.get(label) ?? '');
      for (const color of byColor.keys()) this.typeOf(color);
      for (const [color, type] of this.types) {
        editor.setDecorations(type, (byColor.get(color) ?? []).map(drawn));
      }
    }
  }

  private typeOf(color: string): vscode.TextEditorDecorationType {
    const known = this.types.get(color);
    if (known) return known;
    const rgb = parseColor(color);
    const type = vscode.window.createTextEditorDecorationType({
      borderStyle: 'dotted',
      borderWidth: '0 0 1px 0',
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      light: { borderColor: toCss(onLight(rgb), 0.7) },
      dark: { borderColor: toCss(onDark(rgb), 0.7) },
    });
    this.types.set(color, type);
    return type;
  }

  dispose(): void {
    this.parts.dispose();
    for (const type of this.types.values()) type.dispose();
    this.types.clear();
  }
}

function drawn({ range: { start, end }, label, score }: SuggestionView): vscode.DecorationOptions {
  return {
    range: new vscode.Range(start.line, start.character, end.line, end.character),
    renderOptions: {
      after: {
        contentText: `${label}? ${percent(score)}`,
        margin: '0 0.2em 0 0.3em',
        // Fainter than a tag, and as faint as the theme makes what is not there yet.
        color: new vscode.ThemeColor('editorGhostText.foreground'),
        fontStyle: 'italic',
      },
    },
  };
}

function editorsOf(document: vscode.TextDocument): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
}
