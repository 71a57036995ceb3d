import * as vscode from 'vscode';
import type { CommentView } from '../../../../server/src/lsp/protocol/comments.ts';
import { textPieces } from './links.ts';

/** A contribution to a thread, as VS Code shows it; `view` is what the server knows of it. */
export class ArticleComment implements vscode.Comment {
  readonly view: CommentView;
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly label?: string;
  readonly timestamp?: Date;

  constructor(view: CommentView) {
    this.view = view;
    this.body = shown(view.text);
    this.author = { name: view.author };
    this.contextValue = view.own ? 'own' : 'other';
    if (view.outdated) this.label = vscode.l10n.t('Said of an Earlier Version');
    const time = view.time === undefined ? Number.NaN : Date.parse(view.time);
    if (!Number.isNaN(time)) this.timestamp = new Date(time);
  }

  /** The same comment with its text to be changed, or shown again. */
  inMode(mode: vscode.CommentMode): ArticleComment {
    const comment = new ArticleComment(this.view);
    comment.mode = mode;
    // What somebody edits is what they wrote, without the marks that keep it from being read as markdown.
    if (mode === vscode.CommentMode.Editing) comment.body = this.view.text;
    return comment;
  }

  /** What stands in the comment's box while it is edited. */
  get edited(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }
}

/** The text as it is: never markup, no commands, no pictures; addresses with https can be followed. */
function shown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  for (const piece of textPieces(text)) {
    if (piece.isLink) markdown.appendMarkdown(`<${piece.text}>`);
    else markdown.appendText(piece.text);
  }
  return markdown;
}
