import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Message } from '../core/message.ts';
import type { ChangedStretch } from '../core/text/changedLines.ts';
import { decodeText } from './decode.ts';
import type { Host } from './ports.ts';

/** A file's text, from the editor where it is open, else from the disk. */
export interface FileText {
  readonly document: TextDocument;
  /** True where an editor has it open: its text wins over the disk's, and edits of it carry its version. */
  readonly open: boolean;
}

/** A file that is there but cannot be taken as text. */
export interface UnreadableFile {
  readonly unreadable: Message;
}

/** The documents that the client has open. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): TextDocument[];
  /** What was changed in an open document since a version, in its order; undefined where that is not known. */
  changesSince?(uri: string, version: number): readonly ChangedStretch[] | undefined;
}

/** Reads files: open text wins over disk, for sidecars and projects as for articles. */
export class Texts {
  private readonly host: Host;
  private readonly openDocuments: OpenDocuments;

  constructor(host: Host, openDocuments: OpenDocuments) {
    this.host = host;
    this.openDocuments = openDocuments;
  }

  /** The open document, if any. */
  open(uri: string): TextDocument | undefined {
    return this.openDocuments.get(uri);
  }

  /** What was changed in an open document since a version, in its order; undefined where that is not known. */
  changesSince(uri: string, version: number): readonly ChangedStretch[] | undefined {
    return this.openDocuments.changesSince?.(uri, version);
  }

  openAll(): TextDocument[] {
    return this.openDocuments.all();
  }

  /** Undefined where there is no such file. `limit`: bytes above which the file is left unread. */
  async read(uri: string, limit?: number): Promise<FileText | UnreadableFile | undefined> {
    const document = this.openDocuments.get(uri);
    if (document) return { document, open: true };
    const bytes = await this.host.files.read(uri);
    if (!bytes) return undefined;
    const text = decodeText(bytes, limit);
    if (typeof text !== 'string') return { unreadable: text.reason };
    return { document: TextDocument.create(uri, 'plaintext', 0, text), open: false };
  }
}
