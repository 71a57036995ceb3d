import { type AnnotationChange, annotationOf } from '../../core/annotations/diff.ts';
import type { AnchorStatus } from '../../core/annotations/locate.ts';
import type { Annotation, FindingReview, SpanAnnotation } from '../../core/annotations/model.ts';
import type { Message } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';

/** Two states of the files: commits by any name; absent: the files as they are now, as where two files are compared. */
export interface States {
  readonly from?: string;
  readonly to?: string;
}

/**
 * A tag that nobody touched, but the text below it. `unfit`: it stood on its words, and does so no longer for certain;
 * `reworded`: its place is certain, and now reads `is`.
 */
export interface TextChange {
  readonly kind: 'unfit' | 'reworded';
  readonly after: SpanAnnotation | FindingReview;
  readonly is?: string;
}

/** True where nobody touched the tag itself. */
export function isTextChange(change: AnnotationChange | TextChange): change is TextChange {
  return change.kind === 'unfit' || change.kind === 'reworded';
}

/** The annotation that a change is about: as it is now, or as it last was. */
export function annotationIn(change: AnnotationChange | TextChange): Annotation {
  return isTextChange(change) ? change.after : annotationOf(change);
}

export interface ChangePlace {
  /** UTF-16 units of the article in that state. */
  readonly range: TextRange;
  /** The same as files have it. */
  readonly codePoints: TextRange;
  /** 1-based, the column in code points. */
  readonly line: number;
  readonly column: number;
}

/** A change at its place. */
export interface PlacedChange {
  readonly change: AnnotationChange | TextChange;
  readonly words: Message;
  /** In the newer article: of what was removed, where its words are now; of a relation or a comment, its first tag's. */
  readonly place?: ChangePlace;
  /** In the older article, of what was removed. */
  readonly oldPlace?: ChangePlace;
  /** How certain the place of a tag in the newer text is; absent for what has none of its own, and for what was removed. */
  readonly status?: AnchorStatus;
  /** 0-based line in the newer sidecar; in the older one for what was removed. */
  readonly sidecarLine?: number;
}

/** What became of one sidecar. */
export interface LayerChanges {
  /** Its address in the newer state; in the older one where it is gone. */
  readonly uri: string;
  readonly was?: string;
  readonly annotator: string | undefined;
  readonly changes: readonly PlacedChange[];
  /** Why something of it could not be compared. */
  readonly problems: readonly { readonly side: 'before' | 'after'; readonly message: Message }[];
}

/** What became of one article's annotations. */
export interface ArticleChanges {
  readonly uri: string;
  /** Its address in the older state, where it was another one. */
  readonly was?: string;
  readonly layers: readonly LayerChanges[];
}

/** True where a tag stands on its words, or was found again for certain. */
export function fits(status: AnchorStatus | undefined): boolean {
  return status === undefined || status === 'kept' || status === 'moved';
}
