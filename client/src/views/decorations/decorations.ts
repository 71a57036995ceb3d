import * as vscode from 'vscode';
import type { AnnotationView, LabelView } from '../../../../server/src/lsp/protocol.ts';
import type { Annotations } from '../../annotations.ts';
import type { Labels } from '../../labels.ts';
import { type DecorationKind, decorationStyle } from './style.ts';

/** Draws the annotations of the visible articles in the colours of their labels. */
export class Decorations implements vscode.Disposable {
  private readonly annotations: Annotations;
  private readonly labels: Labels;
  /** Drawn so far, by colour, certainty and what others say. */
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly parts: vscode.Disposable;

  constructor(annotations: Annotations, labels: Labels) {
    this.annotations = annotations;
    this.labels = labels;
    this.parts = vscode.Disposable.from(
      annotations.onDidChange((document) => void this.draw(editorsOf(document))),
      labels.onDidChange(() => void this.draw(vscode.window.visibleTextEditors)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => void this.draw(editors)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('pressmark.decorations')) return;
        this.clear();
        void this.draw(vscode.window.visibleTextEditors);
      }),
    );
  }

  private async draw(editors: readonly vscode.TextEditor[]): Promise<void> {
    const kind = vscode.workspace
      .getConfiguration('pressmark')
      .get<DecorationKind>('decorations', 'underline');
    const known = editors.filter(({ document }) => this.annotations.of(document) !== undefined);
    if (kind === 'off' || known.length === 0) return;
    for (const editor of known) {
      const labels = await this.labels.of(editor.document.uri).catch((): readonly LabelView[] => []);
      const colors = new Map(labels.map(({ name, color }) => [name, color]));
      const ranges = this.rangesByStyle(this.annotations.of(editor.document) ?? [], colors, kind);
      for (const [style, type] of this.types) editor.setDecorations(type, ranges.get(style) ?? []);
    }
  }

  /** The ranges of each style; makes the styles that are not there yet. */
  private rangesByStyle(
    views: readonly AnnotationView[],
    colors: ReadonlyMap<string, string>,
    kind: DecorationKind,
  ): Map<string, vscode.Range[]> {
    const ranges = new Map<string, vscode.Range[]>();
    for (const view of views) {
      const { label, range, certain, standing } = view;
      const color = colors.get(label) ?? '';
      const style = `${color} ${certain} ${standing}`;
      if (!this.types.has(style)) {
        const options = decorationStyle(color, view, kind);
        this.types.set(style, vscode.window.createTextEditorDecorationType(options));
      }
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      const others = ranges.get(style);
      if (others) others.push(place);
      else ranges.set(style, [place]);
    }
    return ranges;
  }

  private clear(): void {
    for (const type of this.types.values()) type.dispose();
    this.types.clear();
  }

  dispose(): void {
    this.parts.dispose();
    this.clear();
  }
}

function editorsOf(document: vscode.TextDocument): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
}
