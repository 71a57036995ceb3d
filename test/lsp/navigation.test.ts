import { afterEach, describe, expect, it } from 'vitest';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CancellationTokenSource,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const RUSSIA = {
  id: 'Q159',
  type: 'GPE',
  name: 'Russia',
  names: { en: ['Russia'], id: ['Rusia'], vi: ['Nga'], ru: ['Россия'] },
};
const ENTITIES = [
  RUSSIA,
  { id: 'Q42418', type: 'ORG', name: 'Taliban', names: { en: ['Taliban'] } },
  { id: 'Q889', type: 'GPE', name: 'Afghanistan', names: { en: ['Afghanistan'] } },
  { id: 'Q1065', type: 'ORG', name: 'United Nations', names: { en: ['United Nations'] } },
];
const lines = (entities: object[]) => entities.map((e) => `${JSON.stringify(e)}\n`).join('');
const A = 'Delegasi Taliban tiba di Rusia. Rusia menyambut mereka.\n\nAfghanistan diam saja.\n';
const B = 'Rusia dan Taliban berunding di Afghanistan pada hari Senin.\n\nUnited Nations menunggu kabar.\n';
const C = 'Kremlin tidak menjawab pertanyaan para wartawan hari itu.\n';
const LINKED = {
  id: '00000000-aaaaaa',
  start: 0,
  end: 7,
  label: 'GPE',
  text: 'Kremlin',
  before: '',
  after: C.slice(7, 39),
  rev: '0123456789ab',
  entity: 'Q159',
};
const FILES = {
  'pressmark.json': '{ "entities": { "files": ["names/*.jsonl"], "builtIn": false } }',
  'names/a.jsonl': lines(ENTITIES),
  'names/b.jsonl': `# more names\n${lines([{ id: 'Q159', type: 'GPE', name: 'Russia', names: { de: ['Russland'] } }])}`,
  'a.txt': A,
  'b.txt': B,
  'c.txt': C,
  'c.txt.ann.json': `{\n"pressmark":1,\n"annotations":[\n${JSON.stringify(LINKED)},\nnull\n]}\n`,
};

let client: TestClient;
afterEach(() => client.stop());

const WITH_LINKS = {
  ...VSCODE,
  textDocument: { ...VSCODE.textDocument, definition: { linkSupport: true } },
};

async function start(profile = VSCODE, ...open: string[]): Promise<void> {
  client = await TestClient.start(profile, FILES, {});
  for (const path of open) await client.open(path);
}

const at = (path: string, words: string, nth = 0) => ({
  textDocument: { uri: client.uri(path) },
  position: client.rangeOf(path, words, nth).start,
});
const named = ({ uri, range }: Location) => `${uri.split('/').at(-1)}:${range.start.line + 1}`;
const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);

describe('definition', () => {
  it('leads to every line that has the entity’s id, from an article, a tag and a sidecar', async () => {
    await start(VSCODE, 'a.txt', 'c.txt', 'c.txt.ann.json', 'names/b.jsonl');
    for (const place of [
      at('a.txt', 'Rusia'),
      at('c.txt', 'Kremlin'),
      at('c.txt.ann.json', 'Q159'),
      at('names/b.jsonl', 'Russland'),
    ]) {
      const found = await ask<Location[]>('textDocument/definition', place);
      expect(found.map(named)).toEqual(['a.jsonl:1', 'b.jsonl:2']);
    }
  });

  it('tells a client that wants to know what stands there, and where the question came from', async () => {
    await start(WITH_LINKS, 'a.txt');
    const [link] = await ask<LocationLink[]>('textDocument/definition', at('a.txt', 'Taliban'));
    expect(link).toMatchObject({
      originSelectionRange: client.rangeOf('a.txt', 'Taliban'),
      targetUri: client.uri('names/a.jsonl'),
      targetRange: { start: { line: 1, character: 0 } },
      targetSelectionRange: { start: { line: 1, character: 7 }, end: { line: 1, character: 13 } },
    });
  });

  it('says nothing of what is built in, and of words that are nobody', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': 'Delegasi tiba di Indonesia.\n' }, {});
    await client.open('a.txt');
    expect(await ask('textDocument/definition', at('a.txt', 'Indonesia'))).toBeNull();
    expect(await ask('textDocument/definition', at('a.txt', 'tiba'))).toBeNull();
  });
});

describe('references', () => {
  it('are mentions and linked tags, from wherever they are asked for', async () => {
    await start(VSCODE, 'a.txt', 'c.txt.ann.json', 'names/a.jsonl');
    for (const place of [at('a.txt', 'Rusia'), at('c.txt.ann.json', 'Q159'), at('names/a.jsonl', 'Nga')]) {
      const context = { includeDeclaration: false };
      const found = await ask<Location[]>('textDocument/references', { ...place, context });
      expect(found.map(named)).toEqual(['a.txt:1', 'a.txt:1', 'b.txt:1', 'c.txt:1']);
    }
  });

  it('hold the lines of entity files where they are wanted, and follow what is typed', async () => {
    await start(VSCODE, 'a.txt');
    const context = { includeDeclaration: true };
    const query = { ...at('a.txt', 'Rusia'), context };
    expect((await ask<Location[]>('textDocument/references', query)).map(named)).toEqual([
      'a.jsonl:1',
      'b.jsonl:2',
      ...['a.txt:1', 'a.txt:1', 'b.txt:1', 'c.txt:1'],
    ]);
    await client.type('a.txt', 'Rusia menyambut', 'Iran menyambut');
    const after = await ask<Location[]>('textDocument/references', query);
    expect(after.map(named).filter((place) => place.startsWith('a.txt'))).toEqual(['a.txt:1']);
  });

  it('hold nobody else’s linked tags for whoever annotates blind', async () => {
    const project = { ...JSON.parse(FILES['pressmark.json']), annotators: ['ana', 'budi'], blind: true };
    const files = {
      ...FILES,
      'pressmark.json': JSON.stringify(project),
      'c.txt.budi.ann.json': FILES['c.txt.ann.json'],
      'c.txt.ann.json': '',
    };
    for (const [annotator, expected] of [
      ['budi', true],
      ['ana', false],
    ] as const) {
      client = await TestClient.start(VSCODE, files, { annotator });
      await client.open('a.txt');
      const query = { ...at('a.txt', 'Rusia'), context: { includeDeclaration: false } };
      const found = (await ask<Location[]>('textDocument/references', query)).map(named);
      expect(found.includes('c.txt:1')).toBe(expected);
      if (annotator === 'budi') client.stop();
    }
  });

  it('stop when they are no longer wanted', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${100 + i}.txt`, B]));
    client = await TestClient.start(VSCODE, { ...FILES, ...many }, {});
    await client.open('a.txt');
    const cancel = new CancellationTokenSource();
    const params = { ...at('a.txt', 'Rusia'), context: { includeDeclaration: false }, workDoneToken: 'w' };
    const running = client.connection.sendRequest('textDocument/references', params, cancel.token);
    client.connection.onProgress({ method: 'x' } as never, 'w', () => cancel.cancel());
    await expect(running).rejects.toThrow();
  });
});

describe('document highlight', () => {
  it('marks the mentions of the entity under the cursor, and of one that a tag is linked to', async () => {
    await start(VSCODE, 'a.txt', 'c.txt', 'names/a.jsonl');
    expect(await ask('textDocument/documentHighlight', at('a.txt', 'Rusia'))).toHaveLength(2);
    expect(await ask('textDocument/documentHighlight', at('c.txt', 'Kremlin'))).toHaveLength(1);
    expect(await ask('textDocument/documentHighlight', at('names/a.jsonl', 'Nga'))).toBeNull();
  });
});

describe('workspace symbols', () => {
  it.each([
    ['Nga', 'Nga (Russia)', 'Nga: Vietnamese'],
    ['россия', 'Россия (Russia)', 'Россия: Russian'],
    ['russi', 'Russia', ''],
  ])('find %s by any name, which the symbol shows', async (query, name, language) => {
    await start();
    const symbol = async () => (await ask<SymbolInformation[]>('workspace/symbol', { query }))[0];
    const containerName = ['GPE', '3 × in 2 articles', language].filter(Boolean).join(' · ');
    // Nobody waits for the corpus to be read, so that a first answer may know less.
    await expect
      .poll(symbol, { timeout: 20_000 })
      .toMatchObject({ name, containerName, location: { uri: client.uri('a.txt') } });
  });

  it('lead to the entity file where no article has the name', async () => {
    client = await TestClient.start(VSCODE, { ...FILES, 'a.txt': C, 'b.txt': C }, {});
    const [first] = await ask<SymbolInformation[]>('workspace/symbol', { query: 'Taliban' });
    expect(first?.location).toMatchObject({
      uri: client.uri('names/a.jsonl'),
      range: { start: { line: 1 } },
    });
  });
});

describe('appears with', () => {
  const prepare = (path: string, words: string) =>
    ask<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', at(path, words));

  it('lists who is mentioned with an entity, closest first, and where', async () => {
    await start(VSCODE, 'a.txt', 'b.txt', 'names/a.jsonl');
    for (const [path, words] of [
      ['a.txt', 'Rusia'],
      ['names/a.jsonl', 'Nga'],
    ] as const) {
      const [item] = (await prepare(path, words)) ?? [];
      expect(item).toMatchObject({ name: 'Russia', uri: client.uri(path) });
      const calls = await ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
      expect(calls.map(({ from }) => [from.name, from.detail])).toEqual([
        ['Taliban', '2 × in one sentence, in 2 articles · ORG'],
        ['Afghanistan', '1 × in one sentence, in 2 articles · GPE'],
        ['United Nations', 'together in 1 articles · ORG'],
      ]);
      expect(calls[1]?.from.uri).toBe(client.uri('b.txt'));
      expect(calls[1]?.fromRanges).toEqual([client.rangeOf('b.txt', 'Afghanistan')]);
    }
  });

  it('leads on to the articles, and from an article to whom it mentions', async () => {
    await start(VSCODE, 'a.txt');
    const [item] = (await prepare('a.txt', 'Rusia')) ?? [];
    const articles = await ask<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    expect(articles.map(({ to }) => [to.name, to.detail])).toEqual([
      ['a.txt', '2 mentions'],
      ['b.txt', '1 mentions'],
    ]);
    expect(articles[0]?.fromRanges).toEqual([0, 1].map((nth) => client.rangeOf('a.txt', 'Rusia', nth)));
    for (const method of ['callHierarchy/outgoingCalls', 'callHierarchy/incomingCalls']) {
      const calls = await ask<{ to?: CallHierarchyItem; from?: CallHierarchyItem }[]>(method, {
        item: articles[1]?.to,
      });
      expect(calls.map(({ to, from }) => (to ?? from)?.name).sort()).toEqual([
        'Afghanistan',
        'Russia',
        'Taliban',
        'United Nations',
      ]);
    }
  });

  it('answers nothing to an item that is not ours', async () => {
    await start(VSCODE, 'a.txt');
    const [item] = (await prepare('a.txt', 'Rusia')) ?? [];
    const odd = { item: { ...item, data: { entity: 7 } } };
    expect(await ask('callHierarchy/incomingCalls', odd)).toEqual([]);
    expect(await prepare('a.txt', 'tiba')).toBeNull();
  });
});

describe('the outline of an entity file', () => {
  it('lists its entities', async () => {
    await start(VSCODE, 'names/b.jsonl');
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: client.uri('names/b.jsonl') },
    });
    expect(symbols).toMatchObject([{ name: 'Russia', detail: 'GPE · Q159', range: { start: { line: 1 } } }]);
  });
});
