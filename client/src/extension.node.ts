import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.ts';

/** Entry on desktop and remote: the server is a process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): void {
  activateClient(context, {
    inBrowser: false,
    create: async (options) => {
      // Loaded here, so that a window without articles never loads it.
      const { LanguageClient, TransportKind, WorkDoneProgress } = await import('vscode-languageclient/node');
      const module = context.asAbsolutePath('dist/server/node.js');
      const client = new LanguageClient(
        'pressmark',
        'Pressmark',
        { module, transport: TransportKind.ipc },
        options,
      );
      return { client, workDone: WorkDoneProgress.type };
    },
  });
}
