import { type ExtensionContext, Uri } from 'vscode';
import { activateClient } from './activate.ts';

/** Entry on vscode.dev and github.dev: the server is a browser worker. */
export function activate(context: ExtensionContext): void {
  const address = (path: string) => Uri.joinPath(context.extensionUri, path).toString(true);
  activateClient(context, {
    inBrowser: true,
    dataUrl: address('dist/data'),
    create: async (options) => {
      // Loaded here, so that a window without articles never loads it.
      const { LanguageClient, WorkDoneProgress } = await import('vscode-languageclient/browser');
      // The worker itself: VS Code's stand-in for Worker is not what the library would recognise from a function.
      const worker = new Worker(address('dist/server/worker.js'));
      const client = new LanguageClient('pressmark', 'Pressmark', worker, options);
      return { client, workDone: WorkDoneProgress.type };
    },
  });
}
