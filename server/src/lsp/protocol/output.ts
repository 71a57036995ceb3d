/**
 * Server to client, where `clientFiles` was announced: files that are to be written where only the client can write.
 * Every one of them is an error where the client's file system refuses.
 */

/** Params FileParams; answer: how many bytes the file has, -1 for a folder, or null where there is nothing. */
export const FileSizeRequest = 'pressmark/output/size';
/** Params FileParams: removes a file, or a folder with all that is in it; nothing happens where there is none. */
export const RemoveFileRequest = 'pressmark/output/remove';
export interface FileParams {
  readonly uri: string;
}

/** Params WriteFileParams: makes or replaces a file. */
export const WriteFileRequest = 'pressmark/output/write';
export interface WriteFileParams {
  readonly uri: string;
  /** Its bytes in base64. */
  readonly content: string;
}

/** Params RenameFileParams; fails where the new name is taken. */
export const RenameFileRequest = 'pressmark/output/rename';
export interface RenameFileParams {
  readonly from: string;
  readonly to: string;
}

/** Params ReplaceAllParams; answer: ReplacedView. All changes are made, or none. */
export const ReplaceAllRequest = 'pressmark/output/replaceAll';
export interface ReplaceAllParams {
  readonly changes: readonly {
    readonly uri: string;
    /** What it must hold, in base64; null where there must be none. */
    readonly before: string | null;
    readonly after: string;
  }[];
}
export type ReplacedView =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly uri: string;
      readonly why: 'changed' | 'failed';
      readonly detail?: string;
    };
