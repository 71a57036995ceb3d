import { afterEach, describe, expect, it } from 'vitest';
import { DocumentHighlightRequest, HoverRequest, MarkupContent } from 'vscode-languageserver-protocol/node';
import {
  AddAliasRequest,
  AddEntityRequest,
  type EntityDraft,
  EntityDraftRequest,
  type EntityView,
  type EntityWritten,
  type NewAlias,
  type NewEntity,
  SearchEntitiesRequest,
} from '../../server/src/lsp/protocol/entities.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { NEOVIM, VSCODE } from '../support/lsp/profiles.ts';
import { ARTICLE, FILE, FILES, TALIBAN, UNION } from '../support/lsp/unionProject.ts';

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = FILES, profile = VSCODE): Promise<void> {
  client = await TestClient.start(profile, files);
  await client.open('a.txt');
}

const here = (words: string, nth = 0) => client.rangeOf('a.txt', words, nth);
const uri = () => client.uri('a.txt');
const file = (path = FILE) => client.host.text(client.uri(path));
const draft = (words: string): Promise<EntityDraft> =>
  client.connection.sendRequest(EntityDraftRequest, { uri: uri(), range: here(words) });
const add = (entity: Partial<NewEntity>): Promise<EntityWritten> =>
  client.connection.sendRequest(AddEntityRequest, {
    uri: uri(),
    file: client.uri(FILE),
    id: 'org:serikat-nelayan-teluk',
    type: 'ORG',
    name: 'Serikat Nelayan Teluk',
    names: { id: ['Serikat Nelayan Teluk', 'SNT'] },
    ...entity,
  });
const alias = (params: Partial<NewAlias>): Promise<EntityWritten> =>
  client.connection.sendRequest(AddAliasRequest, {
    uri: uri(),
    entity: 'Q42418',
    language: 'id',
    names: ['Gerakan Moskow'],
    ...params,
  });
async function card(words: string, nth = 0): Promise<string> {
  const found = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: uri() },
    position: here(words, nth).start,
  });
  const shown = found && MarkupContent.is(found.contents) ? found.contents.value : '';
  return shown.replaceAll('\\', '');
}

describe('the draft of an entity', () => {
  it('has the name, an id, the language, every spelling, alike entities and files', async () => {
    await opened();
    const found = await draft('Serikat Nelayan Teluk ');
    expect(found).toMatchObject({
      name: 'Serikat Nelayan Teluk',
      id: 'org:serikat-nelayan-teluk',
      type: 'ORG',
      language: 'id',
    });
    expect(found.spellings).toEqual([
      { text: 'Serikat Nelayan Teluk', language: 'id', count: 4 },
      { text: 'SERIKAT NELAYAN TELUK', language: 'id', count: 1 },
      { text: 'Serikat Nelayan-Teluk', language: 'id', count: 1 },
    ]);
    expect(found.alike.map((e) => e.id)).toEqual(['org:serikat']);
    expect(found.files).toEqual([{ uri: client.uri(FILE), path: FILE, exists: true }]);
  });

  it('numbers an id that is taken, and says where there is no name', async () => {
    await opened();
    await add({});
    expect((await draft('Serikat Nelayan Teluk')).id).toBe('org:serikat-nelayan-teluk-2');
    expect((await draft('.\n\n')).refused).toContain('no name here');
  });

  it('proposes a file that the project reads, or one that is then put into it', async () => {
    await opened({ 'a.txt': ARTICLE, 'pressmark.json': '{ "entities": { "files": ["names/*.jsonl"] } }' });
    expect((await draft('Moskow')).files).toEqual([
      { uri: client.uri('names/entities.jsonl'), path: 'names/entities.jsonl', exists: false },
    ]);
  });
});

describe('adding an entity', () => {
  it('writes one line, and finds the name at once in the open article', async () => {
    await opened();
    expect(await card('Nelayan Teluk ')).not.toContain('SNT');
    const result = await add({});
    expect(result).toMatchObject({
      done: true,
      file: client.uri(FILE),
      range: { start: { line: 3, character: 0 } },
    });
    expect(file()).toBe(
      `# ours\r\n${TALIBAN}\r\n${UNION}\r\n{"id":"org:serikat-nelayan-teluk","type":"ORG","name":"Serikat Nelayan Teluk","names":{"id":["Serikat Nelayan Teluk","SNT"]}}\r\n`,
    );
    expect(await card('Nelayan Teluk ')).toContain('org:serikat-nelayan-teluk');
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument: { uri: uri() },
      position: here('Nelayan Teluk ').start,
    });
    expect(highlights?.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['VS Code', VSCODE],
    ['Neovim', NEOVIM],
  ])('makes the file with its header where there is none, in %s; and takes it back', async (_, profile) => {
    await opened({ 'a.txt': ARTICLE }, profile);
    const path = 'entities/entities.jsonl';
    expect(await add({ file: client.uri(path) })).toMatchObject({ done: true });
    expect(
      file(path)
        ?.split('\n')
        .map((line) => line.slice(0, 24)),
    ).toEqual(['{"pressmark-entities":1,', '{"id":"org:serikat-nelay', '']);
    expect(await card('Nelayan Teluk ')).toContain('org:serikat-nelayan-teluk');
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(file(path)).toBe('');
    expect(await card('Nelayan Teluk ')).not.toContain('org:serikat-nelayan-teluk');
  });

  it('puts the file into pressmark.json where no glob finds it', async () => {
    await opened({
      'a.txt': ARTICLE,
      'pressmark.json': '{ "entities": { "files": ["known.csv"] } } // ours\n',
    });
    const path = 'entities/entities.jsonl';
    expect(await add({ file: client.uri(path) })).toMatchObject({ done: true, file: client.uri(path) });
    expect(client.host.text(client.uri('pressmark.json'))).toMatch(
      /known\.csv[\s\S]*entities\/entities\.jsonl[\s\S]*ours/,
    );
    expect(await card('Nelayan Teluk ')).toContain('org:serikat-nelayan-teluk');
    await client.execute(ServerCommand.undoLast);
    expect(file(path)).toBe('');
    expect(client.host.text(client.uri('pressmark.json'))).not.toContain('jsonl');
  });

  it('takes the text of the editor where the file is open and not saved', async () => {
    await opened();
    await client.open(FILE, `${TALIBAN}\n`);
    await add({});
    expect(client.document(FILE).getText()).toMatch(
      /^\{"id":"Q42418".*\n\{"id":"org:serikat-nelayan-teluk".*\n$/,
    );
  });

  it.each<[string, Partial<NewEntity>]>([
    ['is that of Taliban', { id: 'Q42418' }],
    ['no label “THING”', { type: 'THING' }],
    ['no label “GARBLED”', { type: 'GARBLED' }],
    ['less than two letters', { name: 'A' }],
    ['cannot be empty', { name: '' }],
    ['plain text', { names: { id: ['<b>Nga</b>'] } }],
    ['no language code', { names: { Indonesian: ['Serikat'] } }],
    ['short word without blanks', { id: 'org:a b' }],
    ['no entity file of this project', { file: 'file:///etc/passwd' }],
    ['no entity file of this project', { file: 'file:///corpus/../x.jsonl' }],
    ['no entity file of this project', { file: 'file:///corpus/a.txt' }],
    ['without what it needs', { names: { id: 'Serikat' } as never }],
  ])('is refused: %s', async (why, params) => {
    await opened();
    const result = await add(params);
    expect(result.done).toBe(false);
    expect(result.message).toContain(why);
    expect(file()).toBe(FILES[FILE]);
  });

  it.each<[string, string | Uint8Array]>([
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0])],
    ['not valid UTF-8', new Uint8Array([0x23, 0xff, 0x0a])],
  ])('is refused for a file that cannot be read: %s', async (why, content) => {
    await opened();
    client.host.write(client.uri(FILE), content);
    expect((await add({})).message).toContain(why);
    expect(client.host.contents.get(client.uri(FILE))).toEqual(content);
  });

  it('keeps lines that it cannot read', async () => {
    const broken = `{"id":"x"\nplain\n${UNION}`;
    await opened({ ...FILES, [FILE]: broken });
    expect(await add({})).toMatchObject({ done: true });
    expect(file()?.startsWith(`${broken}\n{"id":"org:serikat-nelayan-teluk"`)).toBe(true);
  });

  it('runs one after the other, each on what the one before has left', async () => {
    await opened();
    const both = await Promise.all([
      add({}),
      add({}),
      add({ id: 'org:second', name: 'Serikat Kedua', names: {} }),
    ]);
    expect(both.map((r) => r.done)).toEqual([true, false, true]);
    expect(file()?.trim().split('\r\n')).toHaveLength(5);
  });
});

describe('adding an alias', () => {
  it('changes the line of the entity, and keeps what it does not know', async () => {
    await opened();
    expect(await alias({ entity: 'org:serikat', names: ['Serikat Nelayan Teluk'] })).toMatchObject({
      done: true,
    });
    expect(file()).toContain('{"id":["Serikat Nelayan","Serikat Nelayan Teluk"]},"mine":[1, 2]}\r\n');
    expect(await card('Serikat Nelayan Teluk')).toContain('org:serikat');
  });

  it('of a country is a line of the same id in the project’s own file', async () => {
    await opened();
    expect(await alias({ entity: 'Q159', names: ['Negeri Beruang'] })).toMatchObject({ done: true });
    expect(file()).toContain(
      '\r\n{"id":"Q159","type":"GPE","name":"Russia","names":{"id":["Negeri Beruang"]}}\r\n',
    );
    await client.type('a.txt', 'Rusia diam', 'Negeri Beruang diam');
    expect(await card('Negeri Beruang')).toContain('Q159');
    // A second one goes to that line.
    expect(await alias({ entity: 'Q159', names: ['Beruang Merah'] })).toMatchObject({ done: true });
    expect(file()?.match(/"Q159"/g)).toHaveLength(1);
  });

  it.each<[string, Partial<NewAlias>]>([
    ['is a name of Taliban already', { language: 'vi', names: ['Ta-li-ban'] }],
    ['is a name of Taliban already', { names: ['Taliban'] }],
    ['not known any more', { entity: 'Q0' }],
    ['cannot be empty', { names: [] }],
    ['no language code', { language: 'x y' }],
  ])('is refused: %s', async (why, params) => {
    await opened();
    const result = await alias(params);
    expect(result).toMatchObject({ done: false });
    expect(result.message).toContain(why);
    expect(file()).toBe(FILES[FILE]);
  });
});

describe('searching', () => {
  it('finds entities by any name and by id', async () => {
    await opened();
    const search = (query: string): Promise<EntityView[]> =>
      client.connection.sendRequest(SearchEntitiesRequest, { uri: uri(), query, limit: 3 });
    expect(await search('ta-li')).toMatchObject([
      { id: 'Q42418', name: 'Taliban', found: 'Ta-li-ban', editable: true },
    ]);
    expect((await search('Q159'))[0]).toMatchObject({ id: 'Q159', type: 'GPE', editable: false });
    expect(await search('')).toHaveLength(3);
  });
});
