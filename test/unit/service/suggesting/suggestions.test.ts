import { describe, expect, it } from 'vitest';
import { segmentOf } from '../../../../server/src/core/entities/names/segment.ts';
import { encodeSegment } from '../../../../server/src/core/entities/names/segmentFile.ts';
import { NEVER_CANCELLED } from '../../../../server/src/service/ports.ts';
import { suggestionsOf } from '../../../../server/src/service/suggesting/suggestions.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { sidecarOf } from '../../../support/agreementCorpus.ts';
import { FOLDER } from '../../../support/lsp/client.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const FIRST = 'Menteri bertemu Zorvan Group di Jakarta pada hari Senin.\n';
const SECOND = 'Kemarin Zorvan Group membuka kantor baru di sana.\n';
const THIRD = 'Sementara itu ZORVAN GROUP dan Prancis sepakat, kata Zorvan Group.\n';

function workspaceOf(files: Readonly<Record<string, string>>): { workspace: Workspace; host: MemoryHost } {
  const host = new MemoryHost();
  for (const [path, content] of Object.entries(files)) host.write(`${FOLDER}/${path}`, content);
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  return { workspace, host };
}

async function suggested(workspace: Workspace, path: string): Promise<string[]> {
  const article = await workspace.article(`${FOLDER}/${path}`);
  if (!article) throw new Error(`no ${path}`);
  const all = await suggestionsOf(workspace, article, NEVER_CANCELLED);
  return all.map((s) => `${article.text.slice(s.start, s.end)} ${s.label} ${s.source}`);
}

describe('suggestions', () => {
  it('offers what was tagged twice everywhere, once the second tag is there', async () => {
    const { workspace, host } = workspaceOf({
      'a.txt': FIRST,
      'b.txt': SECOND,
      'c.txt': THIRD,
      'pressmark.json': '{"language":"id"}',
      'a.txt.ann.json': sidecarOf(FIRST, [['Zorvan Group', 'ORG']]),
    });
    await workspace.tagged.gather(NEVER_CANCELLED);
    expect(await suggested(workspace, 'c.txt')).not.toContain('ZORVAN GROUP ORG learned');
    host.write(`${FOLDER}/b.txt.ann.json`, sidecarOf(SECOND, [['Zorvan Group', 'ORG']]));
    workspace.tagged.fileChanged(`${FOLDER}/b.txt.ann.json`);
    expect(await suggested(workspace, 'c.txt')).toEqual([
      'ZORVAN GROUP ORG learned',
      'Prancis GPE entity',
      'Zorvan Group ORG learned',
    ]);
    expect(await suggested(workspace, 'a.txt')).not.toContain('Zorvan Group ORG learned');
  });

  it('compares with the built-in names however many are imported', async () => {
    const { workspace, host } = workspaceOf({
      'a.txt': 'Pejabat Tajiistan bertemu Ana Wijaaya di sana.\n',
      'pressmark.json': '{"language":"id","entities":{"imported":["names.pmnames"]}}',
    });
    const people = Array.from({ length: 30_000 }, (_, i) => `Orang Jauh ${i}`);
    const segment = segmentOf(
      [...people, 'Ana Wijaya'].map((name, i) => ({
        id: `x:${i}`,
        type: 'PER',
        name,
        names: new Map([['id', [name]]]),
        description: new Map(),
        source: { kind: 'imported', name: 'names' },
      })),
    );
    host.write(`${FOLDER}/names.pmnames`, Buffer.concat([...encodeSegment(segment, { origin: {} })]));
    expect(await suggested(workspace, 'a.txt')).toContain('Tajiistan GPE near');
  });
});
