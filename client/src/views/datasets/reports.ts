import * as vscode from 'vscode';
import type { ReportLink, ReportView } from '../../../../server/src/lsp/protocol/datasets.ts';

const scheme = 'pressmark-report';

/** Keeps this many reports: those that may still be open. */
const mostKept = 20;

/**
 * Reports on what was exported and imported, as documents that can be read, searched and copied, and are no files.
 * Places in files open with a click, and with F12.
 */
export class Reports
  implements
    vscode.Disposable,
    vscode.TextDocumentContentProvider,
    vscode.DocumentLinkProvider,
    vscode.DefinitionProvider
{
  private readonly reports = new Map<string, ReportView>();
  private readonly registrations = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.languages.registerDocumentLinkProvider({ scheme }, this),
    vscode.languages.registerDefinitionProvider({ scheme }, this),
  );
  private count = 0;

  /** Opens a report under a title. */
  async show(title: string, report: ReportView): Promise<void> {
    this.count++;
    const uri = vscode.Uri.from({
      scheme,
      path: `/${title.replaceAll('/', '-')}`,
      query: String(this.count),
    });
    this.reports.set(uri.toString(), report);
    for (const old of [...this.reports.keys()].slice(0, -mostKept)) this.reports.delete(old);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.reports.get(uri.toString())?.text ?? '';
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return this.linksOf(uri).map((link) => {
      // The editor reads line and column in the fragment, both 1-based.
      const fragment = `L${link.at.line + 1},${link.at.character + 1}`;
      return new vscode.DocumentLink(rangeOf(link), vscode.Uri.parse(link.uri).with({ fragment }));
    });
  }

  provideDefinition({ uri }: vscode.TextDocument, at: vscode.Position): vscode.DefinitionLink[] {
    return this.linksOf(uri)
      .filter((link) => rangeOf(link).contains(at))
      .map((link) => {
        const target = new vscode.Position(link.at.line, link.at.character);
        return {
          originSelectionRange: rangeOf(link),
          targetUri: vscode.Uri.parse(link.uri),
          targetRange: new vscode.Range(target, target),
        };
      });
  }

  private linksOf(uri: vscode.Uri): readonly ReportLink[] {
    return this.reports.get(uri.toString())?.links ?? [];
  }

  dispose(): void {
    this.registrations.dispose();
  }
}

function rangeOf({ line, start, end }: ReportLink): vscode.Range {
  return new vscode.Range(line, start, line, end);
}
