/** A stretch of the old text: UTF-16 units of its canonical text, and the tokens from `first` to `last`, both inclusive. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

export type Side = 'start' | 'end';

/** An edge in the new text: UTF-16 units of its canonical text, and whether it can be relied on. */
export interface Edge {
  readonly at: number;
  readonly sure: boolean;
}
