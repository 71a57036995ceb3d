import type {
  AdjudicationGroup,
  AdjudicationView,
} from '../../../../server/src/lsp/protocol/adjudication.ts';

/** What a key means for the group under the cursor. */
export type Press =
  | { readonly kind: 'take'; readonly versions: readonly number[] }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'change' | 'undo' | 'anonymous' | 'show' | 'reason' };

/** Keys that ask for something else than a version. */
const others = new Map<string, Press>([
  ['j', { kind: 'move', by: 1 }],
  ['ArrowDown', { kind: 'move', by: 1 }],
  ['ArrowRight', { kind: 'move', by: 1 }],
  ['k', { kind: 'move', by: -1 }],
  ['ArrowUp', { kind: 'move', by: -1 }],
  ['ArrowLeft', { kind: 'move', by: -1 }],
  ['c', { kind: 'change' }],
  ['u', { kind: 'undo' }],
  ['a', { kind: 'anonymous' }],
  ['Enter', { kind: 'show' }],
  ['r', { kind: 'reason' }],
]);

/**
 * What a key asks for; undefined for a key without a meaning. A digit takes what that annotator says here, which is
 * nothing where the annotator has no tag here.
 */
export function meaningOf(key: string, view: AdjudicationView, group: AdjudicationGroup): Press | undefined {
  if (/^[1-9]$/.test(key)) {
    const annotator = Number(key) - 1;
    if (annotator >= view.annotators.length) return undefined;
    return { kind: 'take', versions: versionsOf(group, annotator) };
  }
  if (key === 'b') return { kind: 'take', versions: group.versions.map((_, i) => i) };
  if (key === 'n') return { kind: 'take', versions: [] };
  return others.get(key);
}

/** The versions of an annotator in a group, by their places in it. */
export function versionsOf({ versions }: AdjudicationGroup, annotator: number): number[] {
  return versions.flatMap((v, i) => (v.annotators.includes(annotator) ? [i] : []));
}

/** True for a group over which people differ: what all agree on is not asked about one by one. */
export function isDisagreement({ kind }: AdjudicationGroup): boolean {
  return kind !== 'agreed';
}

/** True where something is left to decide. */
export function isOpen({ state }: AdjudicationGroup): boolean {
  return state !== 'settled';
}

/** How many disagreements there are, how many of them are open, and how much that all agree on is not in gold yet. */
export function progressOf({ groups }: AdjudicationView) {
  const disagreements = groups.filter(isDisagreement);
  return {
    all: disagreements.length,
    open: disagreements.filter(isOpen).length,
    agreed: groups.filter((g) => !isDisagreement(g) && isOpen(g)).length,
  };
}

/** The next open disagreement behind a group, going round at the end; undefined where there is none. */
export function nextOpen(
  { groups }: AdjudicationView,
  after: string | undefined,
): AdjudicationGroup | undefined {
  const at = groups.findIndex((g) => g.key === after);
  const inOrder = [...groups.slice(at + 1), ...groups.slice(0, at + 1)];
  return inOrder.find((g) => isDisagreement(g) && isOpen(g));
}

/** The disagreement beside a group, settled or not; the group itself at either end. */
export function neighbour(
  { groups }: AdjudicationView,
  from: string | undefined,
  by: 1 | -1,
): AdjudicationGroup | undefined {
  const at = groups.findIndex((g) => g.key === from);
  if (by === 1) return groups.slice(at + 1).find(isDisagreement) ?? groups[at];
  return groups.slice(0, Math.max(at, 0)).findLast(isDisagreement) ?? groups[at];
}
