import { CancellationToken } from 'vscode-languageserver';
import { msg } from '../core/message.ts';
import { guarded } from './guard.ts';
import { doLongWork } from './longWork.ts';
import type { Session } from './session.ts';

/** So long an answer waits for the corpus to be read: a small one is, and nobody notices (ms). */
const PATIENCE = 150;

/** Never stopped by a request: whoever wants it stopped does it in its progress bar. */
const UNASKED: CancellationToken = CancellationToken.None;

/**
 * Reads the articles for their mentions while the user works, once somebody asks for something that is better known
 * with all of them read. Answers do not wait for more than a moment.
 */
export class BackgroundReading {
  private readonly session: Session;
  private isReading = false;

  constructor(session: Session) {
    this.session = session;
  }

  /** Begins reading, or goes on with it, and returns after a moment, or when all is read. */
  async begin(): Promise<void> {
    const { host, projects } = this.session.workspace;
    if (!this.isReading) void this.read();
    // The answer needs them in any case.
    await Promise.all((await projects.all()).map((project) => project.entities()));
    for (const end = host.now() + PATIENCE; this.isReading && host.now() < end; ) await host.pause();
  }

  private async read(): Promise<void> {
    const { corpus, host } = this.session.workspace;
    this.isReading = true;
    const read = guarded(host, 'reading of the corpus', undefined, async () => {
      const { mostUnasked } = host.files;
      if (mostUnasked !== undefined && (await corpus.articles()).length > mostUnasked) return;
      const request = { token: UNASKED, workDoneToken: undefined };
      await doLongWork(this.session, request, msg('Looking for names in the articles'), (long) =>
        corpus.findMentions(long.cancel, long.report),
      );
    });
    // Where it was stopped, the next question goes on.
    await read().catch(() => undefined);
    this.isReading = false;
  }
}
