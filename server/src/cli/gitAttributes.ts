import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatMessage, msg } from '../core/message.ts';
import { readOptional, writeAtomically } from '../disk/writeFile.ts';
import { SIDECAR_ATTRIBUTES, withAttributes, withoutAttributes } from '../git/attributes.ts';
import type { Io } from './io.ts';
import { sidecarText } from './sidecarText.ts';

/** What became of an attributes file; `failed` was told. */
export type AttributesChange = 'changed' | 'unchanged' | 'failed';

/** Puts the attributes of sidecars into an attributes file, which is created where there is none. */
export function addAttributes(io: Io, file: string): Promise<AttributesChange> {
  return change(io, file, withAttributes);
}

/** Takes the attributes of sidecars out of an attributes file; one that held nothing else is removed. */
export function removeAttributes(io: Io, file: string): Promise<AttributesChange> {
  return change(io, file, withoutAttributes);
}

async function change(io: Io, file: string, edit: (text: string) => string): Promise<AttributesChange> {
  const before = await readOptional(file);
  const text = before ? sidecarText(before) : '';
  if (text !== undefined) {
    const after = edit(text);
    if (after === text) return 'unchanged';
    if (after === '') {
      await rm(file);
      return 'changed';
    }
    await mkdir(dirname(file), { recursive: true });
    if ((await writeAtomically(file, after, before, dirname(file))) === 'written') return 'changed';
  }
  io.tell(
    formatMessage(msg('{0} could not be changed. Edit this line yourself: {1}', file, SIDECAR_ATTRIBUTES)),
  );
  return 'failed';
}
