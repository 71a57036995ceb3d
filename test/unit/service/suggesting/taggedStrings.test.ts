import { describe, expect, it } from 'vitest';
import { newSpan } from '../../../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import { lineHash, serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { NEVER_CANCELLED } from '../../../../server/src/service/ports.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { sidecarOf } from '../../../support/agreementCorpus.ts';
import { FOLDER } from '../../../support/lsp/client.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const TEXT = 'Warga bertemu Zorvan di kota Brelvik pada hari Senin.\n';
const tagged = sidecarOf(TEXT, [
  ['Zorvan', 'ORG'],
  ['Warga bertemu Zorvan di kota Brelvik pada hari Senin.', 'UNTRANSLATED'],
]);

function workspaceOf(files: Readonly<Record<string, string>>, project: object = {}) {
  const host = new MemoryHost();
  host.write(`${FOLDER}/pressmark.json`, JSON.stringify({ annotators: ['ana', 'ben'], ...project }));
  for (const [path, content] of Object.entries(files)) host.write(`${FOLDER}/${path}`, content);
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  return { host, workspace };
}

async function known(workspace: Workspace): Promise<string[]> {
  await workspace.tagged.gather(NEVER_CANCELLED);
  const project = await workspace.projects.of(`${FOLDER}/a.txt`);
  return [...workspace.tagged.strings(project)].flatMap(({ text, tags }) =>
    tags.map(
      ({ label, annotator, count, articles }) => `${text} ${label} ${annotator} ${count} ${articles.length}`,
    ),
  );
}

describe('what people have tagged words as', () => {
  it('counts everybody and gold, and neither sentences nor suggestions', async () => {
    const { workspace } = workspaceOf({
      'a.txt': TEXT,
      'a.txt.ana.ann.json': tagged,
      'a.txt.gold.ann.json': tagged,
      'a.txt.suggested.ann.json': sidecarOf(TEXT, [['Brelvik', 'GPE']]),
      'b.txt': TEXT,
      'b.txt.ana.ann.json': tagged,
    });
    expect(await known(workspace)).toEqual(['Zorvan ORG ana 2 2', 'Zorvan ORG gold 1 1']);
    const project = await workspace.projects.of(`${FOLDER}/a.txt`);
    expect(workspace.tagged.of('ZORVAN', project)?.tags[0]?.count).toBe(2);
    expect(workspace.tagged.of('Brelvik', project)).toBeUndefined();
  });

  it('does not count what somebody has said to be wrong', async () => {
    const start = TEXT.indexOf('Zorvan');
    const span = newSpan({
      article: TEXT,
      range: { start, end: start + 6 },
      label: 'ORG',
      suffix: 'aaaaaa',
    });
    const record: Annotation = {
      kind: 'record',
      id: '00000014-bbbbbb',
      ref: span.id,
      delete: true,
      was: lineHash(span),
      extra: [],
    };
    const { workspace } = workspaceOf({
      'a.txt': TEXT,
      'a.txt.ana.ann.json': serializeSidecar([span]),
      'a.txt.ben.ann.json': serializeSidecar([record]),
    });
    expect(await known(workspace)).toEqual([]);
  });

  it('shows whoever annotates blind their own alone, and tells when somebody else sits there', async () => {
    const { workspace } = workspaceOf(
      {
        'a.txt': TEXT,
        'a.txt.ana.ann.json': tagged,
        'a.txt.ben.ann.json': sidecarOf(TEXT, [['Brelvik', 'GPE']]),
      },
      { blind: true },
    );
    workspace.people.sight = 'project';
    workspace.people.annotator = 'ana';
    expect(await known(workspace)).toEqual(['Zorvan ORG ana 1 1']);
    workspace.people.annotator = 'ben';
    const project = await workspace.projects.of(`${FOLDER}/a.txt`);
    await workspace.tagged.settle();
    expect(workspace.tagged.of('Zorvan', project)).toBeUndefined();
    expect(await known(workspace)).toEqual(['Brelvik GPE ben 1 1']);
    workspace.people.sight = 'all';
    expect(workspace.tagged.of('Brelvik', project)).toBeUndefined();
  });
});
