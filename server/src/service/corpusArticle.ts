/** An article of the corpus; its text is not held. */
export interface CorpusArticle {
  readonly uri: string;
  /** Below its workspace folder, with `/`. */
  readonly path: string;
  /** The root of its project. */
  readonly project: string;
  /** True where a sidecar lies beside it. */
  readonly annotated: boolean;
}

/** Told after each article of a pass: how many of how many. */
export type PassProgress = (done: number, all: number) => void;
