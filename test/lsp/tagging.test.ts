import { afterEach, describe, expect, it } from 'vitest';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\n';
const ENTITIES = `${JSON.stringify({ id: 'Q42418', type: 'ORG', name: 'Taliban', names: { und: ['Taliban'] } })}\n`;
const PROJECT = '{ "entities": { "files": ["entities.jsonl"], "builtIn": true } }';
const FILES = { 'a.txt': ARTICLE, 'entities.jsonl': ENTITIES, 'pressmark.json': PROJECT };

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = FILES): Promise<TestClient> {
  client = await TestClient.start(VSCODE, files);
  await client.open('a.txt');
  return client;
}

const sidecar = () => client.host.text(client.uri('a.txt.ann.json'));
const spans = () =>
  parseSidecar(sidecar() ?? '').annotations.flatMap(({ annotation }) =>
    annotation.kind === 'span' ? [annotation] : [],
  );

describe('tagging', () => {
  it('creates the sidecar with the quote, offsets and entity', async () => {
    await opened();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(spans()).toMatchObject([{ start: 9, end: 16, label: 'ORG', text: 'Taliban', entity: 'Q42418' }]);
  });

  it('suggests the mention under the cursor first, then tags it by hand, its type first', async () => {
    await opened();
    const { start } = client.rangeOf('a.txt', 'liban');
    const titles = (await client.codeActions('a.txt', { start, end: start })).map((a) => a.title);
    expect(titles[0]).toBe('Accept suggestion: ORG “Taliban” (100 %)');
    expect(titles.find((title) => title.startsWith('Tag as'))).toBe('Tag as ORG: Taliban');
  });

  it('tags all mentions at once, as one operation that can be taken back', async () => {
    await opened();
    await client.pick(
      'a.txt',
      client.rangeOf('a.txt', 'Taliban'),
      'Tag all 2 mentions in this article as ORG',
    );
    expect(spans().map((s) => s.start)).toEqual([9, 33]);
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(spans()).toEqual([]);
  });

  it('adds a second tag to an existing sidecar as one inserted line', async () => {
    await opened();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    const before = sidecar()?.split('\n') ?? [];
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    const after = sidecar()?.split('\n') ?? [];
    expect(after.length).toBe(before.length + 1);
    expect(after.filter((line) => !before.includes(line))).toHaveLength(1);
  });

  it('changes and removes a label', async () => {
    await opened();
    const range = client.rangeOf('a.txt', 'Moskow');
    await client.pick('a.txt', range, 'Tag as GPE');
    await client.pick('a.txt', range, 'Change label GPE to LOC');
    expect(spans()).toMatchObject([{ label: 'LOC', text: 'Moskow' }]);
    await client.pick('a.txt', range, 'Remove LOC');
    expect(spans()).toEqual([]);
  });

  it('tags the sentence', async () => {
    await opened();
    const { start } = client.rangeOf('a.txt', 'bertemu');
    await client.pick('a.txt', { start, end: start }, 'Tag sentence GARBLED');
    expect(spans()).toMatchObject([{ label: 'GARBLED', text: 'Taliban bertemu pejabat Rusia.' }]);
  });

  it('refuses an action that was offered before the text changed', async () => {
    await opened();
    const offered = await client.codeActions('a.txt', client.rangeOf('a.txt', 'Taliban'));
    await client.type('a.txt', 'Delegasi', 'Utusan');
    const resolved = await client.connection.sendRequest('codeAction/resolve', offered[0]);
    expect(resolved).not.toHaveProperty('edit');
    expect(client.shown.join()).toContain('has changed');
    expect(sidecar()).toBeUndefined();
  });

  it('never writes to a sidecar that it cannot read back', async () => {
    const broken = '{"pressmark":1,"annotations":[\n{"id":"0000';
    await opened({ ...FILES, 'a.txt.ann.json': broken });
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(sidecar()).toBe(broken);
    expect(client.shown).toHaveLength(1);
  });

  it('prefers the open sidecar to the disk', async () => {
    await opened();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    await client.open('a.txt.ann.json', '');
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    expect(spans().map((s) => s.text)).toEqual(['Moskow']);
  });

  it('keeps one file per annotator where the project lists them', async () => {
    const project = '{ "annotators": ["ana", "budi"] }';
    client = await TestClient.start(
      VSCODE,
      { 'a.txt': ARTICLE, 'pressmark.json': project },
      { annotator: 'budi' },
    );
    await client.open('a.txt');
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(sidecar()).toBeUndefined();
    expect(client.host.text(client.uri('a.txt.budi.ann.json'))).toContain('"text":"Taliban"');
  });

  it('says what to do when the project lists annotators and none is set', async () => {
    await opened({ 'a.txt': ARTICLE, 'pressmark.json': '{ "annotators": ["ana", "budi"] }' });
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(client.shown.join()).toContain('set Pressmark › Annotator to one of: ana, budi');
  });
});

describe('commands for keys', () => {
  const place = (words: string) => ({ uri: client.uri('a.txt'), range: client.rangeOf('a.txt', words) });

  it('tags, removes and takes back', async () => {
    await opened();
    expect(await client.execute(ServerCommand.tag, { ...place('Moskow'), label: 'GPE' })).toMatchObject({
      done: true,
      sidecar: client.uri('a.txt.ann.json'),
    });
    expect(spans()).toHaveLength(1);
    expect(await client.execute(ServerCommand.remove, place('Moskow'))).toMatchObject({ done: true });
    expect(spans()).toHaveLength(0);
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(spans()).toMatchObject([{ text: 'Moskow' }]);
  });

  it('corrects a tag on the same words with a second key, and adds a label of sentences beside it', async () => {
    await opened();
    await client.execute(ServerCommand.tag, { ...place('Moskow'), label: 'ORG' });
    await client.execute(ServerCommand.tag, { ...place('Moskow'), label: 'GPE' });
    expect(spans().map((s) => s.label)).toEqual(['GPE']);
    await client.execute(ServerCommand.tag, { ...place('Moskow'), label: 'GARBLED' });
    expect(
      spans()
        .map((s) => s.label)
        .sort(),
    ).toEqual(['GARBLED', 'GPE']);
    await client.execute(ServerCommand.undoLast);
    await client.execute(ServerCommand.undoLast);
    expect(spans().map((s) => s.label)).toEqual(['ORG']);
  });

  it('says why nothing was done', async () => {
    await opened();
    const stale = { ...place('Moskow'), label: 'GPE', version: 99 };
    expect(await client.execute(ServerCommand.tag, stale)).toMatchObject({ done: false });
    expect(await client.execute(ServerCommand.tag, { ...place('Moskow'), label: 'NIX' })).toMatchObject({
      done: false,
      message: expect.stringContaining('no label “NIX”'),
    });
    expect(await client.execute(ServerCommand.remove, place('Moskow'))).toMatchObject({ done: false });
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: false });
    expect(await client.execute(ServerCommand.tag, { nonsense: true })).toMatchObject({ done: false });
  });
});
