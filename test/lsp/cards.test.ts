import { afterEach, describe, expect, it } from 'vitest';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { FOLDER, TestClient } from '../support/lsp/client.ts';
import { MINIMAL, VSCODE } from '../support/lsp/profiles.ts';

const PROJECT = {
  entities: { files: ['*.jsonl'], builtIn: false },
  annotators: ['ana', 'budi'],
  labels: [
    {
      name: 'ORG',
      title: 'Organisation',
      guideline: 'Tag whole names.\nAnd *only* names.\n\nSecond paragraph.',
    },
    { name: 'NORP' },
    { name: 'GPE' },
  ],
};
const EVIL = '[x](command:evil) `code` **bold**';
const ENTITIES = [
  {
    id: 'Q1',
    type: 'ORG',
    name: 'Taliban',
    names: { en: ['Taliban', 'Afghan Taliban'], id: ['Taliban', 'Kelompok Taliban'], ru: ['Талибан'] },
    description: { en: 'A movement.', vi: 'Một phong trào.' },
    url: 'https://example.org/taliban',
  },
  { id: 'Q2', type: 'GPE', name: 'Moscow', names: { en: ['Moscow'], id: ['Moskow'] } },
  { id: 'evil', type: 'ORG', name: 'Evil Corp', description: { en: EVIL } },
];
const ARTICLE =
  'Delegasi Taliban tiba di Moskow pada hari Senin pagi.\n\nTaliban bertemu Evil Corp di ibu kota.\n';
const OTHER = 'Para pejabat Taliban berbicara lama. Taliban pulang pada malam hari.\n';

const span = (start: number, text: string, label: string, article = ARTICLE) => ({
  id: `${String(start).padStart(8, '0')}-aaaaa${text.length % 10}`,
  start,
  end: start + text.length,
  label,
  text,
  before: article.slice(Math.max(0, start - 32), start),
  after: article.slice(start + text.length, start + text.length + 32),
  rev: '0123456789ab',
});
const sidecar = (...lines: object[]) =>
  `{\n"pressmark":1,\n"annotations":[\n${lines.map((l) => `${JSON.stringify(l)},\n`).join('')}null\n]}\n`;

const FILES = {
  'pressmark.json': JSON.stringify(PROJECT),
  'entities.jsonl': ENTITIES.map((e) => `${JSON.stringify(e)}\n`).join(''),
  'a.txt': ARTICLE,
  'b c/d.txt': OTHER,
  'a.txt.ana.ann.json': sidecar(span(9, 'Taliban', 'ORG')),
  'b c/d.txt.budi.ann.json': sidecar(span(13, 'Taliban', 'NORP', OTHER)),
};

let client: TestClient;
afterEach(() => client.stop());

async function start(options: InitializationOptions = {}, profile = VSCODE, files = FILES): Promise<void> {
  client = await TestClient.start(profile, files, profile === VSCODE ? options : undefined);
  await client.open('a.txt');
}

async function card(path: string, words: string, nth = 0): Promise<string> {
  const hover = await client.connection.sendRequest<{ contents: { value: string } } | null>(
    'textDocument/hover',
    {
      textDocument: { uri: client.uri(path) },
      position: client.rangeOf(path, words, nth).start,
    },
  );
  return hover?.contents.value ?? '';
}

const references = () =>
  client.connection.sendRequest('textDocument/references', {
    textDocument: { uri: client.uri('a.txt') },
    position: client.rangeOf('a.txt', 'Taliban').start,
    context: { includeDeclaration: false },
  });

describe('the card of a mention', () => {
  it('says who it is, in which languages, and where in the article it is', async () => {
    await start();
    const value = await card('a.txt', 'Taliban', 1);
    expect(value).toContain('**Taliban** · ORG · Organisation');
    expect(value).toContain('A movement\\.');
    expect(value).toContain('*Indonesian:* Taliban, Kelompok Taliban');
    expect(value).not.toContain('Талибан');
    expect(value).toContain('[Q1](<https://example.org/taliban>)');
    expect(value).toContain(`lines [1](<${FOLDER}/a.txt#L1,10>), [3](<${FOLDER}/a.txt#L3,1>)`);
    expect(value).toContain('*ORG:* Tag whole names\\. And \\*only\\* names\\.');
    expect(value).not.toContain('Second paragraph');
  });

  it('reads nothing for it, says so, and knows the rest of the corpus once that was read', async () => {
    await start();
    const before = await card('a.txt', 'Taliban');
    expect(before).toContain('Find All References reads');
    expect(before).not.toContain('d\\.txt');
    await references();
    const after = await card('a.txt', 'Taliban');
    expect(after).toContain('In the corpus: 4 in 2 articles');
    expect(after).toContain(`Elsewhere: [b c/d\\.txt](<${FOLDER}/b%20c/d.txt#L1,14>) × 2`);
    expect(after).not.toContain('Find All References');
  });

  it('says what the words were tagged as, and who differs', async () => {
    await start();
    await client.pull('a.txt');
    await expect.poll(() => card('a.txt', 'Taliban', 1), { timeout: 20_000 }).toContain('Annotators differ');
    const value = await card('a.txt', 'Taliban', 1);
    expect(value).toContain('Tagged here: ORG × 1');
    expect(value).toContain('ana: ORG × 1 · budi: NORP × 1');
  });

  it('shows somebody who annotates blind only what they have tagged themselves', async () => {
    await start({ annotator: 'ana', blind: true });
    await client.pull('a.txt');
    await expect
      .poll(() => card('a.txt', 'Taliban', 1), { timeout: 20_000 })
      .toContain('over the corpus: ORG × 1');
    const value = await card('a.txt', 'Taliban', 1);
    expect(value).not.toMatch(/NORP|budi|differ/);
  });

  it('shows what files say letter for letter, and leads nowhere but to pages and files', async () => {
    await start();
    const value = await card('a.txt', 'Evil Corp');
    expect(value).toContain('\\[x\\]\\(command:evil\\) \\`code\\` \\*\\*bold\\*\\*');
    const links = [...value.matchAll(/(?<!\\)\]\(<([^>]*)>\)/g)].map(([, address]) => address ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^(?:https:\/\/|file:\/\/\/corpus\/[^ ]*#L\d+,\d+$)/);
  });

  it('is plain text without addresses of files for a client that reads no markdown', async () => {
    await start({}, MINIMAL);
    const value = await card('a.txt', 'Taliban', 1);
    expect(value).toContain('Mentions in this article: 2 (lines 1, 3)');
    expect(value).not.toMatch(/file:|\\|\*\*/);
  });
});

describe('how a mention is known', () => {
  const NAMES = [
    { id: 'union', type: 'ORG', name: 'Harbour Workers Union', names: { en: ['Harbour Workers Union'] } },
    { id: 'ada', type: 'PER', name: 'Ada Quartermain', names: { en: ['Ada Quartermain'] } },
    { id: 'land', type: 'GPE', name: 'Zemlandia', names: { en: ['Zemlandia'] } },
    {
      id: 'ship',
      type: 'FAC',
      name: 'Zemlandia (ship)',
      names: { en: ['Zemlandia'] },
      description: { en: 'A ship of the line.' },
    },
  ];
  const TEXT =
    'The Harbour Workers Union (HWU) met Ada Quartermain in Zemlandia on Monday.\n\nThe HWU said that Quartermain was late.\n';
  const files = {
    'pressmark.json': JSON.stringify({ entities: { files: ['n.jsonl'], builtIn: false } }),
    'n.jsonl': NAMES.map((e) => `${JSON.stringify(e)}\n`).join(''),
    'a.txt': TEXT,
  };

  it('is told of abbreviations and parts of names, with the line that explains them', async () => {
    client = await TestClient.start(VSCODE, files, {});
    await client.open('a.txt');
    const place = (column: number) => `[1](<${FOLDER}/a.txt#L1,${column}>)`;
    expect(await card('a.txt', 'HWU', 1)).toContain(
      `Short for “Harbour Workers Union”, as line ${place(27)} explains`,
    );
    expect(await card('a.txt', 'Quartermain', 1)).toContain(
      `Known by a part of the name “Ada Quartermain”, which stands in full in line ${place(37)}`,
    );
    expect(await card('a.txt', 'Harbour')).not.toMatch(/Short for|Known by/);
  });

  it('comes with who else it could be, and how sure that is', async () => {
    client = await TestClient.start(VSCODE, files, {});
    await client.open('a.txt');
    const value = await card('a.txt', 'Zemlandia');
    expect(value).toMatch(/How sure this is: \d+ %/);
    expect(value).toMatch(/Could also be:\s+- \*\*Zemlandia( \\\(ship\\\))?\*\* · (FAC|GPE) · \d+ %/);
  });
});

describe('cards elsewhere', () => {
  it('stand on ids and names of entity files, and on what a sidecar links to', async () => {
    const linked = { ...span(9, 'Taliban', 'ORG'), entity: 'Q1' };
    await start({}, VSCODE, { ...FILES, 'a.txt.ana.ann.json': sidecar(linked) });
    await client.open('entities.jsonl');
    await client.open('a.txt.ana.ann.json');
    await references();
    for (const value of [
      await card('entities.jsonl', 'Q1'),
      await card('entities.jsonl', 'Kelompok'),
      await card('a.txt.ana.ann.json', 'Q1'),
    ]) {
      expect(value).toContain('**Taliban** · ORG');
      expect(value).toContain('In the corpus: 4 in 2 articles');
      expect(value).toContain('Most often in: [a\\.txt]');
    }
    expect(await card('entities.jsonl', 'A movement')).toBe('');
    expect(await card('a.txt.ana.ann.json', '"start"')).toBe('');
  });

  it('stand on a tag that is linked to an entity whose name is not there', async () => {
    const linked = { ...span(0, 'Delegasi', 'ORG'), entity: 'Q1' };
    await start({}, VSCODE, { ...FILES, 'a.txt.ana.ann.json': sidecar(linked) });
    expect(await card('a.txt', 'Delegasi')).toContain('**Taliban** · ORG');
    const unknown = { ...span(0, 'Delegasi', 'ORG'), entity: 'Q404' };
    await client.open('a.txt.ana.ann.json');
    await client.type('a.txt.ana.ann.json', JSON.stringify(linked), JSON.stringify(unknown));
    expect(await card('a.txt', 'Delegasi')).toContain('No entity file has Q404');
  });
});

describe('the card of a suggestion', () => {
  it('says what is suggested and why, with who it would be', async () => {
    const near = 'Delegasi Talibann tiba di ibu kota pada hari Senin pagi untuk berunding.\n';
    client = await TestClient.start(VSCODE, { ...FILES, 'e.txt': near }, { annotator: 'ana' });
    await client.open('e.txt');
    await client.pull('e.txt');
    await expect
      .poll(() => card('e.txt', 'Talibann'), { timeout: 20_000 })
      .toMatch(/Suggested: ORG\*\* · \d+ %/);
    const value = await card('e.txt', 'Talibann');
    expect(value).toContain('damaged letter');
    expect(value).toContain('**Taliban** · ORG · Organisation');
  });
});
