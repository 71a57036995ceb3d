import { guarded } from './guard.ts';
import type { PushedDiagnostics } from './pushDiagnostics.ts';
import type { Session } from './session.ts';

/**
 * Learns from the corpus while the user works. It begins once the first article has been checked, so that nobody waits
 * for it, and goes on whenever files were written: an article teaches what is saved of it, so that typing changes
 * nothing elsewhere. When rules may find something else than before, open articles are checked again, once.
 */
export class BackgroundLearning {
  private readonly session: Session;
  private started = false;
  private ended = false;

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
    if (!this.started) return;
    const { workspace } = this.session;
    const stop = {
      isStopped: () => this.ended,
      get isCancellationRequested() {
        return this.isStopped();
      },
    };
    void guarded(workspace.host, 'learning', undefined, async () => {
      await workspace.learning.learn(stop);
    })().catch(() => undefined);
  }
}
