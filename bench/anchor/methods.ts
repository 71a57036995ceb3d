import { join } from 'node:path';
import { compareTexts } from '../../server/src/core/annotations/anchor/compareTexts.ts';
import { locate } from '../../server/src/core/annotations/locate.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { installPeers } from '../installPeers.ts';
import type { Locator } from './locator.ts';
import { diffMatchPatch } from './peers/diffMatchPatch.ts';
import { quoteWithContext } from './peers/quoteWithContext.ts';

/** A way of finding spans again. */
export interface Method {
  readonly name: string;
  /** It is tried on every n-th article only: it is slow. */
  readonly every: number;
  prepare(old: string, text: string): Locator;
}

export const OURS = 'Pressmark';

/** Pressmark's ways with and without the old text, and the peers that could be installed. */
export function methods(): Method[] {
  const ours: Method[] = [
    {
      name: OURS,
      every: 1,
      prepare: (old, text) => {
        const comparison = compareTexts(old, text);
        return ({ anchor }) => comparison.locate(anchor);
      },
    },
    {
      name: 'Pressmark without the old text',
      every: 6,
      prepare: (_, text) => {
        const article = { text, offsets: new TextOffsets(text), revision: revisionOf(text) };
        return ({ anchor }) => locate(anchor, article);
      },
    },
  ];
  if (!installPeers(join(import.meta.dirname, 'peers'))) return ours;
  return [
    ...ours,
    { name: 'diff-match-patch', every: 6, prepare: diffMatchPatch() },
    { name: 'quote with context', every: 36, prepare: quoteWithContext() },
  ];
}
