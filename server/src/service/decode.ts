import { type Message, msg } from '../core/message.ts';

// Every host has it, but neither ES nor LSP types know it.
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** Made once: that takes longer than to decode an article. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Above this an article is left alone: no annotator reads 5 MB, and every edit would cost more than a frame. */
export const MAX_ARTICLE_BYTES = 5_000_000;

/** Why a file's bytes are not taken as text; the message says what to do. */
export type Undecodable = { readonly reason: Message };

/** The text of UTF-8 bytes without its byte order mark, or why they are not such text. */
export function decodeText(bytes: Uint8Array, limit = MAX_ARTICLE_BYTES): string | Undecodable {
  if (bytes.length > limit) {
    const megabytes = (bytes.length / 1e6).toFixed(1);
    return {
      reason: msg(
        'This file has {0} MB; Pressmark reads files of up to {1} MB. Split it into articles.',
        megabytes,
        limit / 1e6,
      ),
    };
  }
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return { reason: msg('This file is saved as UTF-16. Save it again as UTF-8.') };
  }
  if (bytes.includes(0)) {
    return {
      reason: msg(
        'This file holds zero bytes, so it is not plain text. Remove it from the corpus (“exclude” in pressmark.json) or save it again as UTF-8.',
      ),
    };
  }
  try {
    return UTF8.decode(bytes);
  } catch {
    return {
      reason: msg(
        'This file is not valid UTF-8 (line {0}). Open it in its own encoding and save it again as UTF-8.',
        lineOfFirstBadByte(bytes),
      ),
    };
  }
}

/** 1-based line of the first byte that breaks UTF-8, found by halving. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const lineStarts = [0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 10) lineStarts.push(i + 1);
  let good = 0;
  let bad = lineStarts.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, lineStarts[middle]))) good = middle;
    else bad = middle;
  }
  return good + 1;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    UTF8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
