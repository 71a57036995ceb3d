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

/** So many letters of a label's name fit into the status bar beside ten others. */
const mostLetters = 6;

/** One line with every key that tags: `p PER  o ORG`; long names are cut. */
export function legend(labels: readonly LabelView[]): string {
  const short = (name: string) => (name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name);
  return labels
    .filter((label) => label.key !== undefined)
    .map((label) => `${label.key} ${short(label.name)}`)
    .join('  ');
}

/** Whether the key is free for its action, no label having taken it. */
export function isFree(key: string, labels: readonly LabelView[]): boolean {
  return typeof meaningOf(key, labels) === 'string';
}
