/** How often some words were given a label, by whom and where. */
export interface TaggedAs {
  readonly label: string;
  /** Undefined: in the sidecar that all share. */
  readonly annotator: string | undefined;
  /** The entity that they were linked to. */
  readonly entity: string | undefined;
  readonly count: number;
  /** URIs of articles where they were, a few of them. */
  readonly articles: readonly string[];
}

/** What people have tagged some words as, over the corpus: most frequent first. */
export interface TaggedString {
  /** As they were written most often. */
  readonly text: string;
  readonly tags: readonly TaggedAs[];
}
