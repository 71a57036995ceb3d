import type {
  CodeAction,
  DocumentDiagnosticReport,
  Hover,
  InitializeParams,
  InitializeResult,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { MessageConnection } from 'vscode-languageserver/node';

const URI = 'file:///corpus/pasar.txt';
const TEXT = `Rusia dan Vietnam membahas harga beras .

Pemerintah Rusia mengirim utusan ke ibu kota Vietnam pada hari Senin untuk membahas harga beras.
`;
const AT_RUSSIA = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };

/** What a client heard from a server from its start to its end. */
export interface Heard {
  readonly initialized: InitializeResult;
  readonly report: DocumentDiagnosticReport;
  readonly hover: Hover | null;
  readonly actions: readonly CodeAction[];
  /** The edit of the action that tags Russia, resolved. */
  readonly edit: WorkspaceEdit | undefined;
  /** Milliseconds from the first message to the answer of initialize, and to the first diagnostics. */
  readonly times: { readonly initialize: number; readonly diagnostics: number };
}

/** Opens an article, asks all there is to ask about it, and ends the server. */
export async function converse(
  connection: MessageConnection,
  initializationOptions: InitializeParams['initializationOptions'],
): Promise<Heard> {
  const started = performance.now();
  const textDocument = { uri: URI };
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    initializationOptions,
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        diagnostic: { dynamicRegistration: false },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
      },
    },
  } satisfies InitializeParams);
  const initialize = performance.now() - started;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: TEXT },
  });
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument,
  });
  const diagnostics = performance.now() - started;
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line: 0, character: 2 },
  });
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: AT_RUSSIA,
    context: { diagnostics: [] },
  });
  const tag = actions.find((action) => action.title.startsWith('Tag as GPE'));
  const resolved = tag && (await connection.sendRequest<CodeAction>('codeAction/resolve', tag));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return { initialized, report, hover, actions, edit: resolved?.edit, times: { initialize, diagnostics } };
}
