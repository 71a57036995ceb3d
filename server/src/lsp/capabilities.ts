import {
  type ClientCapabilities,
  MarkupKind,
  ResourceOperationKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from '../service/features/codeActions/codeActions.ts';
import { SEMANTIC_TOKENS_LEGEND } from '../service/features/semanticTokens.ts';
import type { ClientAbilities } from '../service/workspace.ts';
import { type InitializationOptions, ServerCommand } from './protocol.ts';

/** What the client can do beyond the oldest LSP, where the server does something different for it. */
export interface ClientProfile {
  readonly abilities: ClientAbilities;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
  /** Code actions may come without their edit, which is asked for when the user has chosen. */
  readonly resolvesCodeActions: boolean;
  readonly codeActionLiterals: boolean;
  /** Asks whether something can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  readonly workDoneProgress: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  /** Understands our own notifications: only clients that sent initializationOptions of ours. */
  readonly ours: boolean;
  /** Puts an edit of a sidecar on the disk at once. */
  readonly savesSidecars: boolean;
}

/** Reads the profile off the initialize request. */
export function clientProfile(
  client: ClientCapabilities,
  options: InitializationOptions | undefined,
): ClientProfile {
  const { workspace, textDocument, window } = client;
  const edit = workspace?.workspaceEdit;
  const literals = textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  return {
    abilities: {
      documentChanges: edit?.documentChanges === true,
      createFiles:
        edit?.documentChanges === true &&
        (edit.resourceOperations ?? []).includes(ResourceOperationKind.Create),
      changeAnnotations: edit?.documentChanges === true && edit.changeAnnotationSupport !== undefined,
      markdown: (textDocument?.hover?.contentFormat ?? []).includes(MarkupKind.Markdown),
      fileLinks: options !== undefined && options !== null,
      definitionLinks: textDocument?.definition?.linkSupport === true,
    },
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    resolvesCodeActions:
      literals && (textDocument?.codeAction?.resolveSupport?.properties ?? []).includes('edit'),
    codeActionLiterals: literals,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    ours: options !== undefined && options !== null,
    savesSidecars: options?.savesSidecars === true,
  };
}

/** What the server tells a client of that profile. */
export function serverCapabilities(profile: ClientProfile): ServerCapabilities {
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
      willSave: profile.savesSidecars,
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: { workDoneProgress: true },
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    callHierarchyProvider: { workDoneProgress: true },
    renameProvider: profile.preparesRename ? { prepareProvider: true } : true,
    foldingRangeProvider: true,
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true },
    codeActionProvider: profile.codeActionLiterals
      ? { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: profile.resolvesCodeActions }
      : true,
    executeCommandProvider: { commands: Object.values(ServerCommand), workDoneProgress: true },
    ...(profile.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'pressmark',
            // An edit of one article never changes the findings of another.
            interFileDependencies: false,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
