import { diagnostics } from '../service/features/diagnostics.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** Diagnostics for clients that cannot ask for them. Does nothing for those that can. */
export class PushedDiagnostics {
  private readonly session: Session;
  private readonly checked: () => void;
  private readonly waiting = new Set<string>();

  /** `checked` is called each time that a document was checked. */
  constructor(session: Session, checked: () => void) {
    this.session = session;
    this.checked = checked;
  }

  /** Checks an open document again, once, after everything that waits has run. */
  schedule(uri: string): void {
    const { documents, profile, workspace } = this.session;
    if (profile.pullsDiagnostics || this.waiting.has(uri) || !documents.get(uri)) return;
    this.waiting.add(uri);
    void guarded(workspace.host, 'pushing diagnostics', undefined, () => this.push(uri))();
  }

  /** Takes back what was pushed for a document that was closed. */
  clear(uri: string): void {
    if (!this.session.profile.pullsDiagnostics) this.send(uri, undefined, []);
  }

  private async push(uri: string): Promise<void> {
    const { documents, workspace } = this.session;
    await workspace.host.pause();
    this.waiting.delete(uri);
    const version = documents.get(uri)?.version;
    if (version === undefined) return;
    const found = await diagnostics(workspace, uri, {
      get isCancellationRequested() {
        return documents.get(uri)?.version !== version;
      },
    }).catch((error: unknown) => {
      // A newer version overtook this one, and has scheduled its own check.
      if (documents.get(uri)?.version !== version) return undefined;
      throw error;
    });
    if (!found || documents.get(uri)?.version !== version) return;
    this.send(uri, version, found);
    this.checked();
  }

  private send(
    uri: string,
    version: number | undefined,
    found: Awaited<ReturnType<typeof diagnostics>>,
  ): void {
    void this.session.connection.sendDiagnostics({
      uri,
      diagnostics: found,
      ...(version === undefined ? {} : { version }),
    });
  }
}
