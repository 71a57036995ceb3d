import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  AtParams,
  AtRequest,
  IdentityParams,
  IdentityRequest,
  IdentityView,
  PastParams,
  PastRequest,
} from '../../../server/src/lsp/protocol/history.ts';
import { toBase64 } from './base64.ts';

const atRequest: typeof AtRequest = 'pressmark/history/at';
const identityRequest: typeof IdentityRequest = 'pressmark/history/identity';
const pastRequest: typeof PastRequest = 'pressmark/history/past';

/** What we use of a repository of VS Code's own git extension. */
interface Repository {
  log(options: {
    readonly path: string;
    readonly maxEntries: number;
  }): Promise<readonly { readonly hash: string }[]>;
  buffer(commit: string, path: string): Promise<Uint8Array>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
}

/** Commits that are looked at for so many different texts: a text often stays the same. */
const commitsPerText = 4;

/** Answers what the server asks of the editor's own git, where there is one; it is not started for this. */
export function answerHistoryRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(pastRequest, ({ uri, most }: PastParams) => past(vscode.Uri.parse(uri), most)),
    client.onRequest(atRequest, ({ uri, commit }: AtParams) => at(vscode.Uri.parse(uri), commit)),
    client.onRequest(identityRequest, ({ folder }: IdentityParams) => identity(vscode.Uri.parse(folder))),
  );
}

function repositoryOf(uri: vscode.Uri): Repository | undefined {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!vscode.workspace.isTrusted || !extension?.isActive) return undefined;
  try {
    return extension.exports.getAPI(1).getRepository(uri) ?? undefined;
  } catch {
    return undefined; // git is turned off
  }
}

async function past(uri: vscode.Uri, most: number): Promise<string[]> {
  const repository = repositoryOf(uri);
  if (!repository) return [];
  try {
    const texts = new Set<string>();
    const commits = await repository.log({ path: uri.fsPath, maxEntries: commitsPerText * most });
    for (const { hash } of commits) {
      const text = await contentOf(repository, hash, uri);
      if (text !== null) texts.add(text);
      if (texts.size >= most) break;
    }
    return [...texts];
  } catch {
    return []; // not in this repository
  }
}

async function at(uri: vscode.Uri, commit: string): Promise<string | null> {
  const repository = repositoryOf(uri);
  // The extension would hand it to git as it is.
  return repository && !commit.startsWith('-') ? contentOf(repository, commit, uri) : null;
}

async function contentOf(repository: Repository, commit: string, uri: vscode.Uri): Promise<string | null> {
  try {
    return toBase64(await repository.buffer(commit, uri.fsPath));
  } catch {
    return null; // not in that commit
  }
}

async function identity(folder: vscode.Uri): Promise<IdentityView | null> {
  const repository = repositoryOf(folder);
  if (!repository) return null;
  const [name, email] = await Promise.all(['user.name', 'user.email'].map((key) => setting(repository, key)));
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

async function setting(repository: Repository, key: string): Promise<string> {
  for (const ask of [repository.getConfig, repository.getGlobalConfig]) {
    try {
      const value = (await ask.call(repository, key)).trim();
      if (value !== '') return value;
    } catch {
      // not set there
    }
  }
  return '';
}
