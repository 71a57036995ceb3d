/**
 * The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as with every standard encoder. Written out because
 * the core may use neither Node's Buffer nor the browser's TextEncoder.
 */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (let unit = 0; unit < text.length; unit++) {
    let code = text.charCodeAt(unit);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
      continue;
    }
    code = text.codePointAt(unit) ?? code;
    if (code > 0xffff) {
      unit++;
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
    } else {
      if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
      bytes[at++] = 0xe0 | (code >> 12);
    }
    bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return bytes;
}

/** How many bytes `utf8Bytes` gives. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    if (code < 0x80) continue;
    length++;
    if (code < 0x800) continue;
    // A pair of surrogates is two units and four bytes: two more than its units, of which one is counted.
    if ((text.codePointAt(unit) ?? code) > 0xffff) unit++;
    length++;
  }
  return length;
}

/** The text of well-formed UTF-8 bytes, as this project's own data files hold them. */
export function utf8Text(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0;
    const next = (): number => (bytes[at++] ?? 0) & 0x3f;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | next());
    else if (first < 0xf0) text += String.fromCharCode(((first & 0x0f) << 12) | (next() << 6) | next());
    else
      text += String.fromCodePoint(
        Math.min(0x10ffff, ((first & 0x07) << 18) | (next() << 12) | (next() << 6) | next()),
      );
  }
  return text;
}
