/** Who annotates, who somebody is, and how far they are. The client imports the types only. */
import type { ArticleState, CommandResult } from '../protocol.ts';

/** Client to server. `pressmark/people`, params PeopleParams; answer PeopleView: the annotators of a project. */
export const PeopleRequest = 'pressmark/people';
export interface PeopleParams {
  /** A file of the project; absent: the first of the open folders. */
  readonly uri?: string;
}
export interface PeopleView {
  /** Empty where all share one sidecar. */
  readonly people: readonly PersonView[];
  /** The name of whoever works here; absent where it cannot be told. */
  readonly me?: string;
  readonly knownBy?: 'setting' | 'email' | 'name';
  /** What others have annotated is not shown. */
  readonly blind: boolean;
  /** For the user, in the client's language: who works here and by what that is known, or what to do about it. */
  readonly explanation: string;
}
export interface PersonView {
  /** What the setting `pressmark.annotator` takes. */
  readonly name: string;
  readonly title: string;
}

/** Client to server. `pressmark/mark`, params MarkParams; answer MarkResult: says how far one is with an article. */
export const MarkRequest = 'pressmark/mark';
export interface MarkParams {
  readonly uri: string;
  readonly status: ArticleState;
}
export interface MarkResult extends CommandResult {
  /** Own annotations that somebody should look at; absent: none. */
  readonly doubts?: number;
}
