import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package that this program is part of. */
export function packageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
