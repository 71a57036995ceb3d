import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FileParams,
  FileSizeRequest,
  RemoveFileRequest,
  RenameFileParams,
  RenameFileRequest,
  ReplaceAllParams,
  ReplaceAllRequest,
  ReplacedView,
  WriteFileParams,
  WriteFileRequest,
} from '../../../server/src/lsp/protocol/output.ts';
import { fromBase64, toBase64 } from './base64.ts';

const fileSizeRequest: typeof FileSizeRequest = 'pressmark/output/size';
const removeFileRequest: typeof RemoveFileRequest = 'pressmark/output/remove';
const writeFileRequest: typeof WriteFileRequest = 'pressmark/output/write';
const renameFileRequest: typeof RenameFileRequest = 'pressmark/output/rename';
const replaceAllRequest: typeof ReplaceAllRequest = 'pressmark/output/replaceAll';

/** Writes for the server where it cannot: datasets that are exported, and articles and tags that are imported. */
export function answerOutputRequests(client: BaseLanguageClient): vscode.Disposable {
  const { fs } = vscode.workspace;
  return vscode.Disposable.from(
    client.onRequest(fileSizeRequest, async ({ uri }: FileParams) => {
      const stat = await statOf(vscode.Uri.parse(uri));
      return stat && (stat.type & vscode.FileType.Directory ? -1 : stat.size);
    }),
    client.onRequest(removeFileRequest, async ({ uri }: FileParams) => {
      const target = vscode.Uri.parse(uri);
      if (await statOf(target)) await fs.delete(target, { recursive: true, useTrash: false });
      return null;
    }),
    client.onRequest(writeFileRequest, async ({ uri, content }: WriteFileParams) => {
      await fs.writeFile(vscode.Uri.parse(uri), fromBase64(content));
      return null;
    }),
    client.onRequest(renameFileRequest, async ({ from, to }: RenameFileParams) => {
      await fs.rename(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: false });
      return null;
    }),
    client.onRequest<ReplacedView, void>(replaceAllRequest, ({ changes }: ReplaceAllParams) =>
      replaceAll(changes),
    ),
  );
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | null> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** Looks at all files first, then writes them; where one cannot be written, those before it get back what they held. */
async function replaceAll(changes: ReplaceAllParams['changes']): Promise<ReplacedView> {
  const { fs } = vscode.workspace;
  for (const { uri, before } of changes)
    if ((await contentOf(uri)) !== before) return { ok: false, uri, why: 'changed' };
  const done: (typeof changes)[number][] = [];
  for (const change of changes) {
    try {
      done.push(change);
      await fs.writeFile(vscode.Uri.parse(change.uri), fromBase64(change.after));
    } catch (error) {
      const lost = await takeBack(done);
      const reason = error instanceof Error ? error.message : String(error);
      const detail = lost.length > 0 ? `${reason} (not taken back: ${lost.join(', ')})` : reason;
      return { ok: false, uri: change.uri, why: 'failed', detail };
    }
  }
  return { ok: true };
}

/** Addresses of the files that could not be put back as they were. */
async function takeBack(done: ReplaceAllParams['changes']): Promise<string[]> {
  const lost: string[] = [];
  for (const { uri, before } of done.toReversed()) {
    try {
      const target = vscode.Uri.parse(uri);
      if (before !== null) await vscode.workspace.fs.writeFile(target, fromBase64(before));
      else if (await statOf(target)) await vscode.workspace.fs.delete(target, { useTrash: false });
    } catch {
      lost.push(uri);
    }
  }
  return lost;
}

async function contentOf(uri: string): Promise<string | null> {
  const target = vscode.Uri.parse(uri);
  return (await statOf(target)) ? toBase64(await vscode.workspace.fs.readFile(target)) : null;
}
