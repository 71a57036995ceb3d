import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../service/workspace.ts';
import type { ClientProfile } from './capabilities.ts';
import type { InlineTags } from './protocol.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  /** Known once the client has introduced itself. */
  profile: ClientProfile;
  inlineTags: InlineTags;
  /** The client draws suggestions by itself, so that they are no inline tags. */
  readonly drawsSuggestions: boolean;
}
