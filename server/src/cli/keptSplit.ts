import { readFile } from 'node:fs/promises';
import { jsonRecords, membersOf } from '../core/formats/jsonLines.ts';
import { msg } from '../core/message.ts';
import { UsageError } from './usageError.ts';

/** By article, the part that a `split.jsonl` of an older export names. Throws `UsageError` where it is no such file. */
export async function readSplit(path: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new UsageError(msg('{0} cannot be read: name the split.jsonl of an export.', path));
  const parts = new Map<string, string>();
  for (const record of jsonRecords({ bytes })) {
    const members = 'value' in record ? membersOf(record.value) : undefined;
    const [article, part] = [members?.get('article'), members?.get('part')];
    if (typeof article !== 'string' || typeof part !== 'string')
      throw new UsageError(
        msg('{0} is no split.jsonl of an export: each line has "article" and "part".', path),
      );
    parts.set(article, part);
  }
  return parts;
}
