import type { Connection } from 'vscode-languageserver';
import type { History } from '../service/ports.ts';
import {
  type AtParams,
  AtRequest,
  type IdentityParams,
  IdentityRequest,
  type IdentityView,
  type PastParams,
  PastRequest,
} from './protocol/history.ts';

// Every host has it, but neither ES nor LSP types know it.
declare function atob(base64: string): string;

/** What the editor's own git knows, for files that only the client can reach. Where it has none, nothing is known. */
export function clientHistory(connection: Connection): History {
  /** A client that does not know the question has no answer to it. */
  const ask = async <Answer>(method: string, params: object): Promise<Answer | null> => {
    try {
      return (await connection.sendRequest<Answer | null>(method, params)) ?? null;
    } catch {
      return null;
    }
  };
  return {
    async past(uri, most) {
      const params: PastParams = { uri, most };
      const texts = await ask<string[]>(PastRequest, params);
      return (texts ?? []).slice(0, most).map(bytesOf);
    },
    async at(uri, commit) {
      const params: AtParams = { uri, commit };
      const text = await ask<string>(AtRequest, params);
      return text === null ? undefined : bytesOf(text);
    },
    async identity(folder) {
      const params: IdentityParams = { folder };
      return (await ask<IdentityView>(IdentityRequest, params)) ?? undefined;
    },
    blob: async () => undefined,
    changed: async () => [],
    base: async () => undefined,
    names: async () => [],
    blame: async () => [],
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
