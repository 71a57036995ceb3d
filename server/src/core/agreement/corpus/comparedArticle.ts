import type { LabelledSpan } from '../spans/span.ts';

/** What one person says about an article. */
export interface CoderLayer {
  readonly annotator: string;
  /** Spans of labels for names, at their places in the article as it is now, in code points. */
  readonly spans: readonly LabelledSpan[];
  /** By subject, by item: what this person says of things that were given to everybody. */
  readonly items: ReadonlyMap<Subject, ReadonlyMap<string, string>>;
}

/** An article that at least two people have annotated. */
export interface ComparedArticle {
  /** In code points. */
  readonly length: number;
  readonly layers: readonly CoderLayer[];
}

/**
 * What is compared: the spans; the labels of the stretches that several people marked alike; the value of a document
 * label, by its name; or which sentences bear a label, by its name.
 */
export type Subject = 'spans' | 'labels' | `document:${string}` | `sentence:${string}`;

/** The subject's kind, and the label that it is about. */
export function subjectParts(subject: Subject): {
  readonly kind: 'spans' | 'labels' | 'document' | 'sentence';
  readonly name: string | undefined;
} {
  if (subject === 'spans' || subject === 'labels') return { kind: subject, name: undefined };
  const kind = subject.startsWith('document:') ? 'document' : 'sentence';
  return { kind, name: subject.slice(kind.length + 1) };
}

/** What stands between the labels of a stretch to which one person gave several. */
export const LABELS_TOGETHER = ' + ';

/** What a person says of a document label that they did not give: no JSON is empty. */
export const NOT_GIVEN = '';
/** Whether a sentence bears a label. */
export const YES = 'yes';
export const NO = 'no';
