import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { msg } from '../core/message.ts';
import { guarded } from './guard.ts';
import type { PushedDiagnostics } from './pushDiagnostics.ts';
import type { Session } from './session.ts';

/** A smaller corpus is learned before anybody could read how far it is. */
const WORTH_SHOWING = 5000;

/**
 * Learns from the corpus while the user works. It begins once the first article has been checked, so that nobody waits
 * for it, and goes on whenever files were written: an article teaches what is saved of it, so that typing changes
 * nothing elsewhere. When rules may find something else than before, open articles are checked again, once. Where a
 * large corpus is learned, the client shows how far that is; whoever stops it there has stopped it for this session.
 */
export class BackgroundLearning {
  private readonly session: Session;
  private started = false;
  private ended = false;
  private shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  private reporter: WorkDoneProgressServerReporter | undefined;

  constructor(session: Session, pushed: PushedDiagnostics) {
    this.session = session;
    const { connection, documents, profile, workspace } = session;
    connection.onShutdown(() => {
      this.ended = true;
    });
    workspace.learning.whenChanged(() => {
      if (this.ended) return;
      if (profile.refreshesDiagnostics) connection.languages.diagnostics.refresh();
      for (const { uri } of documents.all()) pushed.schedule(uri);
    });
  }

  /** An article has been checked: from now on there is time. */
  start(): void {
    if (this.started) return;
    this.started = true;
    this.goOn();
  }

  /** Files were written or deleted, or folders were opened or closed. */
  goOn(): void {
    if (!this.started || this.ended) return;
    const { workspace } = this.session;
    const stop = {
      isStopped: () => this.isStopped(),
      get isCancellationRequested() {
        return this.isStopped();
      },
    };
    void guarded(workspace.host, 'learning', undefined, async () => {
      try {
        // Tags first: there are fewer sidecars than articles, and people wait for what they taught.
        await workspace.tagged.gather(stop);
        await workspace.learning.learn(stop, (done, all) => this.show(done, all));
      } finally {
        await this.hide();
      }
    })().catch(() => undefined);
  }

  private isStopped(): boolean {
    if (this.reporter?.token.isCancellationRequested) this.ended = true;
    return this.ended;
  }

  private show(done: number, all: number): void {
    if (all < WORTH_SHOWING || !this.session.profile.workDoneProgress) return;
    this.shown ??= this.begin();
    if (done % Math.ceil(all / 100) === 0) this.reporter?.report(Math.floor((100 * done) / all));
  }

  private async begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    const { connection, workspace } = this.session;
    try {
      this.reporter = await connection.window.createWorkDoneProgress();
      this.reporter.begin(workspace.say(msg('Learning words from the articles')), 0, undefined, true);
    } catch (error) {
      workspace.host.log(`progress cannot be shown: ${String(error)}`);
    }
    return this.reporter;
  }

  private async hide(): Promise<void> {
    const reporter = await this.shown;
    this.shown = undefined;
    this.reporter = undefined;
    reporter?.done();
  }
}
