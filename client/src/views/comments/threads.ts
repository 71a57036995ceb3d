import * as vscode from 'vscode';
import type { ThreadView } from '../../../../server/src/lsp/protocol/comments.ts';
import { editorRange } from '../../commands/active.ts';
import { ArticleComment } from './comment.ts';

/** A thread on screen, and what the server last said of it. */
interface ShownThread {
  readonly thread: vscode.CommentThread;
  view: ThreadView;
}

/** The annotation that a thread is about. */
export interface Subject {
  readonly article: vscode.Uri;
  readonly sidecar: string;
  readonly id: string;
}

/** The threads of the open articles in VS Code's comments: made, moved, changed and taken away as the server says. */
export class Threads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('pressmark', 'Pressmark');
  private readonly shown = new Map<string, Map<string, ShownThread>>();

  constructor() {
    this.controller.options = {
      prompt: vscode.l10n.t('Answer'),
      placeHolder: vscode.l10n.t('What others should know about this tag'),
    };
  }

  /** Shows the threads of an article as they are now. One in which somebody is changing a comment stays as it is. */
  show(article: vscode.Uri, views: readonly ThreadView[]): void {
    const known = this.shown.get(article.toString()) ?? new Map<string, ShownThread>();
    this.shown.set(article.toString(), known);
    const present = new Set(views.map((view) => view.key));
    for (const [key, { thread }] of known) {
      if (present.has(key)) continue;
      thread.dispose();
      known.delete(key);
    }
    for (const view of views) {
      const old = known.get(view.key);
      if (old) update(old, view);
      else known.set(view.key, this.made(article, view));
    }
  }

  /** Takes the threads of an article off the screen. */
  forget(article: vscode.Uri): void {
    for (const { thread } of this.shown.get(article.toString())?.values() ?? []) thread.dispose();
    this.shown.delete(article.toString());
  }

  /** Unfolds the thread about an annotation and gives it; undefined where nobody has commented on it. */
  unfold({ article, sidecar, id }: Subject): vscode.CommentThread | undefined {
    const thread = this.shown.get(article.toString())?.get(JSON.stringify([sidecar, id]))?.thread;
    if (thread) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return thread;
  }

  /** The annotation that a thread is about; undefined for a thread of somebody else's, or one that has lost it. */
  subjectOf(thread: vscode.CommentThread): Subject | undefined {
    const view = this.viewOf(thread);
    return view && view.sidecar !== ''
      ? { article: thread.uri, sidecar: view.sidecar, id: view.id }
      : undefined;
  }

  /** The thread that holds a comment. */
  holding(comment: vscode.Comment): vscode.CommentThread | undefined {
    for (const threads of this.shown.values())
      for (const { thread } of threads.values()) if (thread.comments.includes(comment)) return thread;
    return undefined;
  }

  /** Shows a comment for changing, or as it was. */
  setMode(comment: ArticleComment, mode: vscode.CommentMode): void {
    const thread = this.holding(comment);
    if (!thread) return;
    thread.comments = thread.comments.map((c) => (c === comment ? comment.inMode(mode) : c));
  }

  private viewOf(thread: vscode.CommentThread): ThreadView | undefined {
    const threads = this.shown.get(thread.uri.toString())?.values() ?? [];
    return [...threads].find((shown) => shown.thread === thread)?.view;
  }

  private made(article: vscode.Uri, view: ThreadView): ShownThread {
    const thread = this.controller.createCommentThread(article, editorRange(view.range), []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    fill(thread, view);
    return { thread, view };
  }

  dispose(): void {
    this.controller.dispose();
  }
}

function update(shown: ShownThread, view: ThreadView): void {
  const { thread } = shown;
  const isBeingChanged = thread.comments.some((c) => c.mode === vscode.CommentMode.Editing);
  if (isBeingChanged || JSON.stringify(shown.view) === JSON.stringify(view)) return;
  shown.view = view;
  fill(thread, view);
}

function fill(thread: vscode.CommentThread, view: ThreadView): void {
  const range = editorRange(view.range);
  if (!thread.range?.isEqual(range)) thread.range = range;
  thread.label = view.resolved ? vscode.l10n.t('{0} · settled', view.title) : view.title;
  thread.contextValue = view.open ? (view.resolved ? 'resolved' : 'unresolved') : 'closed';
  thread.canReply = view.open;
  thread.state = view.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  thread.comments = view.comments.map((comment) => new ArticleComment(comment));
}
