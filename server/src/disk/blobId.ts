import { createHash } from 'node:crypto';

/** What git calls a blob of these bytes, hexadecimal: as the core's `revisionOf` counts it, in a tenth of the time. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
