import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Message } from '../../core/message.ts';

/** The edit that carries out what the user chose, or why there is none. */
export type CarriedOut =
  | {
      readonly edit: WorkspaceEdit;
      /** The file that the edit changes, where it is to be saved at once: a sidecar, or the project file. */
      readonly changed?: string;
      /** What was done, for the user. */
      readonly summary: Message;
      /** What the user should know besides, also where only the edit is asked for. */
      readonly told?: readonly Message[];
    }
  | { readonly refused: Message; readonly told?: readonly Message[] };
