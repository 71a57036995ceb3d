import { sha1 } from '@noble/hashes/legacy.js';
import { canonicalText } from './offsets.ts';
import { utf8Bytes } from './utf8.ts';

/** Digits of a git id that a `rev` holds. */
export const REVISION_DIGITS = 12;

/**
 * What an annotation's `rev` holds: the first 12 hex digits of the id that git gives a blob of the text's UTF-8
 * bytes, without BOM and with LF line ends. So git can find the old text, and nobody needs git to compute it.
 */
export function revisionOf(text: string): string {
  const content = utf8Bytes(canonicalText(text));
  const hash = sha1
    .create()
    .update(utf8Bytes(`blob ${content.length}\0`))
    .update(content)
    .digest();
  let hex = '';
  for (const byte of hash) hex += byte.toString(16).padStart(2, '0');
  return hex.slice(0, REVISION_DIGITS);
}
