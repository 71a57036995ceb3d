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
  const [a, b] = base ? [isRecounted(base, ours), isRecounted(base, theirs)] : [false, false];
  if (a !== b) return a ? theirs : ours;
  // In one revision of the article two places are two, however alike.
  if (ours.get('rev') === theirs.get('rev')) return undefined;
  // Where a neighbour was corrected on either side, the two may have little around them in common.
  return a || isRecounted(ours, theirs) ? ofRevision(ours, theirs, revision) : undefined;
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

/**
 * True where both hold the same words between the same words, in two revisions of the article: next to them on one side,
 * or a few words away on both sides, where somebody corrected both neighbours.
 */
function isRecounted(a: Members, b: Members): boolean {
  if (a.get('rev') === b.get('rev') || a.get('text') !== b.get('text')) return false;
  if (a.has('parts') !== b.has('parts')) return false;
  const [left, right] = [written(a, 'before'), written(a, 'after')];
  const [otherLeft, otherRight] = [written(b, 'before'), written(b, 'after')];
  if (begin(right) === begin(otherRight) || left.slice(-SURROUNDINGS) === otherLeft.slice(-SURROUNDINGS)) {
    return true;
  }
  const quote = written(a, 'text');
  const isLeft = isShifted(reversed(left), reversed(otherLeft), reversed(quote));
  return isLeft && isShifted(right, otherRight, quote);
}

/** True where one side's nearest context stands a little further away on the other, not beyond the quote again. */
function isShifted(a: string, b: string, quote: string): boolean {
  const gap = (near: string, far: string) => {
    const at = near.length < SURROUNDINGS ? -1 : far.indexOf(begin(near));
    return at < 0 ? undefined : far.slice(0, at);
  };
  const between = gap(a, b) ?? gap(b, a);
  return between !== undefined && !between.includes(quote);
}

function begin(context: string): string {
  return context.slice(0, SURROUNDINGS);
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

/** A string as JSON spells it, without its quotation marks: enough to compare it with another one. */
function written(members: Members, key: string): string {
  return (members.get(key) ?? '').slice(1, -1);
}
