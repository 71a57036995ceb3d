import { describe, expect, test } from 'vitest';
import { NEVER_CANCELLED } from '../../../server/src/service/ports.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';
import { MemoryHost } from '../../support/lsp/memoryHost.ts';

const FOLDER = 'file:///corpus';
const TEXT = 'Warga meminta pemreintah memperbaiki jembatan itu, kata mereka kepada wartawan kemarin.';

async function rulesIn(host: MemoryHost, text: string): Promise<string[]> {
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  host.write(`${FOLDER}/a.txt`, text);
  const article = await workspace.article(`${FOLDER}/a.txt`);
  return ((await article?.findings(NEVER_CANCELLED)) ?? []).map((finding) => finding.rule);
}

describe('the words of an article', () => {
  test('come from the list of its language', async () => {
    expect(await rulesIn(new MemoryHost(), TEXT)).toEqual(['word/typo']);
  });

  test('are known where the project has them in its dictionary', async () => {
    const host = new MemoryHost();
    host.write(`${FOLDER}/pressmark.json`, '{"dictionary":["Pemreintah"]}');
    expect(await rulesIn(host, TEXT)).toEqual([]);
  });

  test('are done without where the lists are missing', async () => {
    class Bare extends MemoryHost {
      override async data(name: string): Promise<Uint8Array> {
        if (name.startsWith('words/')) throw new Error('no such file');
        return super.data(name);
      }
    }
    const host = new Bare();
    expect(await rulesIn(host, TEXT)).toEqual([]);
    expect(host.lines.filter((line) => line.includes('words/id.bin'))).toHaveLength(1);
  });
});
