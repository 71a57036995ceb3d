const STRICT = { fatal: true, ignoreBOM: true };

/** The text of a sidecar's bytes, with its byte order mark; undefined where they are not UTF-8. */
export function sidecarText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', STRICT).decode(bytes);
  } catch {
    return undefined;
  }
}
