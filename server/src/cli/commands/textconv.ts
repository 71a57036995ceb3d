import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sidecarInWords } from '../../core/annotations/diff/sidecarInWords.ts';
import { msg } from '../../core/message.ts';
import { decodeText } from '../../service/decode.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

/**
 * `pressmark textconv FILE`: a sidecar's lines in words, for `git diff`. What cannot be read is printed as it is, and
 * the run ends well, since git would show no diff at all of a file whose conversion fails.
 */
export async function textconv(io: Io, path: string): Promise<ExitCode> {
  const bytes = await readFile(resolve(io.cwd, path)).catch(() => undefined);
  if (!bytes) throw new UsageError(msg('The file {0} cannot be read.', path));
  const text = decodeText(bytes, Number.POSITIVE_INFINITY);
  await io.out((typeof text === 'string' ? sidecarInWords(text) : undefined) ?? bytes.toString());
  return EXIT.clean;
}
