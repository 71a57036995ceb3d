import * as vscode from 'vscode';
import type {
  CommentParams,
  CommentRequest,
  CommentsRequest,
  ThreadView,
} from '../../../../server/src/lsp/protocol/comments.ts';
import type { AnnotationView, CommandResult } from '../../../../server/src/lsp/protocol.ts';
import type { Annotations } from '../../annotations.ts';
import { activeArticle, editorRange } from '../../commands/active.ts';
import { report, reportFailure } from '../../commands/report.ts';
import { saveSidecar } from '../../server/save.ts';
import type { ServerSession } from '../../server/session.ts';
import type { ArticleComment } from './comment.ts';
import { type Subject, Threads } from './threads.ts';

const commentsRequest: typeof CommentsRequest = 'pressmark/comments';
const commentRequest: typeof CommentRequest = 'pressmark/comment';

/** What a change of a thread says, apart from the article. */
type Change<P = CommentParams> = P extends CommentParams ? Omit<P, 'uri'> : never;

/** Of `pressmark.comments.add`. */
interface AddArguments {
  /** Of the annotation; absent: the innermost one at the cursor. */
  readonly id?: string;
  /** What to say; absent: somebody is asked. */
  readonly text?: string;
}

/** Comments on annotations, as VS Code's comment threads at the words and in its Comments panel. */
export class Comments implements vscode.Disposable {
  private readonly session: ServerSession;
  private readonly annotations: Annotations;
  private readonly threads = new Threads();
  private readonly parts: vscode.Disposable;

  constructor(session: ServerSession, annotations: Annotations) {
    this.session = session;
    this.annotations = annotations;
    const commands: Record<string, (...args: never[]) => unknown> = {
      'pressmark.comments.add': (wanted?: AddArguments) => this.add(wanted ?? {}),
      'pressmark.comments.send': (reply: vscode.CommentReply) => this.send(reply),
      'pressmark.comments.resolve': (thread: vscode.CommentThread) => this.resolve(thread, true),
      'pressmark.comments.reopen': (thread: vscode.CommentThread) => this.resolve(thread, false),
      'pressmark.comments.edit': (comment: ArticleComment) =>
        this.threads.setMode(comment, vscode.CommentMode.Editing),
      'pressmark.comments.cancelEdit': (comment: ArticleComment) =>
        this.threads.setMode(comment, vscode.CommentMode.Preview),
      'pressmark.comments.save': (comment: ArticleComment) => this.save(comment),
      'pressmark.comments.delete': (comment: ArticleComment) => this.remove(comment),
    };
    this.parts = vscode.Disposable.from(
      this.threads,
      annotations.onDidChange((document) => void this.refresh(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.threads.forget(uri)),
      ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    );
  }

  /** Asks for the threads of an article and shows them. */
  private async refresh(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    try {
      const views = await this.session.ask<ThreadView[]>(commentsRequest, { uri: uri.toString() });
      if (!document.isClosed && document.version === version) this.threads.show(uri, views);
    } catch {
      // A refusal is the server's to report; what is on screen stays until the next answer.
    }
  }

  /**
   * Comments on the annotation of this id, or on the innermost one at the cursor, and gives its thread. What to say is
   * asked for in an input box: the box of a new thread would not get the keys, and the article would.
   */
  private async add({ id, text }: AddArguments): Promise<vscode.CommentThread | undefined> {
    const editor = activeArticle();
    if (!editor) return undefined;
    const views = await reportFailure(() => this.annotations.ask(editor.document));
    if (!views) return undefined;
    const view = views.find((v) => v.id === id) ?? innermost(views, editor.selection);
    if (!view) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no tag here to comment on. Put the cursor in one.'),
      );
      return undefined;
    }
    await this.refresh(editor.document);
    const subject: Subject = { article: editor.document.uri, sidecar: view.sidecar, id: view.id };
    this.threads.unfold(subject);
    const said = text ?? (await askForText(view));
    if (said === undefined || said.trim() === '') return undefined;
    const { article, sidecar } = subject;
    await this.change(article, { kind: 'add', sidecar, id: view.id, text: said });
    return this.threads.unfold(subject);
  }

  private async send({ thread, text }: vscode.CommentReply): Promise<void> {
    const subject = this.threads.subjectOf(thread);
    if (!subject) return;
    const { article, sidecar, id } = subject;
    await this.change(article, { kind: 'add', sidecar, id, text });
  }

  private async resolve(thread: vscode.CommentThread, resolved: boolean): Promise<void> {
    const subject = this.threads.subjectOf(thread);
    if (!subject) return;
    const { article, sidecar, id } = subject;
    const done = await this.change(article, { kind: 'resolve', sidecar, id, resolved });
    if (done && resolved) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
  }

  private async save(comment: ArticleComment): Promise<void> {
    const thread = this.threads.holding(comment);
    if (!thread) return;
    const { sidecar, id, text } = comment.view;
    const change = { kind: 'edit', sidecar, id, text: comment.edited } as const;
    // First: the thread is not brought up to date while somebody is changing it.
    this.threads.setMode(comment, vscode.CommentMode.Preview);
    if (change.text.trim() !== text) await this.change(thread.uri, change);
  }

  private async remove(comment: ArticleComment): Promise<void> {
    const thread = this.threads.holding(comment);
    if (!thread) return;
    const { sidecar, id } = comment.view;
    await this.change(thread.uri, { kind: 'remove', sidecar, id });
  }

  /** Has the server change the own file, saves it, and shows the threads as they are then; false where it refused. */
  private async change(article: vscode.Uri, change: Change): Promise<boolean> {
    const done = await reportFailure(async () => {
      const params = { uri: article.toString(), ...change };
      const result = await this.session.ask<CommandResult>(commentRequest, params);
      if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
      report(result);
      return result.done;
    });
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === article.toString());
    if (done && document) await this.refresh(document);
    return done === true;
  }

  dispose(): void {
    this.parts.dispose();
  }
}

function askForText({ label, text }: AnnotationView): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Comment on {0} “{1}”', label, text.replace(/\s+/g, ' ').slice(0, 60)),
    placeHolder: vscode.l10n.t('What others should know about this tag'),
    prompt: vscode.l10n.t('Everybody who opens this article will see it.'),
    ignoreFocusOut: true,
  });
}

/** The shortest of the annotations that hold a place. */
export function innermost(views: readonly AnnotationView[], place: vscode.Range): AnnotationView | undefined {
  const here = views.filter(({ range }) => editorRange(range).contains(place));
  return here.find((view) => here.every(({ range }) => editorRange(range).contains(editorRange(view.range))));
}
