import type { Holds } from './loss.ts';

/** Something that a format may hold or not, in the words of tables. */
export interface HeldThing {
  readonly key: keyof Holds;
  readonly title: string;
}

/** All of them, in the order of tables. */
export const HELD: readonly HeldThing[] = [
  { key: 'text', title: 'text' },
  { key: 'nested', title: 'tags in tags' },
  { key: 'overlapping', title: 'overlapping tags' },
  { key: 'samePlace', title: 'tags on the same words' },
  { key: 'discontinuous', title: 'tags with gaps' },
  { key: 'empty', title: 'empty tags' },
  { key: 'insideTokens', title: 'tags inside words' },
  { key: 'overLines', title: 'tags over line ends' },
  { key: 'attributes', title: 'attributes' },
  { key: 'notes', title: 'notes' },
  { key: 'entities', title: 'entity ids' },
  { key: 'relations', title: 'relations' },
  { key: 'documentLabels', title: 'document labels' },
  { key: 'ids', title: 'ids' },
  { key: 'paths', title: 'article names' },
  { key: 'languages', title: 'languages' },
  { key: 'annotators', title: 'annotators' },
];
