import { type Message, msg } from '../../core/message.ts';
import { SourceLines, unreadableHead } from './importing/sourceLines.ts';

/** A text of which some lines could not be taken as text: these are empty, and each is told. */
export interface Salvaged {
  readonly text: string;
  /** Lines from 0. */
  readonly broken: readonly { readonly line: number; readonly message: Message }[];
}

/** So many broken lines are told. */
const MOST_BROKEN = 100;

/**
 * What of an entity file's bytes is text, line by line, where they are no text as a whole (a line in Latin-1, a NUL).
 * Undefined where they are something else altogether.
 */
export function salvagedText(bytes: Uint8Array): Salvaged | undefined {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isGzip || unreadableHead(bytes) !== undefined) return undefined;
  const lines: string[] = [];
  const broken: { line: number; message: Message }[] = [];
  const reader = new SourceLines({
    line: (text) => lines.push(text),
    broken(_code, _message, line) {
      lines.push('');
      if (broken.length === MOST_BROKEN) return;
      const message = msg(
        'Line {0} is not valid UTF-8, so it is left out. Open the file in its own encoding and save it again as UTF-8.',
        line + 1,
      );
      broken.push({ line, message });
    },
  });
  reader.add(bytes);
  reader.end();
  return { text: lines.join('\n'), broken };
}
