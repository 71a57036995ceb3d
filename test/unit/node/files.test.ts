import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { diskFiles } from '../../../server/src/node/files.ts';

const NAMES = ['a b.txt', '100% #1?.txt', 'Hà Nội.txt', "it's [one]&(two).txt", 'in/c.txt'];
let folder: string;
const uri = (name: string) => URI.file(join(folder, name)).toString();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-files-'));
  mkdirSync(join(folder, 'in'));
  for (const name of NAMES) writeFileSync(join(folder, name), name);
  symlinkSync('/', join(folder, 'root'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('diskFiles', () => {
  it('lists and reads files of any name, and follows no link out of the folder', async () => {
    const listed = await diskFiles.list({
      folder: URI.file(folder).toString(),
      include: ['**/*.txt'],
      exclude: [],
    });
    expect(listed).toEqual(NAMES.map(uri).sort());
    for (const name of NAMES)
      expect(Buffer.from((await diskFiles.read(uri(name))) ?? []).toString()).toBe(name);
  });

  it('gives nothing for what is no file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await diskFiles.read(uri('pipe.txt'))).toBeUndefined();
    expect(await diskFiles.read(uri('in'))).toBeUndefined();
    expect(await diskFiles.read(uri('none.txt'))).toBeUndefined();
    expect(await diskFiles.read('untitled:a.txt')).toBeUndefined();
    expect(await diskFiles.list({ folder: 'memfs:/ws', include: ['**'], exclude: [] })).toEqual([]);
  });
});
