import type { LabelView } from '../../../../server/src/lsp/protocol.ts';

/** What a key does in annotation mode, apart from tagging. */
export type ModeAction = 'next' | 'previous' | 'undo';

/** Keys for moving and undoing. A label of the project with the same key goes first; Tab and Ctrl+Z always work. */
const actionKeys = new Map<string, ModeAction>([
  ['n', 'next'],
  ['p', 'previous'],
  ['u', 'undo'],
]);

/** What the key means with this label set; undefined: nothing, and nothing is typed either. */
export function meaningOf(key: string, labels: readonly LabelView[]): LabelView | ModeAction | undefined {
  return labels.find((label) => label.key?.toLowerCase() === key) ?? actionKeys.get(key);
}

/** One line with every key that tags: `p PER · o ORG`. */
export function legend(labels: readonly LabelView[]): string {
  return labels
    .filter((label) => label.key !== undefined)
    .map((label) => `${label.key} ${label.name}`)
    .join(' · ');
}

/** Whether the key is free for its action, no label having taken it. */
export function isFree(key: string, labels: readonly LabelView[]): boolean {
  return typeof meaningOf(key, labels) === 'string';
}
