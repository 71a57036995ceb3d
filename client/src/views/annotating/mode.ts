import * as vscode from 'vscode';
import type { Annotations } from '../../annotations.ts';
import { isArticle } from '../../articles.ts';
import { goToAnnotation } from '../../commands/navigate.ts';
import { reportFailure } from '../../commands/report.ts';
import type { Tagging } from '../../commands/tag.ts';
import type { Labels } from '../../labels.ts';
import { meaningOf } from './keys.ts';
import { ModeLegend } from './legend.ts';
import { Lock } from './lock.ts';

/** Annotation mode: one key tags, and no key types. On or off for the window; it acts in articles only. */
export class AnnotationMode implements vscode.Disposable {
  private readonly labels: Labels;
  private readonly tagging: Tagging;
  private readonly annotations: Annotations;
  private readonly lock = new Lock();
  private readonly legend = new ModeLegend();
  private readonly turned = new vscode.EventEmitter<boolean>();
  /** The mode was turned on (true) or off. */
  readonly onDidTurn = this.turned.event;
  private on = false;
  private readonly parts: vscode.Disposable;

  constructor(labels: Labels, tagging: Tagging, annotations: Annotations) {
    this.labels = labels;
    this.tagging = tagging;
    this.annotations = annotations;
    this.parts = vscode.Disposable.from(
      this.legend,
      this.turned,
      vscode.window.onDidChangeActiveTextEditor(() => void this.follow()),
      labels.onDidChange(() => void this.follow()),
    );
  }

  /** Turns the mode on or off. */
  async set(on: boolean): Promise<void> {
    this.on = on;
    this.turned.fire(on);
    await this.follow();
  }

  /** Turns the mode to the other state. */
  toggle(): Promise<void> {
    return this.set(!this.on);
  }

  /** Does what the key stands for in the active article: tag, move or undo. Any other key does nothing. */
  async press(key: string): Promise<void> {
    const editor = this.article();
    if (!editor) return;
    const labels = await reportFailure(() => this.labels.of(editor.document.uri));
    const meaning = labels && meaningOf(key, labels);
    if (meaning === undefined) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('No label has the key {0}.', key), 2000);
    } else if (meaning === 'undo') await this.tagging.undoLast();
    else if (meaning === 'next' || meaning === 'previous') await goToAnnotation(this.annotations, meaning);
    else await this.tagging.tag(editor, meaning.name);
  }

  private article(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && isArticle(editor.document) ? editor : undefined;
  }

  /** Makes keys, read-only mark and legend fit the mode and the editor that is active now. */
  private async follow(): Promise<void> {
    const editor = this.article();
    const acts = this.on && editor !== undefined;
    await vscode.commands.executeCommand('setContext', 'pressmark.annotating', acts);
    if (editor) await (this.on ? this.lock.close(editor.document.uri) : this.lock.open(editor.document.uri));
    if (!this.on) return this.legend.hide();
    this.legend.show(editor ? await this.labels.of(editor.document.uri).catch(() => []) : [], acts);
  }

  dispose(): void {
    this.parts.dispose();
  }
}
