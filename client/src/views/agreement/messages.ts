/** What the panel and its page say to each other. */
import type { AgreementView } from '../../../../server/src/lsp/protocol/agreement.ts';

/** What the page shows. */
export interface PageState {
  readonly view: AgreementView;
  /** Also articles that somebody has begun and not called done. */
  readonly all: boolean;
  /** Disagreements can be settled by a command. */
  readonly adjudicable: boolean;
}

/** The page's words, in the user's language. */
export interface PageWords {
  readonly title: string;
  readonly measure: string;
  readonly label: string;
  readonly allLabels: string;
  readonly refresh: string;
  readonly begun: string;
  readonly done: string;
  readonly matrix: string;
  readonly together: string;
  readonly annotators: string;
  readonly raw: string;
  readonly interval: string;
  readonly byLabel: string;
  readonly disagreements: string;
  readonly place: string;
  readonly kind: string;
  readonly text: string;
  readonly pair: string;
  readonly adjudicate: string;
  readonly nobody: string;
  readonly everyPair: string;
  /** `{0}`: how many are listed, `{1}`: of how many. */
  readonly listed: string;
  /** `{0}` and `{1}`: two people; the button that shows only their disagreements. */
  readonly only: string;
}

export type ToPage =
  | { readonly type: 'words'; readonly words: PageWords }
  | { readonly type: 'show'; readonly state: PageState };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh'; readonly all: boolean }
  /** A disagreement, by its place in the list. */
  | { readonly type: 'open' | 'adjudicate'; readonly at: number };
