/** A piece of a comment: words, or an address that may be followed. */
export interface TextPiece {
  readonly text: string;
  readonly isLink: boolean;
}

// No character that ends a link of markdown, or that a sentence has behind an address.
const ADDRESS = /https:\/\/[^\s<>"'`\\|{}^]{3,2000}/g;
const SENTENCE_END = /[.,;:!?)\]}»”’]{1,20}$/;

/** The pieces of a comment's text. Addresses are https only; all else is words, whatever marks they hold. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(SENTENCE_END, '');
    if (!URL.canParse(address)) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), isLink: false });
    pieces.push({ text: address, isLink: true });
    at = index + address.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isLink: false });
  return pieces;
}
