import * as vscode from 'vscode';
import { isArticle } from '../../articles.ts';
import { editorRange } from '../../commands/active.ts';
import { reportFailure } from '../../commands/report.ts';
import type { ChangesModel } from './model.ts';
import { MARKS, type MarkKind, marksByLine, toldChanges } from './nodes.ts';

const setting = 'changesInGutter';

/** Marks beside the lines of an article whose annotations have changed, and the changes in words at their places. */
export class ChangesGutter implements vscode.Disposable {
  private readonly model: ChangesModel;
  private readonly icons: ReadonlyMap<MarkKind, vscode.TextEditorDecorationType>;
  /** Carries the words only. */
  private readonly words = vscode.window.createTextEditorDecorationType({});
  private readonly parts: vscode.Disposable;

  constructor(model: ChangesModel, extension: vscode.Uri) {
    this.model = model;
    this.icons = new Map(MARKS.map((kind) => [kind, iconType(extension, kind)]));
    this.parts = vscode.Disposable.from(
      model.onDidChange(() => this.draw()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`pressmark.${setting}`)) this.draw();
      }),
      vscode.commands.registerCommand('pressmark.changes.toggleGutter', () => reportFailure(toggle)),
    );
    this.draw();
  }

  private draw(): void {
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => isArticle(document));
    const shown = isShown();
    if (shown && editors.length > 0 && this.model.folders === undefined) {
      this.model.refresh().catch(() => undefined); // the session has told the user
      return;
    }
    for (const editor of editors) {
      const layers = (shown && this.model.of(editor.document.uri)?.layers) || [];
      const named = layers.flatMap((layer) =>
        toldChanges(layer).map((change) => ({ change, annotator: layer.annotator })),
      );
      const lines = marksByLine(named.map(({ change }) => change));
      for (const [kind, type] of this.icons) {
        const ranges = [...lines]
          .filter(([, of]) => of === kind)
          .map(([line]) => new vscode.Range(line, 0, line, 0));
        editor.setDecorations(type, ranges);
      }
      editor.setDecorations(
        this.words,
        named.flatMap(({ change, annotator }) => {
          if (!change.range) return [];
          const text = annotator === undefined ? change.words : `${change.words} · ${annotator}`;
          // Words of files: shown as they are, never read as markup.
          return [
            { range: editorRange(change.range), hoverMessage: new vscode.MarkdownString().appendText(text) },
          ];
        }),
      );
    }
  }

  dispose(): void {
    this.parts.dispose();
    this.words.dispose();
    for (const type of this.icons.values()) type.dispose();
  }
}

function iconType(extension: vscode.Uri, kind: MarkKind): vscode.TextEditorDecorationType {
  const icon = (theme: string) => vscode.Uri.joinPath(extension, 'media', 'changes', `${kind}-${theme}.svg`);
  return vscode.window.createTextEditorDecorationType({
    gutterIconSize: 'contain',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}

function isShown(): boolean {
  return vscode.workspace.getConfiguration('pressmark').get<boolean>(setting, true);
}

async function toggle(): Promise<void> {
  await vscode.workspace
    .getConfiguration('pressmark')
    .update(setting, !isShown(), vscode.ConfigurationTarget.Global);
}
