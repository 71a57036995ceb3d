/** What a cell of a label cannot hold: blanks and control characters, which end it, and the escape itself. */
export const IN_CELLS = /[\s\p{Cc}%]/gu;
/** What a comment cannot hold. */
export const IN_COMMENTS = /[\p{Cc}\u2028\u2029%]/gu;

/** A text with the characters that `odd` (which has to match `%`) finds written as in web addresses: `%20`. */
export function escapeOdd(text: string, odd: RegExp): string {
  return text.replace(odd, percent);
}

/** The text that `escapeOdd` gave this for; what it would not have written is left as it is. */
export function unescapeOdd(written: string, odd: RegExp): string {
  if (!written.includes('%')) return written;
  try {
    const text = decodeURIComponent(written);
    return escapeOdd(text, odd) === written ? text : written;
  } catch {
    return written;
  }
}

/** The UTF-8 bytes of characters in hexadecimal, ASCII too, which `encodeURIComponent` would leave in part. */
function percent(chars: string): string {
  const encoded = encodeURIComponent(chars);
  if (encoded !== chars) return encoded;
  return `%${chars.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
