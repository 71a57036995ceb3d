import type { TextRange } from '../../core/text/range.ts';

/** What changes an entity file, from the words of an article. */
export type EntityPurpose =
  | ({ readonly kind: 'addEntity'; readonly type: string } & TextRange)
  | ({ readonly kind: 'addAlias'; readonly entity: string } & TextRange)
  | { readonly kind: 'removeName'; readonly entity: string; readonly name: string };
