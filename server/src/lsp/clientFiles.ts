import type { Connection } from 'vscode-languageserver';
import type { Files } from '../service/ports.ts';
import { ListFilesRequest, ReadFileRequest } from './protocol.ts';

// Every host has it, but neither ES nor LSP types know it.
declare function atob(base64: string): string;

/** A repository that is open in the browser is fetched file by file, and not for ever. */
const MOST_UNASKED = 2000;

/** Files that only the client can reach: virtual workspaces, and every workspace in the browser. */
export function clientFiles(connection: Connection): Files {
  return {
    async read(uri) {
      const base64 = await connection.sendRequest<string | null>(ReadFileRequest, { uri });
      return base64 === null ? undefined : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    },
    async list(query) {
      return (await connection.sendRequest<string[]>(ListFilesRequest, query)).sort();
    },
    mostUnasked: MOST_UNASKED,
  };
}
