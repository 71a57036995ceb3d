import type { Spelling } from './sameCase.ts';

/** A tag that somebody has given some words. */
export interface GivenTag extends Spelling {
  readonly label: string;
  /** Undefined: in the sidecar that all share. */
  readonly annotator: string | undefined;
  readonly entity: string | undefined;
  /** Where it stands in its article, in code points of the text that it was written for. */
  readonly place: number;
}

/** A tag of some words, with its article. */
export interface PlacedTag extends GivenTag {
  readonly article: string;
}
