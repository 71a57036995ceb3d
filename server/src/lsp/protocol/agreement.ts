/** How well annotators agree: figures, and the places of which they say different things. Types only, for the client. */
import type { AnnotationView } from '../protocol.ts';

type Range = AnnotationView['range'];

/** Client to server. `pressmark/agreement`, params AgreementParams; answer AgreementView or AgreementRefusal. */
export const AgreementRequest = 'pressmark/agreement';
export interface AgreementParams {
  /** Also articles that somebody has begun and not called done. */
  readonly all?: boolean;
  /** Whoever asks knows that this shows others' work; without it a blind project answers `blind`. */
  readonly aware?: boolean;
  readonly workDoneToken?: string | number;
}

/** Why there is nothing to show. */
export interface AgreementRefusal {
  /** For people, in the client's language. */
  readonly refused: string;
  /** The project is blind, and nobody has said that they want to see others' work. */
  readonly blind: boolean;
}

export interface AgreementView {
  readonly annotators: readonly string[];
  /** What was compared and what was left out, a sentence each, in the client's language. */
  readonly counts: readonly string[];
  /** What there are figures of, in the order in which they are shown. */
  readonly topics: readonly AgreementTopic[];
  readonly labels: readonly string[];
  readonly figures: readonly AgreementFigure[];
  /** The first ones; `disagreementCount` is of all. */
  readonly disagreements: readonly AgreementPlace[];
  readonly disagreementCount: number;
}

/** A measure of something. */
export interface AgreementTopic {
  readonly key: string;
  /** In the client's language: what is compared, and by which measure. */
  readonly subject: string;
  readonly measure: string;
  /** The figures of single labels have it too. */
  readonly byLabel: boolean;
}

export interface AgreementFigure {
  readonly topic: string;
  /** Two people; absent: all together. */
  readonly pair?: readonly [string, string];
  /** One label; absent: all. */
  readonly label?: string;
  /** Absent where the measure is undefined; `why` then says the reason, in the client's language. */
  readonly value?: number;
  readonly why?: string;
  /** 95 %, where there are articles enough. */
  readonly low?: number;
  readonly high?: number;
  /** The share on which people simply agree, where that is something else. */
  readonly raw?: number;
  readonly n: number;
}

export interface AgreementPlace {
  readonly uri: string;
  /** Below its workspace folder, with `/`. */
  readonly path: string;
  readonly range: Range;
  /** From 1. */
  readonly line: number;
  /** In the client's language. */
  readonly kind: string;
  readonly text: string;
  readonly pair: readonly [string, string];
  /** What each has there; empty for nothing. */
  readonly says: readonly [string, string];
}
