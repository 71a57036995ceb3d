import { afterEach, describe, expect, it } from 'vitest';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

let client: TestClient;
afterEach(() => client.stop());

const GOOD = 'Delegasi tiba di ibu kota pada hari Senin.\n';
const bytes = (...b: number[]) => Uint8Array.from(b);

async function start(files: Record<string, string | Uint8Array>): Promise<void> {
  client = await TestClient.start(VSCODE, { 'good.txt': GOOD, ...files });
}

/** The rest goes on working: a tag still reaches its sidecar. */
async function expectTaggingWorks(): Promise<void> {
  await client.open('good.txt');
  await client.pick('good.txt', client.rangeOf('good.txt', 'Senin'), 'Tag as DATE');
  expect(client.host.text(client.uri('good.txt.ann.json'))).toContain('"text":"Senin"');
}

describe('articles that cannot be read', () => {
  it.each([
    ['UTF-16', bytes(0xff, 0xfe, 0x41, 0), 'UTF-16'],
    ['binary', bytes(0x50, 0x4b, 0, 3, 4), 'zero bytes'],
    ['another encoding', bytes(0x41, 0x0a, 0xe9, 0x41), 'line 2'],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61), '50.0 MB'],
  ])('%s: says what to do', async (_name, content, words) => {
    await start({ 'bad.txt': content });
    const found = await client.pull('bad.txt');
    expect(found).toMatchObject([{ code: 'article/unreadable', message: expect.stringContaining(words) }]);
    await expectTaggingWorks();
  });

  it.each([
    ['a byte order mark', '\ufeffDelegasi tiba di Moskow.\n', 17],
    ['CRLF', 'Satu.\r\nDelegasi tiba di Moskow.\r\n', 23],
    ['lone CR', 'Satu.\rDelegasi tiba di Moskow.\r', 23],
    ['a lone surrogate', '\ud800 Delegasi tiba di Moskow.\n', 19],
    ['characters above U+FFFF', '😀 Delegasi tiba di Moskow.\n', 19],
  ])('%s: offsets are those of the LF text in code points', async (_name, text, start16) => {
    await start({});
    await client.open('a.txt', text);
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Tag as GPE');
    expect(client.host.text(client.uri('a.txt.ann.json'))).toContain(
      `"start":${start16},"end":${start16 + 6},`,
    );
  });
});

describe('project files', () => {
  it('says where a broken one is broken, and works with what can be read', async () => {
    await start({ 'pressmark.json': '{\n  "labels": [{ "name": "CITY" },\n  "language": "id"\n}' });
    await client.open('pressmark.json');
    const found = await client.pull('pressmark.json');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.range.start.line).toBeGreaterThan(0);
    await client.open('good.txt');
    expect(
      (await client.codeActions('good.txt', client.rangeOf('good.txt', 'Senin'))).length,
    ).toBeGreaterThan(0);
  });

  it('takes effect when it changes in the editor', async () => {
    await start({ 'pressmark.json': '{}' });
    await client.open('pressmark.json');
    await client.open('good.txt');
    await client.type('pressmark.json', '{}', '{ "labels": [{ "name": "CITY" }] }');
    const titles = (await client.codeActions('good.txt', client.rangeOf('good.txt', 'Senin'))).map(
      (a) => a.title,
    );
    expect(titles).toEqual(['Tag as CITY: Senin', 'Add “Senin” to entities as CITY']);
  });
});

describe('sidecars', () => {
  const line = (id: string, start: number, end: number, text: string) =>
    `{"id":"${id}","start":${start},"end":${end},"label":"DATE","text":"${text}","before":"","after":"","rev":"000000000000"},`;
  const sidecar = (...lines: string[]) =>
    `{\n"pressmark":1,\n"annotations":[\n${lines.join('\n')}\nnull\n]}\n`;

  it.each([
    [
      'conflict markers',
      sidecar(
        '<<<<<<< ours',
        line('00000036-aaaaaa', 36, 41, 'Senin'),
        '=======',
        line('00000036-bbbbbb', 36, 41, 'Senin'),
        '>>>>>>> theirs',
      ),
      'sidecar/conflict',
    ],
    ['a truncated file', sidecar(line('00000036-aaaaaa', 36, 41, 'Senin')).slice(0, -30), undefined],
    ['foreign JSON', '{"entities": [[0, 4, "ORG"]]}', undefined],
    ['a newer version', '{\n"pressmark":2,\n"annotations":[\nnull\n]}\n', undefined],
    [
      'duplicate ids',
      sidecar(line('00000036-aaaaaa', 36, 41, 'Senin'), line('00000036-aaaaaa', 36, 41, 'Senin')),
      undefined,
    ],
    ['offsets past the end', sidecar(line('00000900-aaaaaa', 900, 905, 'Senin')), undefined],
  ])('%s: a message, and nothing is lost', async (_name, text, code) => {
    await start({ 'good.txt.ann.json': text });
    await client.open('good.txt');
    const found = await client.pull('good.txt.ann.json');
    expect(found.length).toBeGreaterThan(0);
    if (code) expect(found.map((d) => d.code)).toContain(code);
    for (const d of found) expect(String(d.message).length).toBeGreaterThan(20);
    await client.pick('good.txt', client.rangeOf('good.txt', 'Delegasi'), 'Tag as ORG');
    const after = client.host.text(client.uri('good.txt.ann.json')) ?? '';
    for (const kept of text.split('\n')) expect(after).toContain(kept);
  });
});

describe('the server', () => {
  it('goes on after a request about a file that is not there', async () => {
    await start({});
    const textDocument = { uri: client.uri('none.txt') };
    const position = { line: 0, character: 0 };
    expect(await client.connection.sendRequest('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await client.pull('none.txt')).toEqual([]);
    await expectTaggingWorks();
    expect(client.host.lines).toEqual([]);
  });
});
