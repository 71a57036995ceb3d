/** What the panel and its page say to each other. */
import type { AdjudicationView } from '../../../../server/src/lsp/protocol/adjudication.ts';

/** What the page shows. */
export interface PageState {
  readonly view: AdjudicationView;
  /** Key of the group under the cursor. */
  readonly current?: string;
  readonly anonymous: boolean;
  /** Layers of people who are not done are compared too. */
  readonly all: boolean;
  /** For the next decision. */
  readonly reason: string;
  /** What was last done, or why not; read out to who does not see the page. */
  readonly said: string;
}

/** The page's words, in the user's language. */
export interface PageWords {
  readonly kinds: Readonly<Record<AdjudicationView['groups'][number]['kind'], string>>;
  readonly states: Readonly<Record<AdjudicationView['groups'][number]['state'], string>>;
  readonly decisions: Readonly<Record<'unanimous' | 'majority' | 'decided', string>>;
  /** `{0}` of `{1}`. */
  readonly progress: string;
  readonly allSettled: string;
  readonly list: string;
  readonly choices: string;
  readonly nothing: string;
  readonly unsure: string;
  readonly both: string;
  readonly everything: string;
  readonly neither: string;
  readonly change: string;
  readonly undo: string;
  readonly reason: string;
  readonly show: string;
  readonly names: string;
  readonly letters: string;
  /** `{0}`: how many. */
  readonly unanimous: string;
  readonly majority: string;
  readonly everybody: string;
  readonly finished: string;
  /** `{0}`: how many. */
  readonly waiting: string;
  readonly line: string;
  readonly gold: string;
  readonly directly: string;
}

export type ToPage =
  | { readonly type: 'words'; readonly words: PageWords }
  | { readonly type: 'show'; readonly state: PageState }
  /** The same groups as before, with another cursor. */
  | { readonly type: 'go'; readonly state: Omit<PageState, 'view'> }
  | { readonly type: 'askReason' };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'press'; readonly key: string }
  | { readonly type: 'go'; readonly group: string }
  | { readonly type: 'reason'; readonly text: string }
  | { readonly type: 'rule'; readonly rule: 'unanimous' | 'majority' }
  | { readonly type: 'everybody' };
