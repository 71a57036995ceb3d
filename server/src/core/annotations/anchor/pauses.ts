/** Tokens, links or runs between two places where a comparison may be interrupted: about a millisecond's work. */
const BETWEEN = 1024;

/** True for every so many things that were counted: a comparison may be interrupted there. */
export function isPause(count: number): boolean {
  return count % BETWEEN === 0;
}
