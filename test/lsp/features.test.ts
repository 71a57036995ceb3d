import { afterEach, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { TestClient } from '../support/lsp/client.ts';
import { MINIMAL, NEOVIM, VSCODE } from '../support/lsp/profiles.ts';

const ENTITIES = [
  {
    id: 'Q42418',
    type: 'ORG',
    name: 'Taliban',
    names: { und: ['Taliban'] },
    description: { en: 'A movement <b>with</b> [markup](command:evil) in its description.' },
    url: 'https://example.org/taliban',
  },
  { id: 'Q649', type: 'GPE', name: 'Moscow', names: { en: ['Moscow'], id: ['Moskow'] } },
]
  .map((e) => `${JSON.stringify(e)}\n`)
  .join('');
const FILES = {
  'pressmark.json': '{ "entities": { "files": ["entities.jsonl"], "builtIn": false } }',
  'entities.jsonl': ENTITIES,
  'a.txt':
    'Delegasi Taliban tiba di Moskow pada hari Senin pagi.\n\nTaliban bertemu pejabat pemerintah di ibu kota.\n',
  'b/c.txt': 'Pejabat di Moskow menyambut mereka dengan baik pada malam hari.\n',
};

let client: TestClient;
afterEach(() => client.stop());

async function start(profile = VSCODE): Promise<void> {
  client = await TestClient.start(profile, FILES);
  await client.open('a.txt');
}

const at = (words: string, nth = 0) => ({
  textDocument: { uri: client.uri('a.txt') },
  position: client.rangeOf('a.txt', words, nth).start,
});

describe('hover', () => {
  it('shows the card of a known entity, as data and not as markup', async () => {
    await start();
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>(
      'textDocument/hover',
      at('Taliban'),
    );
    const { value } = hover.contents;
    expect(value).toContain('**Taliban** · ORG');
    expect(value).toContain('Mentions in this article: 2');
    expect(value).toContain('<https://example.org/taliban>');
    expect(value).not.toContain('<b>');
    expect(value).not.toMatch(/\]\(command:/);
  });

  it('is plain text for a client that reads no markdown', async () => {
    await start(MINIMAL);
    const hover = await client.connection.sendRequest<{ contents: { kind: string; value: string } }>(
      'textDocument/hover',
      at('Taliban'),
    );
    expect(hover.contents.kind).toBe('plaintext');
    expect(hover.contents.value).toContain('Taliban · ORG');
  });

  it('answers null where there is nothing', async () => {
    await start();
    expect(await client.connection.sendRequest('textDocument/hover', at('tiba'))).toBeNull();
  });
});

describe('navigation', () => {
  it('finds every mention of an entity over the corpus, by any of its names', async () => {
    await start();
    const found = await client.connection.sendRequest<{ uri: string }[]>('textDocument/references', {
      ...at('Moskow'),
      context: { includeDeclaration: true },
    });
    const declared = client.uri('entities.jsonl');
    expect(found.map((l) => l.uri)).toEqual([declared, client.uri('a.txt'), client.uri('b/c.txt')]);
  });

  it('finds entities of the corpus by any name in any language', async () => {
    await start();
    const found = () => client.connection.sendRequest('workspace/symbol', { query: 'mosko' });
    const location = { uri: client.uri('a.txt') };
    // Nobody waits for the corpus to be read, so that a first answer may know less.
    await expect.poll(found, { timeout: 20_000 }).toMatchObject([{ name: 'Moskow (Moscow)', location }]);
  });

  it('leads from a mention to its line in the entity file', async () => {
    await start();
    expect(await client.connection.sendRequest('textDocument/definition', at('Moskow'))).toMatchObject({
      uri: client.uri('entities.jsonl'),
      range: { start: { line: 1 } },
    });
  });

  it('highlights all mentions of the entity under the cursor', async () => {
    await start();
    expect(
      await client.connection.sendRequest('textDocument/documentHighlight', at('Taliban', 1)),
    ).toHaveLength(2);
  });
});

describe('what is drawn over an article', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

  it('draws the label behind a tag, and the outline holds it', async () => {
    await start();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    const textDocument = { uri: client.uri('a.txt') };
    const hints = await client.connection.sendRequest('textDocument/inlayHint', {
      textDocument,
      range: whole,
    });
    expect(hints).toMatchObject([{ label: 'ORG', position: { line: 0, character: 16 } }]);
    const symbols = await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
    expect(symbols).toMatchObject([{ name: 'Taliban', detail: 'ORG' }]);
    expect(client.refreshed).toContain('inlayHints');
  });

  it('colours tags and known entities by label', async () => {
    await start();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    const tokens = await client.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument: { uri: client.uri('a.txt') },
    });
    expect(tokens).toEqual({ data: [0, 9, 7, 1, 1, 0, 16, 6, 2, 2, 2, 0, 7, 1, 2] });
  });

  it('keeps a tag on its words when the text before it changes, and says when they are gone', async () => {
    await start();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    await client.type('a.txt', 'Delegasi', 'Utusan resmi');
    const textDocument = { uri: client.uri('a.txt') };
    const hints = await client.connection.sendRequest('textDocument/inlayHint', {
      textDocument,
      range: whole,
    });
    expect(hints).toMatchObject([{ label: 'GPE', position: client.rangeOf('a.txt', 'Moskow').end }]);
    await client.type('a.txt', 'Moskow ', '');
    expect((await client.pull('a.txt')).map((d) => d.code)).toContain('annotation/orphan');
  });
});

describe('while an article is open', () => {
  const places = async () => {
    const found = await client.connection.sendRequest<{ text: string; range: Range; certain: boolean }[]>(
      'pressmark/annotations',
      { uri: client.uri('a.txt') },
    );
    return found.map(({ range, certain }) => [
      client.document('a.txt').getText(range),
      range.start.line,
      certain,
    ]);
  };

  it('keeps a tag on the one of two equal words that it was put on, whatever is typed', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': 'kata kata kata kata\n', 'pressmark.json': '{}' });
    await client.open('a.txt');
    const third = client.rangeOf('a.txt', 'kata', 2);
    await client.pick('a.txt', third, 'Tag as PER');
    expect(await places()).toEqual([['kata', 0, true]]);
    await client.type('a.txt', 'kata kata kata', 'Satu baris.\nkata lagi kata kata');
    await places();
    await client.type('a.txt', 'lagi ', '');
    const [place] = await client.connection.sendRequest<{ range: Range }[]>('pressmark/annotations', {
      uri: client.uri('a.txt'),
    });
    expect(place?.range).toEqual({ start: { line: 1, character: 10 }, end: { line: 1, character: 14 } });
  });

  it('lets a tag grow with a correction inside it, and asks whether other words are what was meant', async () => {
    await start();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    await places();
    await client.type('a.txt', 'Moskow', 'Moskwa');
    expect(await places()).toEqual([['Moskwa', 0, true]]);
    expect((await client.pull('a.txt')).map((d) => d.code)).toEqual([]);
    await client.type('a.txt', 'Moskwa', 'ibu kota');
    expect(await places()).toEqual([['ibu kota', 0, false]]);
    expect((await client.pull('a.txt')).map((d) => d.code)).toEqual(['annotation/review']);
    await client.type('a.txt', 'ibu kota', 'Moskow');
    expect(await places()).toEqual([['Moskow', 0, true]]);
  });

  it('goes on with a tag whose words are typed anew, letter by letter', async () => {
    await start();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    await places();
    await client.type('a.txt', 'di Moskow pada', 'di M pada');
    for (const [before, now] of [
      ['di M pada', 'di Mo pada'],
      ['di Mo pada', 'di Mos pada'],
      ['di Mos pada', 'di Moskwa pada'],
      ['di Moskwa pada', 'di Moskwa, pada'],
    ] as const) {
      await client.type('a.txt', before, now);
    }
    expect(await places()).toEqual([['Moskwa', 0, true]]);
  });

  it('finds a tag again whose words were deleted and put back', async () => {
    await start();
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    await client.type('a.txt', 'di Moskow pada', 'pada');
    expect(await places()).toEqual([]);
    await client.type('a.txt', 'tiba pada', 'tiba di Moskow pada');
    expect(await places()).toEqual([['Moskow', 0, true]]);
  });
});

describe('profiles', () => {
  it('pulls diagnostics where the client can, and does not push', async () => {
    await start();
    expect(client.initialized?.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: false,
    });
    await client.pull('a.txt');
    expect(client.pushed.size).toBe(0);
  });

  it('pushes diagnostics to a client that cannot pull', async () => {
    await start(NEOVIM);
    expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    await expect.poll(() => client.pushed.get(client.uri('a.txt'))).toEqual([]);
  });

  it('gives a minimal client its actions as commands that the server carries out', async () => {
    await start(MINIMAL);
    const offered = await client.codeActions('a.txt', client.rangeOf('a.txt', 'Taliban'));
    const tag = offered.find((a) => a.title.startsWith('Tag as ORG'));
    expect(tag).toMatchObject({ command: 'pressmark.server.carryOut' });
    if (typeof tag?.command !== 'string' || !('arguments' in tag)) throw new Error('not a command');
    await client.execute(tag.command, ...(tag.arguments ?? []));
    expect(client.host.text(client.uri('a.txt.ann.json'))).toContain('"text":"Taliban"');
  });

  it('answers source actions with nothing, at once', async () => {
    await start();
    expect(await client.codeActions('a.txt', client.rangeOf('a.txt', 'Taliban'), ['source.fixAll'])).toEqual(
      [],
    );
  });
});
