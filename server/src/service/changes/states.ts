import type { Message } from '../../core/message.ts';
import { decodeText } from '../decode.ts';
import type { Workspace } from '../workspace.ts';

/** A text of one state; `unreadable`: why it cannot be taken as text; undefined: there is no such file. */
export type StoredText = string | { readonly unreadable: Message } | undefined;

/** Bytes of a sidecar, above which something else is wrong with it. */
const MAX_SIDECAR_BYTES = 20_000_000;

/** A file as it was in a commit, or, without one, as it is now: in the editor where it is open, else on the disk. */
export async function textAt(
  { host, texts }: Workspace,
  uri: string,
  commit: string | undefined,
  kind: 'article' | 'sidecar',
): Promise<StoredText> {
  const limit = kind === 'sidecar' ? MAX_SIDECAR_BYTES : undefined;
  if (commit === undefined) {
    const file = await texts.read(uri, limit);
    if (!file || 'unreadable' in file) return file;
    return file.document.getText();
  }
  const bytes = await host.history?.at(uri, commit);
  if (!bytes) return undefined;
  const text = decodeText(bytes, limit);
  return typeof text === 'string' ? text : { unreadable: text.reason };
}
