import type { ConflictDecision } from '../../core/annotations/merge/decide.ts';

/** What decides between the two sides of a merge. */
export type ConflictPurpose =
  | {
      /** Decides on one line. */
      readonly kind: 'decide';
      readonly sidecar: string;
      readonly id: string;
      readonly decision: ConflictDecision;
      /** `lineHash` of the line when the decision was offered. */
      readonly was: string;
    }
  | {
      /** Takes git's conflict markers out of a sidecar: by merging both sides, or by keeping one. */
      readonly kind: 'mergeMarkers';
      readonly sidecar: string;
      readonly keep: 'both' | 'ours' | 'theirs';
      /** `revisionOf` the sidecar's text when the action was offered. */
      readonly was: string;
    };
