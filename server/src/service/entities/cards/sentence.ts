import type { Message } from '../../../core/message.ts';
import type { Piece } from '../../markup.ts';
import type { Workspace } from '../../workspace.ts';

/** Stands in a message where a piece that is more than text belongs; no text of ours or of files has it. */
export const SLOT = '\u0001';

/** A sentence in the reader's language with pieces where its message has {@link SLOT}, in their order. */
export function sentence(workspace: Workspace, message: Message, ...pieces: readonly Piece[][]): Piece[] {
  const parts = workspace.say(message).split(SLOT);
  return parts.flatMap((part, i) => [...(part === '' ? [] : [part]), ...(pieces[i] ?? [])]);
}

/** Pieces with a comma between them. */
export function listed(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [', ', piece]));
}

/** A score as the per cent that people read: never 0, and never 100 where it is not quite 1. */
export function percent(score: number): number {
  return score >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(100 * score)));
}
