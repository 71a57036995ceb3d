import * as vscode from 'vscode';

const scheme = 'pressmark-report';

/** Keeps this many reports: those that may still be open. */
const mostKept = 20;

/** Reports on what was exported and imported, as documents that can be read, searched and copied, and are no files. */
export class Reports implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  private count = 0;

  /** Opens a report under a title. */
  async show(title: string, text: string): Promise<void> {
    this.count++;
    const uri = vscode.Uri.from({
      scheme,
      path: `/${title.replaceAll('/', '-')}`,
      query: String(this.count),
    });
    this.texts.set(uri.toString(), text);
    for (const old of [...this.texts.keys()].slice(0, -mostKept)) this.texts.delete(old);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.registration.dispose();
  }
}
