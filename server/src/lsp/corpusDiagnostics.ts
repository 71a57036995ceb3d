import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { articleDiagnostics } from '../service/features/diagnostics.ts';
import { type Cancellation, Cancelled } from '../service/ports.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** A list of problems longer than this helps nobody; counts go on beyond it. */
const MOST_DIAGNOSTICS = 20_000;

interface Kept {
  readonly items: readonly Diagnostic[];
  readonly resultId: string;
}

/** The outcome of a check of the whole corpus. */
export interface CorpusCheck {
  readonly articles: number;
  readonly findings: number;
  /** Articles whose findings are counted but not listed. */
  readonly unlisted: number;
}

/**
 * Findings of articles that are not open, kept from the last check of the whole corpus. The client asks by
 * `workspace/diagnostic`; since VS Code asks again two seconds after every answer, an answer waits until there is
 * something new to tell.
 */
export class CorpusDiagnostics {
  private readonly session: Session;
  private readonly kept = new Map<string, Kept>();
  private readonly waiting = new Set<() => void>();
  private listed = 0;
  private results = 0;

  constructor(session: Session) {
    this.session = session;
  }

  /** Answers `workspace/diagnostic`. */
  answer(): void {
    const { connection, workspace } = this.session;
    connection.languages.diagnostics.onWorkspace(
      guarded(workspace.host, 'workspace/diagnostic', { items: [] }, async (params, token) => {
        const known = new Map(params.previousResultIds.map((p) => [p.uri, p.value]));
        let report = this.reportSince(known);
        while (report.items.length === 0 && !token.isCancellationRequested) {
          await this.nextChange(token);
          report = this.reportSince(known);
        }
        return report;
      }),
    );
  }

  /** Checks every article of the corpus, with what all of them teach. Throws {@link Cancelled}; what was found until then is kept and shown. */
  async check(cancel: Cancellation, progress: (done: number, all: number) => void): Promise<CorpusCheck> {
    const { workspace } = this.session;
    await workspace.learning.learn(cancel);
    const articles = await workspace.corpus.articles();
    this.forget();
    let done = 0;
    let findings = 0;
    let unlisted = 0;
    try {
      for (const { uri } of articles) {
        if (cancel.isCancellationRequested) throw new Cancelled();
        const article = await workspace.articles.get(uri);
        if (article) {
          await workspace.corpus.note(uri, article, cancel);
          const items = await articleDiagnostics(workspace, article, cancel, 'quick');
          findings += items.length;
          if (items.length > 0 && !this.keep(uri, items)) unlisted += 1;
        }
        done += 1;
        progress(done, articles.length);
        await workspace.host.pause();
      }
    } finally {
      this.tell();
    }
    return { articles: articles.length, findings, unlisted };
  }

  /** An article changed: what was found in it no longer holds. */
  stale(uri: string): void {
    const kept = this.kept.get(uri);
    if (!kept || kept.items.length === 0) return;
    this.listed -= kept.items.length;
    this.kept.set(uri, { items: [], resultId: this.newId() });
    this.push(uri, []);
    this.tell();
  }

  /** Rules, entities or folders changed: nothing that was found holds. */
  forget(): void {
    for (const uri of [...this.kept.keys()]) this.stale(uri);
  }

  private keep(uri: string, items: readonly Diagnostic[]): boolean {
    if (this.listed + items.length > MOST_DIAGNOSTICS) return false;
    this.listed += items.length;
    this.kept.set(uri, { items, resultId: this.newId() });
    this.push(uri, items);
    return true;
  }

  /** For clients that cannot ask. An open article has its own diagnostics. */
  private push(uri: string, items: readonly Diagnostic[]): void {
    const { connection, documents, profile } = this.session;
    if (profile.pullsDiagnostics || documents.get(uri)) return;
    void connection.sendDiagnostics({ uri, diagnostics: [...items] });
  }

  private reportSince(known: ReadonlyMap<string, string>): WorkspaceDiagnosticReport {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [uri, { items: found, resultId }] of this.kept) {
      if (known.get(uri) === resultId || (!known.has(uri) && found.length === 0)) continue;
      items.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        resultId,
        items: [...found],
      });
    }
    return { items };
  }

  private nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        stopListening.dispose();
        resolve();
      };
      const stopListening = token.onCancellationRequested(done);
      this.waiting.add(done);
    });
  }

  private tell(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private newId(): string {
    this.results += 1;
    return `c${this.results}`;
  }
}
