import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListFilesParams } from '../../../server/src/lsp/protocol.ts';
import { toBase64 } from './base64.ts';
import { listFilesRequest, readFileRequest } from './names.ts';

/** File systems that VS Code itself can search. */
const searchedSchemes = new Set(['file', 'vscode-remote']);

/** No more files than this are listed one folder at a time. */
const mostFilesWalked = 50_000;

/** Answers the server's questions about files that are not on its own disk, through VS Code. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(readFileRequest, (params: { uri: string }) => readFile(vscode.Uri.parse(params.uri))),
    client.onRequest(listFilesRequest, (params: ListFilesParams, token: vscode.CancellationToken) =>
      listFiles(params, token),
    ),
  );
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return toBase64(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null; // absent, a folder, or not readable: for the server all the same
  }
}

async function listFiles(params: ListFilesParams, token: vscode.CancellationToken): Promise<string[]> {
  const folder = vscode.Uri.parse(params.folder);
  // On a file system without a search provider VS Code waits for one to come, for ever.
  const list = searchedSchemes.has(folder.scheme) ? search : walk;
  const files = await list(folder, params, token);
  return files.map((uri) => uri.toString()).sort();
}

async function search(folder: vscode.Uri, params: ListFilesParams, token: vscode.CancellationToken) {
  const include = new vscode.RelativePattern(folder, oneOf(params.include));
  const exclude =
    params.exclude.length > 0 ? new vscode.RelativePattern(folder, oneOf(params.exclude)) : null;
  return vscode.workspace.findFiles(include, exclude, undefined, token);
}

function oneOf(globs: readonly string[]): string {
  return globs.length === 1 && globs[0] !== undefined ? globs[0] : `{${globs.join(',')}}`;
}

async function walk(folder: vscode.Uri, params: ListFilesParams, token: vscode.CancellationToken) {
  const files: vscode.Uri[] = [];
  const matches = (globs: readonly string[], uri: vscode.Uri) =>
    globs.some((glob) => matchesGlob(new vscode.RelativePattern(folder, glob), uri));
  const folders = [folder];
  for (let next = folders.pop(); next && files.length < mostFilesWalked; next = folders.pop()) {
    if (token.isCancellationRequested) break;
    for (const [name, type] of await entries(next)) {
      const uri = vscode.Uri.joinPath(next, name);
      if (type & vscode.FileType.SymbolicLink || matches(params.exclude, uri)) continue;
      if (type & vscode.FileType.Directory) folders.push(uri);
      else if (matches(params.include, uri)) files.push(uri);
    }
  }
  return files;
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // gone in the meantime, or closed to us
  }
}

/** VS Code's own glob matcher, which it offers for documents only: a file is as much of one as it needs. */
function matchesGlob(pattern: vscode.RelativePattern, uri: vscode.Uri): boolean {
  const file: Pick<vscode.TextDocument, 'uri' | 'languageId'> = { uri, languageId: '' };
  return vscode.languages.match({ pattern }, file as vscode.TextDocument) > 0;
}
