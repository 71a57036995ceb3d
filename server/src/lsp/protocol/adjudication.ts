/** Adjudication: several people's layers of one article, what differs in them, and deciding. Types only, for the client. */
import type { AnnotationView } from '../protocol.ts';

type Range = AnnotationView['range'];

/** Which layers are compared, and how their people are called. */
export interface ComparedParams {
  readonly uri: string;
  /** Also those of people who are not done with the article. */
  readonly all?: boolean;
}

/** Client to server. `pressmark/adjudication`, params AdjudicationParams; answer AdjudicationView or null (no such article). */
export const AdjudicationRequest = 'pressmark/adjudication';
export interface AdjudicationParams extends ComparedParams {
  /** Letters for people, shuffled for each article; then nothing in the answer tells who they are. */
  readonly anonymous?: boolean;
}
export interface AdjudicationView {
  readonly uri: string;
  /** The article's version that ranges refer to. */
  readonly version: number;
  /** Below its project, with `/`. */
  readonly path: string;
  /** Names or letters, in the order in which versions refer to them. */
  readonly annotators: readonly string[];
  /** How many more people have a layer and are not done. */
  readonly waiting: number;
  /** Why nothing can be decided, in the client's language. */
  readonly problem?: string;
  /** In the order of the text. */
  readonly groups: readonly AdjudicationGroup[];
}

export type AdjudicationKind =
  | 'agreed'
  | 'details'
  | 'label'
  | 'boundaries'
  | 'overlap'
  | 'value'
  | 'missing'
  | 'lost';

export interface AdjudicationGroup {
  readonly key: string;
  readonly kind: AdjudicationKind;
  /** changed: it was settled, and somebody has changed theirs since. */
  readonly state: 'open' | 'changed' | 'settled';
  /** Absent for what has no place in the text. */
  readonly range?: Range;
  /** 1-based, for people. */
  readonly line?: number;
  /** The sentences around all versions, or a piece of them. */
  readonly context: string;
  readonly having: number;
  readonly of: number;
  readonly versions: readonly AdjudicationVersion[];
  /** What is gold here. */
  readonly gold: readonly AdjudicationGold[];
}

export interface AdjudicationVersion {
  /** Whose it is, by place in the view's `annotators`. */
  readonly annotators: readonly number[];
  readonly label: string;
  /** Its words, or what it says where it has none. */
  readonly text: string;
  /** Stretches of `context` that it marks: UTF-16 units, end exclusive. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** Entity, attributes, value: what else it says, each for people. */
  readonly details: readonly string[];
  /** What its people wrote about it. */
  readonly notes: readonly string[];
  /** False where the text has changed so that its place is a guess. */
  readonly certain: boolean;
}

export interface AdjudicationGold {
  readonly label: string;
  readonly text: string;
  readonly decision?: 'unanimous' | 'majority' | 'decided';
  /** Left out where people are anonymous. */
  readonly by?: string;
  readonly note?: string;
}

/** Client to server. `pressmark/adjudication/decide`, params DecideParams; answer CommandResult. */
export const DecideRequest = 'pressmark/adjudication/decide';
export interface DecideParams extends ComparedParams {
  /** Of the view: refused where the article has changed since. */
  readonly version: number;
  /** Of the group: refused where somebody has changed one of its tags since. */
  readonly key: string;
  readonly choice: AdjudicationChoice;
  /** The reason; kept in the gold layer. */
  readonly note?: string;
}
export type AdjudicationChoice =
  /** Places in the group's `versions`: one, several, or none. */
  | { readonly kind: 'take'; readonly versions: readonly number[] }
  | { readonly kind: 'change'; readonly label: string; readonly range: Range };

/** Client to server. `pressmark/adjudication/applyRule`, params ApplyRuleParams; answer CommandResult. */
export const ApplyRuleRequest = 'pressmark/adjudication/applyRule';
export interface ApplyRuleParams extends ComparedParams {
  readonly rule: 'unanimous' | 'majority';
}

/** Client to server. `pressmark/adjudication/layers`, params {uri}; answer: how many people have a layer. */
export const LayerCountRequest = 'pressmark/adjudication/layers';

/**
 * Client to server. `pressmark/adjudicationList`, params AdjudicationListParams; answer: the articles with two layers or
 * more. Reports progress under `workDoneToken`, and can be cancelled.
 */
export const AdjudicationListRequest = 'pressmark/adjudicationList';
export interface AdjudicationListParams {
  /** URI of a folder; absent: all open ones. */
  readonly folder?: string;
  readonly all?: boolean;
  readonly workDoneToken?: string | number;
}
export interface AdjudicationListItem {
  readonly uri: string;
  readonly path: string;
  /** Whose layers are compared. */
  readonly annotators: number;
  /** How many more have a layer and are not done. */
  readonly waiting: number;
  readonly groups: number;
  /** Of them, how many are left to decide. */
  readonly open: number;
  /** A sidecar cannot be read, so that nothing can be decided. */
  readonly unreadable: boolean;
}
