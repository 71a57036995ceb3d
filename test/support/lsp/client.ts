import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  Command,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  TextEdit,
  WorkDoneProgressCreateRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createServer } from '../../../server/src/lsp/createServer.ts';
import type { CommandResult, InitializationOptions } from '../../../server/src/lsp/protocol.ts';
import { MemoryHost } from './memoryHost.ts';

/** The folder that test clients have open. */
export const FOLDER = 'file:///corpus';

/** An editor of our own: opens documents, applies edits to them and to files, and saves at once. */
export class TestClient {
  readonly host: MemoryHost;
  readonly connection: ProtocolConnection;
  readonly documents = new Map<string, TextDocument>();
  readonly pushed = new Map<string, Diagnostic[]>();
  readonly shown: string[] = [];
  /** The edits that the server asked for, which are all made. */
  readonly asked: WorkspaceEdit[] = [];
  readonly refreshed: string[] = [];
  readonly registered: string[] = [];
  initialized: InitializeResult | undefined;

  private constructor(host: MemoryHost) {
    this.host = host;
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    createServer(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      () => host,
      { docsUrl: 'file:///app/docs' },
    );
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.listen();
  }

  /** Starts a server in this process and introduces a client of that profile. Files: path in FOLDER to content. */
  static async start(
    capabilities: ClientCapabilities,
    files: Readonly<Record<string, string | Uint8Array>>,
    initializationOptions?: InitializationOptions,
  ): Promise<TestClient> {
    const host = new MemoryHost();
    for (const [path, content] of Object.entries(files)) host.write(`${FOLDER}/${path}`, content);
    const client = new TestClient(host);
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: FOLDER,
      capabilities,
      workspaceFolders: [{ uri: FOLDER, name: 'corpus' }],
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** Ends the connection. Throws where the server logged a failure: its guard hides bugs from people, not from tests. */
  stop(): void {
    this.connection.dispose();
    if (this.host.lines.length > 0) throw new Error(this.host.lines.join('\n'));
  }

  uri(path: string): string {
    return `${FOLDER}/${path}`;
  }

  async open(path: string, text = this.host.text(this.uri(path)) ?? ''): Promise<TextDocument> {
    const document = TextDocument.create(this.uri(path), 'plaintext', 1, text);
    this.documents.set(document.uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId: document.languageId, version: 1, text },
    });
    return document;
  }

  async close(path: string): Promise<void> {
    this.documents.delete(this.uri(path));
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Types `newText` over the first occurrence of `old`. */
  async type(path: string, old: string, newText: string): Promise<void> {
    const document = this.document(path);
    const range = this.rangeOf(path, old);
    await this.change(document.uri, [{ range, newText }]);
  }

  document(path: string): TextDocument {
    const document = this.documents.get(this.uri(path));
    if (!document) throw new Error(`${path} is not open`);
    return document;
  }

  /** The range of the nth (0-based) occurrence of some words in an open document. */
  rangeOf(path: string, words: string, nth = 0): Range {
    const document = this.document(path);
    let start = -1;
    for (let i = 0; i <= nth; i++) start = document.getText().indexOf(words, start + 1);
    if (start < 0) throw new Error(`no “${words}” in ${path}`);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  async pull(path: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri(path) },
    });
    return report.kind === 'full' ? report.items : [];
  }

  /** `triggerKind`: 1 a person asks, 2 the editor does, as when it saves. */
  async codeActions(
    path: string,
    range: Range,
    only?: string[],
    triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
  ): Promise<(CodeAction | Command)[]> {
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(path) },
      range,
      context: { diagnostics: [], triggerKind, ...(only ? { only } : {}) },
    });
    return found ?? [];
  }

  /** Offers, picks by the start of the title, resolves and applies, as an editor does. */
  async pick(path: string, range: Range, title: string): Promise<CodeAction> {
    const offered = await this.codeActions(path, range);
    const action = offered.find((a) => a.title.startsWith(title));
    if (!action) throw new Error(`no action “${title}” among ${offered.map((a) => a.title).join(' | ')}`);
    return this.choose(action);
  }

  /** Resolves and applies an action that was offered. */
  async choose(action: CodeAction | Command | undefined): Promise<CodeAction> {
    if (!action || Command.is(action)) throw new Error(`no action, or a bare command: ${action?.title}`);
    const resolved =
      action.edit || action.data === undefined
        ? action
        : await this.connection.sendRequest(CodeActionResolveRequest.type, action);
    if (resolved.edit) await this.apply(resolved.edit);
    return resolved;
  }

  execute(command: string, ...args: unknown[]): Promise<CommandResult> {
    return this.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  }

  /** Applies a workspace edit to open documents and files. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const change of edit.documentChanges ?? []) {
      if (TextDocumentEdit.is(change))
        await this.change(
          change.textDocument.uri,
          change.edits.filter((e) => TextEdit.is(e)),
        );
      else if (change.kind === 'create' && this.host.text(change.uri) === undefined)
        this.host.write(change.uri, '');
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) await this.change(uri, edits);
  }

  private async change(uri: string, edits: readonly { range: Range; newText: string }[]): Promise<void> {
    const open = this.documents.get(uri);
    const document = open ?? TextDocument.create(uri, 'plaintext', 0, this.host.text(uri) ?? '');
    const text = TextDocument.applyEdits(document, [...edits]);
    this.host.write(uri, text);
    if (!open) {
      await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: 2 }],
      });
      return;
    }
    const version = open.version + 1;
    this.documents.set(uri, TextDocument.create(uri, open.languageId, version, text));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: lastFirst(edits),
    });
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.pushed.set(uri, diagnostics);
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.shown.push(message);
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
      this.asked.push(edit);
      await this.apply(edit);
      return { applied: true };
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map((r) => r.method));
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => void this.refreshed.push('diagnostics'));
    connection.onRequest(InlayHintRefreshRequest.type, () => void this.refreshed.push('inlayHints'));
    connection.onRequest(SemanticTokensRefreshRequest.type, () => void this.refreshed.push('semanticTokens'));
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    connection.onError(() => undefined);
    connection.listen();
  }
}

/** The edits of one version as VS Code sends them: none of them moves the place of another one. */
function lastFirst(edits: readonly { range: Range; newText: string }[]) {
  const order = (a: Range, b: Range) => b.start.line - a.start.line || b.start.character - a.start.character;
  return edits
    .toSorted((a, b) => order(a.range, b.range))
    .map(({ range, newText }) => ({ range, text: newText }));
}
