import { parseSidecar, type Sidecar } from '../../core/annotations/parse.ts';
import type { Message } from '../../core/message.ts';
import type { StoredText } from './states.ts';

/** One side of a sidecar. */
export interface Side {
  readonly sidecar: Sidecar | undefined;
  /** Why not everything of it is known. */
  readonly problem: Message | undefined;
}

export interface OwnedSide extends Side {
  readonly annotator: string | undefined;
}

/** Of a file that is not there. */
export const NO_SIDE: Side = { sidecar: undefined, problem: undefined };
/** What a stored text says, as far as it can be read. */
export function readSide(text: StoredText): Side {
  if (text === undefined) return NO_SIDE;
  if (typeof text !== 'string') return { sidecar: undefined, problem: text.unreadable };
  const sidecar = parseSidecar(text);
  return { sidecar, problem: sidecar.problems.find((problem) => problem.severity === 'error')?.message };
}

/** True where other people's annotations are spoken of. */
export function speaksOfOthers({ sidecar }: Side): boolean {
  return sidecar?.annotations.some(({ annotation }) => annotation.kind === 'record') ?? false;
}
