/**
 * Comments on annotations as threads. Types and names only; the client imports the types. Positions are LSP's own.
 */

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Client to server. `pressmark/comments`, params {uri}: the threads of an article, in the order of the text. */
export const CommentsRequest = 'pressmark/comments';

/** The thread about one annotation. */
export interface ThreadView {
  /** The annotation, by its sidecar's URI and its id; both are empty where it was removed. */
  readonly sidecar: string;
  readonly id: string;
  /** Tells this thread from the others of the article, for as long as it has comments. */
  readonly key: string;
  /** What it is about, in words: `ORG “Taliban”, ana`. */
  readonly title: string;
  /** The annotation's place; the top of the article where it has none. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly resolved: boolean;
  /** False where nothing can be added: whoever works here has no file of their own, or the annotation is gone. */
  readonly open: boolean;
  /** In the order of time. */
  readonly comments: readonly CommentView[];
}

export interface CommentView {
  /** Of the line that holds it, and its file. */
  readonly id: string;
  readonly sidecar: string;
  /** Plain text. */
  readonly text: string;
  /** As people know them. */
  readonly author: string;
  /** ISO 8601. */
  readonly time?: string;
  /** True where whoever works here said it, and may change it. */
  readonly own: boolean;
  /** True where the annotation has changed since. */
  readonly outdated: boolean;
}

/** Client to server. `pressmark/comment`, params CommentParams, answer CommandResult: changes the own file only. */
export const CommentRequest = 'pressmark/comment';

export type CommentParams = {
  /** The article. */
  readonly uri: string;
} & (
  | { readonly kind: 'add'; readonly sidecar: string; readonly id: string; readonly text: string }
  | { readonly kind: 'resolve'; readonly sidecar: string; readonly id: string; readonly resolved: boolean }
  /** `sidecar` and `id` are those of the comment. */
  | { readonly kind: 'edit'; readonly sidecar: string; readonly id: string; readonly text: string }
  | { readonly kind: 'remove'; readonly sidecar: string; readonly id: string }
);
