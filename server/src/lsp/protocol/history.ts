/**
 * Server to client, where `clientFiles` was announced: what the editor's own git knows of files that the server cannot
 * reach. A client may leave any of it unanswered.
 */

/** Params PastParams; answer: base64 of what the file held in the commits that changed it, newest first. */
export const PastRequest = 'pressmark/history/past';
export interface PastParams {
  readonly uri: string;
  /** So many at most. */
  readonly most: number;
}

/** Params AtParams; answer: base64 of what the file held in the commit, or null. */
export const AtRequest = 'pressmark/history/at';
export interface AtParams {
  readonly uri: string;
  /** As git names it. */
  readonly commit: string;
}

/** Params IdentityParams; answer: IdentityView or null. */
export const IdentityRequest = 'pressmark/history/identity';
export interface IdentityParams {
  readonly folder: string;
}
/** git's `user.name` and `user.email`. */
export interface IdentityView {
  readonly name?: string;
  readonly email?: string;
}
