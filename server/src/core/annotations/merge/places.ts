import type { Members } from './version.ts';

/** Code units of context, with one quotation mark, that must be the same beside a place for it to be the same place. */
const SURROUNDINGS = 9;

/**
 * Which of two places of one annotation the merged line keeps; undefined where two people mean two places. A place that
 * is the old one, only counted in another revision of the article, says nothing new, so that the other one wins. Where
 * both are, either is right, since every reader finds the place again from the revision that it names: `revision`, that
 * of the merged article, decides, else the greater one, so that every machine decides alike.
 */
export function mergedPlace(
  base: Members | undefined,
  ours: Members,
  theirs: Members,
  revision: string | undefined,
): Members | undefined {
  if (base) {
    const [a, b] = [isRecounted(base, ours), isRecounted(base, theirs)];
    if (a !== b) return a ? theirs : ours;
  }
  if (!isRecounted(ours, theirs)) return undefined;
  return ofRevision(ours, theirs, revision);
}

/** Of two that say the same of two revisions: the one of the merged article, else of the greater revision. */
export function ofRevision(ours: Members, theirs: Members, revision: string | undefined): Members {
  const [a, b] = [ours.get('rev') ?? '', theirs.get('rev') ?? ''];
  if (revision !== undefined && a !== b) {
    if (a === JSON.stringify(revision)) return ours;
    if (b === JSON.stringify(revision)) return theirs;
  }
  return a > b ? ours : theirs;
}

/** True where both hold the same words between the same words, in two revisions of the article. */
function isRecounted(a: Members, b: Members): boolean {
  if (a.get('rev') === b.get('rev') || a.get('text') !== b.get('text')) return false;
  if (a.has('parts') !== b.has('parts')) return false;
  // The context is compared as it is spelled: its quotation marks stand at either end.
  const isLeft = contextOf(a, 'before').slice(-SURROUNDINGS) === contextOf(b, 'before').slice(-SURROUNDINGS);
  return (
    isLeft || contextOf(a, 'after').slice(0, SURROUNDINGS) === contextOf(b, 'after').slice(0, SURROUNDINGS)
  );
}

function contextOf(members: Members, key: string): string {
  return members.get(key) ?? '';
}
