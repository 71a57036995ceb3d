import { afterEach, describe, expect, it } from 'vitest';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { LinkEntityRequest } from '../../server/src/lsp/protocol/entities.ts';
import { type CommandResult, ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';
import { FILE, FILES } from '../support/lsp/unionProject.ts';

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = FILES): Promise<void> {
  client = await TestClient.start(VSCODE, files);
  await client.open('a.txt');
}

const here = (words: string, nth = 0) => client.rangeOf('a.txt', words, nth);
const uri = () => client.uri('a.txt');
const file = (path = FILE) => client.host.text(client.uri(path));
const titles = async (words: string) => (await client.codeActions('a.txt', here(words))).map((a) => a.title);

describe('linking', () => {
  const spans = () =>
    parseSidecar(client.host.text(client.uri('a.txt.ann.json')) ?? '').annotations.flatMap(
      ({ annotation }) => (annotation.kind === 'span' ? [annotation] : []),
    );
  const link = (words: string, entity: string | null): Promise<CommandResult> =>
    client.connection.sendRequest(LinkEntityRequest, { uri: uri(), range: here(words), entity });

  it('writes the entity into one’s own tag, and takes it out', async () => {
    await opened();
    await client.pick('a.txt', here('Moskow'), 'Tag as GPE');
    expect(await link('Moskow', 'Q159')).toMatchObject({ done: true });
    expect(spans()).toMatchObject([{ text: 'Moskow', entity: 'Q159' }]);
    expect((await link('Moskow', 'Q159')).message).toContain('already');
    expect((await link('Moskow', 'Q0')).message).toContain('not known');
    expect(await link('Moskow', null)).toMatchObject({ done: true });
    expect(spans()[0]).not.toHaveProperty('entity');
    expect((await link('bertemu', 'Q159')).message).toContain('no tag here');
  });

  it('means the tags of names, not those of the sentences around them', async () => {
    await opened();
    await client.pick('a.txt', here('diam'), 'Tag sentence UNTRANSLATED');
    expect((await link('diam', 'Q159')).message).toContain('no tag here');
    const cursor = { start: here('Rusia').start, end: here('Rusia').start };
    expect((await client.codeActions('a.txt', cursor)).map((a) => a.title)).not.toContainEqual(
      expect.stringContaining('Link this tag'),
    );
    await client.pick('a.txt', here('Ketua'), 'Tag sentence UNTRANSLATED');
    const start = here('Ketua').start;
    expect((await client.codeActions('a.txt', { start, end: start })).map((a) => a.title)).toContainEqual(
      expect.stringContaining('Add “Ketua” to entities'),
    );
  });

  it('is offered for tags that known names fit', async () => {
    await opened();
    await client.pick('a.txt', here('Taliban'), 'Tag as PER');
    await client.pick('a.txt', here('Taliban'), 'Link this tag to Taliban (Q42418)');
    expect(spans()).toMatchObject([{ label: 'PER', entity: 'Q42418' }]);
    await client.pick('a.txt', here('Taliban'), 'Unlink this tag from Taliban (Q42418)');
    expect(spans()[0]).not.toHaveProperty('entity');
  });

  it('of another person’s tag is said of it', async () => {
    const tag =
      '{"id":"00000036-aaaaaa","start":36,"end":43,"label":"ORG","text":"Taliban","before":"Ketua Serikat Nelayan Teluk bertemu ","after":" di Moskow.\\n\\nMenurut SERIKAT NELAYAN","rev":"000000000000"}';
    client = await TestClient.start(
      VSCODE,
      {
        ...FILES,
        'pressmark.json': '{ "annotators": ["ana", "budi"] }',
        'a.txt.ana.ann.json': `{\n"pressmark":1,\n"annotations":[\n${tag},\nnull\n]}\n`,
      },
      { annotator: 'budi' },
    );
    await client.open('a.txt');
    await client.pick('a.txt', here('Taliban'), 'Say that this tag names Taliban (Q42418)');
    expect(client.host.text(client.uri('a.txt.budi.ann.json'))).toContain('"set":{"entity":"Q42418"}');
  });
});

describe('code actions', () => {
  it('add the selected words as an entity or an alias', async () => {
    await opened();
    expect((await titles('Serikat Nelayan Teluk')).filter((t) => t.startsWith('Add'))).toEqual([
      'Add “Serikat Nelayan Teluk” to entities as ORG',
      'Add “Serikat Nelayan Teluk” to entities as PER',
      'Add “Serikat Nelayan Teluk” as alias of Serikat Nelayan (org:serikat)',
    ]);
    await client.pick('a.txt', here('Serikat Nelayan Teluk'), 'Add “Serikat Nelayan Teluk” as alias');
    expect(file()).toContain('"Serikat Nelayan Teluk"]},"mine"');
    await client.execute(ServerCommand.undoLast);
    expect(file()).toBe(FILES[FILE]);
    await client.pick(
      'a.txt',
      here('Serikat Nelayan Teluk'),
      'Add “Serikat Nelayan Teluk” to entities as ORG',
    );
    expect(file()).toContain('{"id":"org:serikat-nelayan-teluk","type":"ORG"');
  });

  it('are not offered at every word, nor for known names', async () => {
    await opened();
    const { start } = here('bertemu');
    const at = { start, end: start };
    expect((await client.codeActions('a.txt', at)).filter((a) => a.title.startsWith('Add'))).toEqual([]);
    expect((await titles('Taliban')).filter((t) => t.startsWith('Add'))).toEqual([]);
  });

  it('take a wrong name out of the entity file', async () => {
    await opened({
      ...FILES,
      'a.txt': 'Đại diện Ta-li-ban đã đến thủ đô và gặp các quan chức của chính phủ Nga.\n',
    });
    await client.pick('a.txt', here('Ta-li-ban'), '“Ta-li-ban” is no name of Taliban');
    expect(file()).toContain('{"id":"Q42418","type":"ORG","name":"Taliban","names":{"und":["Taliban"]}}');
  });
});

describe('a cursor in a name that is guessed', () => {
  const text = 'Gubernur Ratna Wulandari membuka pelabuhan di Teluk Sembilang pada hari itu.\n';

  it('offers the whole name for the entities, not the word alone', async () => {
    await opened({ 'a.txt': text });
    const { start } = here('Ratna');
    const offered = (await client.codeActions('a.txt', { start, end: start })).map((a) => a.title);
    expect(offered).toContainEqual('Add “Ratna Wulandari” to entities as PER');
    expect(offered).not.toContainEqual(expect.stringContaining('“Ratna” to entities'));
  });
});
