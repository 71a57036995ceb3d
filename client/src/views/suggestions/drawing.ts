import * as vscode from 'vscode';
import type { LabelView } from '../../../../server/src/lsp/protocol.ts';
import { isArticle } from '../../articles.ts';
import { editorRange } from '../../commands/active.ts';
import type { Labels } from '../../labels.ts';
import { onDark, onLight, parseColor, toCss } from '../decorations/color.ts';
import type { ShownSuggestions } from './shown.ts';

/** Draws a dotted line in the label's colour under what is suggested. */
export class SuggestionDrawing implements vscode.Disposable {
  private readonly shown: ShownSuggestions;
  private readonly labels: Labels;
  /** By the colour of the label. */
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly parts: vscode.Disposable;

  constructor(shown: ShownSuggestions, labels: Labels) {
    this.shown = shown;
    this.labels = labels;
    this.parts = vscode.Disposable.from(
      shown.onDidChange(() => void this.draw(vscode.window.visibleTextEditors)),
      labels.onDidChange(() => void this.draw(vscode.window.visibleTextEditors)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => void this.draw(editors)),
    );
  }

  private async draw(editors: readonly vscode.TextEditor[]): Promise<void> {
    for (const editor of editors) {
      if (!isArticle(editor.document)) continue;
      const labels = await this.labels.of(editor.document.uri).catch((): readonly LabelView[] => []);
      const colors = new Map(labels.map(({ name, color }) => [name, color]));
      const byColor = new Map<string, vscode.Range[]>();
      for (const { label, range } of this.shown.of(editor.document)) {
        const color = colors.get(label) ?? '';
        byColor.set(color, [...(byColor.get(color) ?? []), editorRange(range)]);
      }
      for (const color of byColor.keys()) this.typeOf(color);
      for (const [color, type] of this.types) editor.setDecorations(type, byColor.get(color) ?? []);
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
