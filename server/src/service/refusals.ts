import { wordsKey } from '../core/suggestions/alike.ts';
import type { TextRange } from '../core/text/range.ts';
import type { Layer } from './sidecars.ts';

/** A person's word that something is not to be suggested, where it counts in the article as it is now. */
export interface Refusal {
  /** Id of its line in the sidecar of the layer. */
  readonly id: string;
  readonly layer: Layer;
  readonly label: string;
  /** UTF-16 units of the article; absent: in the whole article. */
  readonly range?: TextRange;
  /** Only for these words, in any letter case. */
  readonly word?: string;
}

interface Known {
  readonly refusal: Refusal;
  /** `wordsKey` of its word. */
  readonly key: string | undefined;
}

/** A tag that could be suggested; UTF-16 units of the article. */
interface Suggested extends TextRange {
  readonly label: string;
}

/** What people do not want to be suggested in one article. Each person's word counts for that person alone. */
export class Refusals {
  readonly all: readonly Refusal[];
  private readonly text: string;
  private readonly byLabel = new Map<string, Known[]>();

  /** `text`: the article's. */
  constructor(text: string, all: readonly Refusal[]) {
    this.text = text;
    this.all = all;
    for (const refusal of all) {
      const known = { refusal, key: refusal.word === undefined ? undefined : wordsKey(refusal.word) };
      const same = this.byLabel.get(refusal.label);
      if (same) same.push(known);
      else this.byLabel.set(refusal.label, [known]);
    }
  }

  /**
   * The refusals of one person (`annotator` of their layers; undefined: of the sidecar that all share) that keep a
   * suggestion away. A refusal at a place speaks of just those words: longer or shorter ones are another suggestion.
   */
  of(annotator: string | undefined, { start, end, label }: Suggested): Refusal[] {
    const candidates = this.byLabel.get(label);
    if (!candidates) return [];
    const key = wordsKey(this.text.slice(start, end));
    return candidates
      .filter(({ refusal: { layer, range }, key: word }) => {
        if (layer.annotator !== annotator) return false;
        if (range) return range.start === start && range.end === end;
        return word === undefined || word === key;
      })
      .map(({ refusal }) => refusal);
  }

  /** True where that person has refused the suggestion. */
  has(annotator: string | undefined, suggested: Suggested): boolean {
    return this.of(annotator, suggested).length > 0;
  }
}
