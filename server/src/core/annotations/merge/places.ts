import type { Members } from './version.ts';

/** Code units of context beside a quote that must be the same for a place to be the same place in another text. */
const SURROUNDINGS = 8;

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
  const [a, b] = [text(ours, 'rev'), text(theirs, 'rev')];
  if (revision !== undefined && a !== b) {
    if (a === revision) return ours;
    if (b === revision) return theirs;
  }
  return a > b ? ours : theirs;
}

/** True where both hold the same words between the same words, in two revisions of the article. */
function isRecounted(a: Members, b: Members): boolean {
  if (text(a, 'rev') === text(b, 'rev') || text(a, 'text') !== text(b, 'text')) return false;
  if (a.has('parts') !== b.has('parts')) return false;
  const left = (m: Members) => text(m, 'before').slice(-SURROUNDINGS);
  const right = (m: Members) => text(m, 'after').slice(0, SURROUNDINGS);
  return left(a) === left(b) || right(a) === right(b);
}

function text(members: Members, key: string): string {
  const json = members.get(key);
  return json === undefined ? '' : String(JSON.parse(json));
}
