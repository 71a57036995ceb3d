import * as vscode from 'vscode';
import type { HostedClient } from './options.ts';

/** Shows how far the work is that reports under the token given to it, until it is done or stopped. */
export function showProgress<Result>(
  { client, workDone }: HostedClient,
  title: string,
  work: (token: string, cancel: vscode.CancellationToken) => Promise<Result>,
): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const shown = vscode.window.withProgress(options, async (progress, cancel) => {
    const token = `pressmark-${crypto.randomUUID()}`;
    let reached = 0;
    const listener = client.onProgress(workDone, token, (said) => {
      if (said.kind === 'end') return;
      const percentage = said.percentage ?? reached;
      progress.report({ message: said.message ?? '', increment: percentage - reached });
      reached = percentage;
    });
    try {
      return await work(token, cancel);
    } finally {
      listener.dispose();
    }
  });
  return Promise.resolve(shown);
}
