/**
 * What became of annotations since a commit, for views and gutters, and who wrote one of them. Positions and ranges are
 * LSP's own.
 */

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Client to server. Params ChangesParams; answer: ChangesView. */
export const ChangesRequest = 'pressmark/changes';
export interface ChangesParams {
  /** What to look below: a workspace folder. */
  readonly folder: string;
  /** Only this article. */
  readonly uri?: string;
  /** A commit, as git names it. */
  readonly against: string;
}
export interface ChangesView {
  /** Why nothing can be told, in the client's language; absent where it can. */
  readonly unknown?: string;
  /** Of whom there is something to tell, in the order of their addresses. */
  readonly articles: readonly ChangedArticleView[];
}
export interface ChangedArticleView {
  readonly uri: string;
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Its former path, where it was renamed. */
  readonly was?: string;
  readonly layers: readonly ChangedLayerView[];
}
export interface ChangedLayerView {
  /** Absent for the shared layer. */
  readonly annotator?: string;
  readonly sidecar: string;
  /** What of the file could not be compared, in the client's language. */
  readonly problems: readonly string[];
  readonly changes: readonly ChangeView[];
}
export interface ChangeView {
  /** `moved`: only found again in a newer text, so that no view need tell it; `look`: somebody should look at its place. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'look';
  readonly id: string;
  /** In the client's language, with a sign in front: `+ ORG Taliban`. */
  readonly words: string;
  /** In the article as it is now; absent for what is about all of it, or has no place any more. */
  readonly range?: Range;
  /** 0-based line of the sidecar as it is now; absent for what was removed. */
  readonly line?: number;
}

/** Client to server. Params {folder}; answer: names of commits to compare with, the branch at hand first. */
export const CommitsRequest = 'pressmark/commits';

/** Client to server. Params BlameParams; answer: BlameView or null where nobody can tell. */
export const BlameRequest = 'pressmark/blame';
export interface BlameParams {
  /** The article. */
  readonly uri: string;
  /** The innermost annotation here … */
  readonly position?: Position;
  /** … or the one of this id. */
  readonly id?: string;
}
export interface BlameView {
  readonly id: string;
  /** One sentence, in the client's language. */
  readonly words: string;
  /** Absent where the line is not committed yet, and the rest is empty then. */
  readonly commit?: string;
  readonly author: string;
  /** ISO 8601 with the author's offset. */
  readonly time: string;
  readonly summary: string;
}
