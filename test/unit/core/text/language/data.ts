import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildData } from '../../../../../scripts/data/build-data.mjs';
import {
  createIdentifier,
  type SentenceIdentifier,
} from '../../../../../server/src/core/text/language/identifier.ts';

const FOLDER = new URL('../../../../../.cache/language-data/', import.meta.url);

/** The data files as the build writes them, made once. */
export async function languageData(): Promise<{ eld: Uint8Array; fasttext: Uint8Array; words: Uint8Array }> {
  await buildData(fileURLToPath(FOLDER));
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, FOLDER)));
  return { eld: read('eld.bin'), fasttext: read('lid.176.ftz'), words: read('common-words.txt') };
}

export async function identifier(): Promise<SentenceIdentifier> {
  return createIdentifier(await languageData());
}
