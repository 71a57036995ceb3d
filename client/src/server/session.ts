import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ChangedParams, CommandResult } from '../../../server/src/lsp/protocol.ts';
import { answerFileRequests } from './files.ts';
import { answerHistoryRequests } from './history.ts';
import { changedNotification } from './names.ts';
import { clientOptions, type HostedClient, type ServerHost } from './options.ts';
import { answerOutputRequests } from './output.ts';
import { showProgress } from './progress.ts';
import { saveSidecar } from './save.ts';

interface Running extends HostedClient {
  readonly parts: vscode.Disposable;
}

/** The one server of this window: started when first needed, started again on request. */
export class ServerSession implements vscode.Disposable {
  private readonly host: ServerHost;
  private running: Promise<Running> | undefined;
  private readonly changed = new vscode.EventEmitter<readonly string[]>();
  /** Addresses of articles whose annotations or counts changed; none named: any may have. */
  readonly onDidChange = this.changed.event;

  constructor(host: ServerHost) {
    this.host = host;
  }

  /** Whether the server was started and not stopped since. */
  get isStarted(): boolean {
    return this.running !== undefined;
  }

  /** Starts the server unless it runs. Tells the user when it cannot be started, and rejects. */
  async start(): Promise<BaseLanguageClient> {
    return (await this.whenRunning()).client;
  }

  private async whenRunning(): Promise<Running> {
    this.running ??= this.launch();
    const mine = this.running;
    try {
      return await mine;
    } catch (error) {
      if (this.running === mine) {
        this.running = undefined;
        void this.offerRestart(error);
      }
      throw error;
    }
  }

  /** Ends the server and starts a new one, with the settings as they are now. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
    this.changed.fire([]);
  }

  /** Asks the server; starts it if need be. */
  async ask<Answer>(method: string, params: object): Promise<Answer> {
    const client = await this.start();
    return client.sendRequest<Answer>(method, params);
  }

  /** Has the server carry out one of its commands; the sidecar that it changed is saved when this returns. */
  async execute(command: string, ...args: object[]): Promise<CommandResult> {
    const result = await this.ask<CommandResult>('workspace/executeCommand', { command, arguments: args });
    if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
    return result;
  }

  /** Has the server carry out a long command, with a message that shows how far it is and can stop it. */
  async executeLong(command: string, title: string, ...args: object[]): Promise<CommandResult> {
    const hosted = await this.whenRunning();
    return showProgress(hosted, title, (workDoneToken, cancel) =>
      hosted.client.sendRequest<CommandResult>(
        'workspace/executeCommand',
        { command, arguments: args, workDoneToken },
        cancel,
      ),
    );
  }

  /**
   * Asks the server something long, with a message that shows how far it is and can stop it; undefined where the user
   * stopped it.
   */
  async askLong<Answer>(method: string, title: string, params: object): Promise<Answer | undefined> {
    const hosted = await this.whenRunning();
    return showProgress(hosted, title, async (workDoneToken, cancel) => {
      try {
        return await hosted.client.sendRequest<Answer>(method, { ...params, workDoneToken }, cancel);
      } catch (error) {
        if (cancel.isCancellationRequested) return undefined;
        throw error;
      }
    });
  }

  private async launch(): Promise<Running> {
    const { options, watchers } = clientOptions(this.host);
    const { client, workDone } = await this.host.create(options);
    const parts = vscode.Disposable.from(
      watchers,
      answerFileRequests(client),
      answerHistoryRequests(client),
      answerOutputRequests(client),
      client.onNotification(changedNotification, (params: ChangedParams) => this.changed.fire(params.uris)),
    );
    await client.start();
    return { client, workDone, parts };
  }

  private async offerRestart(error: unknown): Promise<void> {
    const again = vscode.l10n.t('Try Again');
    const reason = error instanceof Error ? error.message : String(error);
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t('Pressmark could not start, so articles are neither checked nor tagged: {0}', reason),
      again,
    );
    if (answer === again) await this.restart();
  }

  private async stop(): Promise<void> {
    const old = this.running;
    this.running = undefined;
    try {
      const { client, parts } = (await old) ?? {};
      await client?.dispose();
      parts?.dispose();
    } catch {
      // it never started: nothing to stop
    }
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }
}
