import * as vscode from 'vscode';
import type { LabelView, PlaceArguments, TagArguments } from '../../../server/src/lsp/protocol.ts';
import type { Labels } from '../labels.ts';
import { serverCommand } from '../server/names.ts';
import type { ServerSession } from '../server/session.ts';
import { activeArticle, lspRange } from './active.ts';
import { report, reportFailure } from './report.ts';

/** Tagging and untagging at the cursor or selection; the server decides what stands there. */
export class Tagging {
  private readonly session: ServerSession;
  private readonly labels: Labels;

  constructor(session: ServerSession, labels: Labels) {
    this.session = session;
    this.labels = labels;
  }

  /** Lets the user pick one of the labels for names (or for sentences) and tags every selection with it. */
  async tagAs(sentences: boolean): Promise<void> {
    const editor = activeArticle();
    if (!editor) return;
    const label = await reportFailure(() => this.pick(editor.document.uri, sentences));
    if (label) await this.tag(editor, label.name);
  }

  /** Tags what every cursor of the editor selects; each is one operation and is saved. */
  async tag(editor: vscode.TextEditor, label: string): Promise<void> {
    await reportFailure(async () => {
      for (const args of placesIn(editor)) {
        const tagArguments: TagArguments = { ...args, label };
        report(await this.session.execute(serverCommand.tag, tagArguments));
      }
    });
  }

  /** Removes the annotation at every cursor. */
  async remove(): Promise<void> {
    const editor = activeArticle();
    if (!editor) return;
    await reportFailure(async () => {
      for (const args of placesIn(editor)) report(await this.session.execute(serverCommand.remove, args));
    });
  }

  /** Takes back the last annotation of this session. */
  async undoLast(): Promise<void> {
    await reportFailure(async () => report(await this.session.execute(serverCommand.undoLast)));
  }

  /** Lets the user choose one of the labels for names, or of those for sentences. */
  async pick(article: vscode.Uri, sentences: boolean): Promise<LabelView | undefined> {
    const all = await this.labels.of(article);
    const items = all
      .filter((label) => !sentences || label.sentence)
      .map((label) => ({
        label: label.name,
        description: label.key === undefined ? label.title : `${label.title}  [${label.key}]`,
        ...(label.guideline === undefined ? {} : { detail: label.guideline }),
        view: label,
      }));
    const placeHolder = sentences
      ? vscode.l10n.t('What is wrong with this sentence?')
      : vscode.l10n.t('Label for the selection, or for the name at the cursor');
    const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
    return picked?.view;
  }
}

function placesIn(editor: vscode.TextEditor): PlaceArguments[] {
  const { uri, version } = editor.document;
  return editor.selections.map((range) => ({ uri: uri.toString(), range: lspRange(range), version }));
}
