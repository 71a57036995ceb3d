import { afterEach, describe, expect, it } from 'vitest';
import { PrepareRenameRequest, type Range, RenameRequest } from 'vscode-languageserver-protocol/node';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { MINIMAL, VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE =
  'Delegasi Taliban tiba di Moskow. Kata SERIKAT NELAYAN, pejabat Rusia bertemu al-Qaeda dan Pavel Orlov.\n\nMenurut Orlov, itu benar.\n';
const TALIBAN =
  '{"id":"Q42418","type":"ORG","name":"Taliban","names":{"id":["Taliban","Gerakan"],"en":["Taliban"]},"mine":1}';
const QAEDA = '{"id":"org:q","type":"ORG","name":"Al-Qaeda","names":{"id":["Al-Qaeda","Al Qaeda"]}}';
const UNION = '{"id":"org:s","type":"ORG","name":"Serikat Nelayan","names":{"id":["Serikat Nelayan"]}}';
const ORLOV = '{"id":"person:o","type":"PER","name":"Pavel Orlov","names":{"und":["Pavel Orlov"]}}';
const MORE = '{"id":"Q42418","type":"ORG","name":"Taliban","names":{"vi":["Taliban"]}}';
const FILES = {
  'a.txt': ARTICLE,
  'entities/a.jsonl': `${TALIBAN}\n${QAEDA}\n${UNION}\n${ORLOV}`,
  'entities/b.jsonl': `// more\n${MORE}\n`,
  'pressmark.json': '{}',
};
const PREPARES = { ...VSCODE, textDocument: { ...VSCODE.textDocument, rename: { prepareSupport: true } } };

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = FILES): Promise<void> {
  client = await TestClient.start(PREPARES, files);
  await client.open('a.txt');
}

const text = (path: string) => client.host.text(client.uri(path));
const at = (path: string, words: string, nth = 0) => ({
  textDocument: { uri: client.uri(path) },
  position: client.rangeOf(path, words, nth).start,
});
const prepare = (path: string, words: string, nth = 0) =>
  client.connection
    .sendRequest(PrepareRenameRequest.type, at(path, words, nth))
    .catch((error: Error) => error.message) as Promise<{ range: Range; placeholder: string } | string | null>;

/** Renames and applies; the reason where it is refused. */
async function rename(path: string, words: string, newName: string, nth = 0): Promise<string | undefined> {
  try {
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...at(path, words, nth),
      newName,
    });
    if (edit) await client.apply(edit);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('renaming a name from an article', () => {
  it('changes it in all lines, files and languages of the entity, and nowhere else', async () => {
    await opened();
    expect(await prepare('a.txt', 'Taliban')).toEqual({
      range: client.rangeOf('a.txt', 'Taliban'),
      placeholder: 'Taliban',
    });
    expect(await rename('a.txt', 'Taliban', 'Thaliban "Baru"')).toBeUndefined();
    expect(text('entities/a.jsonl')).toBe(
      `${TALIBAN.replaceAll('"Taliban"', '"Thaliban \\"Baru\\""')}\n${QAEDA}\n${UNION}\n${ORLOV}`,
    );
    expect(text('entities/b.jsonl')).toBe(
      `// more\n${MORE.replaceAll('"Taliban"', '"Thaliban \\"Baru\\""')}\n`,
    );
    expect(text('a.txt')).toBe(ARTICLE);
    await client.execute(ServerCommand.undoLast);
    expect([text('entities/a.jsonl'), text('entities/b.jsonl')]).toEqual([
      FILES['entities/a.jsonl'],
      FILES['entities/b.jsonl'],
    ]);
  });

  it('offers the file’s spelling of a name that the article writes in another letter case', async () => {
    await opened();
    expect(await prepare('a.txt', 'SERIKAT')).toMatchObject({ placeholder: 'Serikat Nelayan' });
    expect(await prepare('a.txt', 'al-Qaeda')).toBeNull();
  });

  it('is not offered at surnames and words, and refused for what is built in', async () => {
    await opened();
    expect(await prepare('a.txt', 'Orlov', 1)).toBeNull();
    expect(await prepare('a.txt', 'Delegasi')).toBeNull();
    expect(await prepare('a.txt', 'Rusia')).toContain('built in');
    expect(await rename('a.txt', 'Rusia', 'Negeri Beruang')).toContain('built in');
    expect(await rename('a.txt', 'Delegasi', 'Utusan')).toContain('no name of a known entity');
  });

  it.each([
    ['', 'empty'],
    ['T', 'two letters'],
    ['<b>Taliban</b>', 'plain text'],
    ['Gerakan', 'another name of Taliban already'],
    ['Taliban', 'already'],
  ])('refuses %j', async (newName, why) => {
    await opened();
    expect(await rename('a.txt', 'Taliban', newName)).toContain(why);
    expect(text('entities/a.jsonl')).toBe(FILES['entities/a.jsonl']);
  });

  it('is announced as the client can ask for it', async () => {
    await opened();
    expect(client.initialized?.capabilities.renameProvider).toEqual({ prepareProvider: true });
    client.stop();
    client = await TestClient.start(MINIMAL, FILES);
    expect(client.initialized?.capabilities.renameProvider).toBe(true);
  });
});

describe('renaming in an entity file', () => {
  it('changes the alias under the cursor, in the text that the editor has', async () => {
    await opened();
    const changed = `${ORLOV.replace('Pavel Orlov"]', 'Pavel Orlov","P. \\u004frlov"]')}\n`;
    await client.open('entities/a.jsonl', changed);
    expect(await prepare('entities/a.jsonl', 'P. \\u')).toMatchObject({
      range: client.rangeOf('entities/a.jsonl', 'P. \\u004frlov'),
      placeholder: 'P. Orlov',
    });
    expect(await rename('entities/a.jsonl', 'P. \\u', 'Pasha Orlov')).toBeUndefined();
    expect(client.document('entities/a.jsonl').getText()).toBe(
      changed.replace('P. \\u004frlov', 'Pasha Orlov'),
    );
  });

  it('changes a cell of a table', async () => {
    const table = 'id,type,name,language,aliases\nperson:o,PER,Pavel Orlov,id,Pak Orlov|Pasha\n';
    const project = '{ "entities": { "files": ["entities/*.csv"] } }';
    await opened({ 'a.txt': ARTICLE, 'pressmark.json': project, 'entities/o.csv': table });
    await client.open('entities/o.csv');
    expect(await prepare('entities/o.csv', 'Pak Orlov')).toMatchObject({ placeholder: 'Pak Orlov' });
    expect(await rename('entities/o.csv', 'Pak Orlov', 'Tuan Orlov')).toBeUndefined();
    expect(client.document('entities/o.csv').getText()).toBe(table.replace('Pak Orlov', 'Tuan Orlov'));
  });

  it('refuses ids, and is not offered elsewhere', async () => {
    await opened();
    await client.open('entities/a.jsonl');
    expect(await prepare('entities/a.jsonl', 'Q42418')).toContain('Ids stay');
    expect(await prepare('entities/a.jsonl', 'ORG')).toBeNull();
    expect(await prepare('entities/a.jsonl', 'mine')).toBeNull();
    await client.open('pressmark.json');
    expect(await prepare('pressmark.json', '{')).toBeNull();
  });
});
