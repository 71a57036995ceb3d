import * as vscode from 'vscode';
import type { Annotations } from '../../annotations.ts';
import { isArticle } from '../../articles.ts';
import type { CorpusModel } from '../corpus/model.ts';
import { isToDo } from '../corpus/nodes.ts';
import { annotationCount, findingCount } from '../counts.ts';

/** The status bar item of the active article: its language, annotations and findings. */
export class ArticleStatus implements vscode.Disposable {
  private readonly annotations: Annotations;
  private readonly corpus: CorpusModel;
  private readonly item = vscode.window.createStatusBarItem(
    'pressmark.article',
    vscode.StatusBarAlignment.Right,
    110,
  );
  private readonly parts: vscode.Disposable;

  constructor(annotations: Annotations, corpus: CorpusModel) {
    this.annotations = annotations;
    this.corpus = corpus;
    this.item.name = vscode.l10n.t('Article');
    this.item.command = 'pressmark.articleMenu';
    const show = () => this.show();
    this.parts = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.languages.onDidChangeDiagnostics(show),
      annotations.onDidChange(show),
      corpus.onDidChange(show),
    );
    this.show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const views = document && isArticle(document) ? this.annotations.of(document) : undefined;
    if (!document || !views) {
      this.item.hide();
      return;
    }
    const summary = this.corpus.of(document.uri);
    const language = summary?.language;
    const findings = findingsIn(document.uri);
    const isDone = summary !== undefined && !isToDo(summary);
    const done = isDone ? [vscode.l10n.t('You are done with this article.')] : [];
    const words = [annotationCount(views.length), findingCount(findings), ...done];
    const named = language === undefined ? words : [languageName(language), ...words];
    this.item.text = `${language === undefined ? '' : `${language} `}$(tag) ${views.length} $(warning) ${findings}${isDone ? ' $(pass)' : ''}`;
    this.item.tooltip = named.join('\n');
    this.item.accessibilityInformation = { label: named.join(', ') };
    this.item.show();
  }

  dispose(): void {
    this.parts.dispose();
  }
}

/** Findings shown at the article, of any severity. */
function findingsIn(uri: vscode.Uri): number {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'pressmark')
    .length;
}

/** The language's name in the user's language, where the platform knows it. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([vscode.env.language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a language tag
  }
}
