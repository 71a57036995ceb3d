import type { Message } from '../message.ts';
import type { Alignment } from './format.ts';
import type { Loss, LossReason } from './loss.ts';

/** What kinds of items a dataset has, beside its articles' texts. */
export const ITEM_KINDS = ['span', 'relation', 'documentLabel'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What became of the items of one kind (of `article`: of their texts). The three add up to all there were. */
export interface Outcomes {
  readonly kind: Loss['kind'];
  readonly kept: number;
  readonly changed: number;
  readonly dropped: number;
}

/** How many items of a kind something was the matter with. An item with two reasons counts at both. */
export interface ReasonCount {
  readonly kind: Loss['kind'];
  readonly reason: LossReason;
  readonly changed: number;
  readonly dropped: number;
  /** What the first loss of the kind says. */
  readonly example: Message;
}

export interface LossSummary {
  /** In the order `article`, `span`, `relation`, `documentLabel`; kinds of which there is none are left out. */
  readonly outcomes: readonly Outcomes[];
  /** By kind, then the most frequent first. */
  readonly reasons: readonly ReasonCount[];
}

/** How often a label occurs in a split and language. */
export interface LabelCount {
  readonly kind: ItemKind;
  readonly label: string;
  readonly language: string;
  /** In the layer that was chosen. */
  readonly items: number;
  /** Of these, in the files: `items` less those that were dropped. */
  readonly written: number;
  /** Articles that have it, each layer of an article counted. */
  readonly articles: number;
}

export interface LanguageCount {
  readonly language: string;
  /** Layers of articles: as many as there are articles where one layer was chosen. */
  readonly articles: number;
  /** Code points. */
  readonly characters: number;
}

/** A part of the dataset: `train`, `dev`, `test` … or the whole of it. */
export interface SplitSummary {
  readonly name: string;
  /** Different articles. */
  readonly articles: number;
  /** Layers of articles, each of which was written once. */
  readonly layers: number;
  /** By language, the most frequent first. */
  readonly languages: readonly LanguageCount[];
  /** Sorted by kind, label and language. */
  readonly labels: readonly LabelCount[];
}

/** A file of the dataset, or the files of a format that has some for every article. */
export type ExportedFile =
  | {
      readonly kind: 'file';
      /** Below the dataset's folder, with `/`. */
      readonly path: string;
      readonly bytes: number;
      /** Hexadecimal. */
      readonly sha256: string;
      /** Absent where it belongs to the dataset as a whole, as `losses.jsonl` does. */
      readonly split?: string;
    }
  | {
      readonly kind: 'files';
      /** The folder that they are in, with its ending slash, below the dataset's folder. */
      readonly folder: string;
      /** With the dot; files of other endings are another entry. */
      readonly ending: string;
      readonly files: number;
      readonly bytes: number;
      readonly split: string;
    };

/** What was left out of the dataset because of what somebody chose, or because it has no place in a dataset. */
export interface LeftOut {
  /** Articles that the choice passed over, by why. */
  readonly articles: { readonly notDone: number; readonly language: number; readonly empty: number };
  /** Items whose labels were not chosen, and the relations that hung on them. */
  readonly labels: number;
  /** Annotations that somebody deleted, by a record that counts. */
  readonly deleted: number;
  /** What people say of findings, and of each other's annotations: no part of a dataset. */
  readonly findingReviews: number;
  /** What people do not want to be suggested. */
  readonly refusals: number;
  readonly comments: number;
  /** Lines that this version does not understand, and keys of others that it does not know. */
  readonly unknownLines: number;
  readonly unknownKeys: number;
}

/** All there is to tell of an export once it is done: the report, the dataset card and its metadata are made of it. */
export interface ExportSummary {
  /** The dataset's name: that of its folder. */
  readonly name: string;
  readonly format: { readonly name: string; readonly title: string };
  readonly align: Alignment;
  /** The format's own options, each of them there. */
  readonly options: ReadonlyMap<string, string>;
  /** `all`, `gold`, `shared`, or an annotator. */
  readonly layer: string;
  /** Whose annotations are in it, sorted; `shared` for those of nobody alone. */
  readonly annotators: readonly string[];
  /** Annotations whose place is a guess that nobody has confirmed: `keep`, `drop`, and how many there were. */
  readonly review: { readonly choice: 'keep' | 'drop'; readonly items: number };
  /** How the articles were shared out; absent where there is one split, of all. */
  readonly split?: { readonly shares: readonly number[]; readonly seed: string };
  /** At least one, in the order in which they were asked for. */
  readonly splits: readonly SplitSummary[];
  readonly losses: LossSummary;
  readonly leftOut: LeftOut;
  /** Sorted by path. */
  readonly files: readonly ExportedFile[];
}
