import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  ProgressType,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient';
import type { InitializationOptions, InlineTags } from '../../../server/src/lsp/protocol.ts';
import { saveSidecar, sidecarsOf } from './save.ts';
import { SaveWhenChanged } from './saveWhenChanged.ts';
import { documentSelector, workSchemes } from './selector.ts';

/** What the server says about long work. */
export type WorkDone = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** A client, and the name of its messages about long work: the library is loaded by the host only. */
export interface HostedClient {
  readonly client: BaseLanguageClient;
  readonly workDone: ProgressType<WorkDone>;
}

/** How the host that the extension runs in reaches the server. */
export interface ServerHost {
  /** The server cannot read the disk itself: it runs in a browser worker. */
  readonly inBrowser: boolean;
  /** Under this address the worker fetches the language data. */
  readonly dataUrl?: string;
  /** A client that is not started yet. */
  create(options: LanguageClientOptions): Promise<HostedClient>;
}

/** The files about which the server is told when they change outside an editor. */
const watched = ['**/*.txt', '**/*.ann.json', '**/pressmark.json', '**/*.jsonl', '**/*.{csv,tsv,pmnames}'];

/** Options of a new client, and what listens for it, which ends with the client. */
export function clientOptions(host: ServerHost): {
  options: LanguageClientOptions;
  watchers: vscode.Disposable;
} {
  const saving = new SaveWhenChanged();
  const watchers = watched.map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  const options: LanguageClientOptions = {
    documentSelector: documentSelector(workSchemes()),
    synchronize: { fileEvents: watchers },
    initializationOptions: initializationOptions(host),
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      resolveCodeAction: async (action, token, next) => {
        const resolved = await next(action, token);
        if (resolved?.edit) saving.expect(resolved.edit);
        return resolved;
      },
      workspace: {
        handleApplyEdit: async (params, next) => {
          const result = await next(params, new vscode.CancellationTokenSource().token);
          for (const sidecar of sidecarsOf(params.edit)) await saveSidecar(sidecar);
          return result;
        },
      },
    },
  };
  return { options, watchers: vscode.Disposable.from(saving, ...watchers) };
}

function initializationOptions(host: ServerHost): InitializationOptions {
  const settings = vscode.workspace.getConfiguration('pressmark');
  const annotator = settings.get<string>('annotator', '').trim();
  const bundle = vscode.l10n.bundle;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return {
    ...(host.dataUrl === undefined ? {} : { dataUrl: host.dataUrl }),
    ...(bundle === undefined ? {} : { bundle }),
    ...(annotator === '' ? {} : { annotator }),
    blind: settings.get<boolean>('blind', false),
    cache: settings.get<boolean>('cache', true),
    trusted: vscode.workspace.isTrusted,
    savesSidecars: true,
    clientFiles: host.inBrowser || folders.some((folder) => folder.uri.scheme !== 'file'),
    drawsSuggestions: true,
    inlineTags: settings.get<InlineTags>('inlineTags', 'labels'),
  };
}
