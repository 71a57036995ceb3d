import { afterEach, describe, expect, it } from 'vitest';
import { HoverRequest } from 'vscode-languageserver-protocol/node';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import {
  type BlameParams,
  BlameRequest,
  type BlameView,
  type ChangesParams,
  ChangesRequest,
  type ChangesView,
  CommitsRequest,
} from '../../server/src/lsp/protocol/changes.ts';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { FakeHistory } from '../support/fakeHistory.ts';
import { FOLDER, TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const OLD = 'Rusia mengundang Taliban.\nPresiden Jokowi di Hanoi.\n';
const NEW = 'Kemarin Rusia mengundang Taliban.\nPresiden Jokowi di sini.\n';

function tag(article: string, words: string, label: string, suffix = 'aaaaaa'): Annotation {
  const start = article.indexOf(words);
  return newSpan({ article, range: { start, end: start + words.length }, suffix, label });
}

const JOKOWI = tag(OLD, 'Presiden Jokowi', 'PER');
const HANOI = tag(OLD, 'Hanoi', 'GPE');
const RUSIA = tag(OLD, 'Rusia', 'GPE');

let client: TestClient;
afterEach(() => client.stop());

async function start(
  files: Record<string, string>,
  committed?: Record<string, string>,
  options?: InitializationOptions,
): Promise<FakeHistory> {
  client = await TestClient.start(VSCODE, files, options);
  const { host } = client;
  const history = new FakeHistory(() =>
    [...host.contents.keys()].map((uri): [string, string] => [uri, host.text(uri) ?? '']),
  );
  if (committed) {
    history.commit(
      'HEAD',
      Object.fromEntries(Object.entries(committed).map(([path, text]) => [`${FOLDER}/${path}`, text])),
    );
  }
  Object.assign(host, { history });
  return history;
}

function changes(params: Partial<ChangesParams> = {}): Promise<ChangesView> {
  return client.connection.sendRequest(ChangesRequest, { folder: FOLDER, against: 'HEAD', ...params });
}

function blame(params: Omit<BlameParams, 'uri'>): Promise<BlameView | null> {
  return client.connection.sendRequest(BlameRequest, { uri: `${FOLDER}/a.txt`, ...params });
}

describe('pressmark/changes', () => {
  it('tells article by article, in words, at the place in the text as it is now', async () => {
    await start(
      {
        'a.txt': NEW,
        'a.txt.ann.json': serializeSidecar([
          RUSIA,
          { ...JOKOWI, label: 'NORP' } as Annotation,
          HANOI,
          tag(NEW, 'Taliban', 'ORG'),
        ]),
      },
      { 'a.txt': OLD, 'a.txt.ann.json': serializeSidecar([RUSIA, JOKOWI, HANOI]) },
    );
    const { unknown, articles } = await changes();
    expect(unknown).toBe(undefined);
    expect(articles.map(({ path, layers }) => [path, layers.length])).toEqual([['a.txt', 1]]);
    const [layer] = articles[0]?.layers ?? [];
    expect(layer).toMatchObject({ sidecar: `${FOLDER}/a.txt.ann.json`, problems: [] });
    expect(layer?.changes.map(({ kind, words, range, line }) => [kind, words, range?.start, line])).toEqual([
      ['added', '+ ORG Taliban', { line: 0, character: 25 }, 4],
      ['changed', '~ Presiden Jokowi: PER → NORP', { line: 1, character: 0 }, 5],
      ['look', '! GPE Hanoi: the text now says “sini”', { line: 1, character: 19 }, 6],
    ]);
  });

  it('says that the words of a tag are gone', async () => {
    await start(
      { 'a.txt': 'Rusia mengundang Taliban.\n', 'a.txt.ann.json': serializeSidecar([RUSIA, HANOI]) },
      { 'a.txt': OLD, 'a.txt.ann.json': serializeSidecar([RUSIA, HANOI]) },
    );
    expect((await changes()).articles[0]?.layers[0]?.changes).toEqual([
      { kind: 'look', id: HANOI.id, words: '! GPE Hanoi – its words are no longer in the text', line: 4 },
    ]);
  });

  it('shows where the words of what was removed are now', async () => {
    await start({ 'a.txt': NEW }, { 'a.txt': OLD, 'a.txt.ann.json': serializeSidecar([RUSIA, HANOI]) });
    const told = (await changes()).articles[0]?.layers[0]?.changes;
    expect(told?.find(({ words }) => words === '- GPE Rusia')).toMatchObject({
      kind: 'removed',
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 13 } },
    });
  });

  it('reads the editor’s text before the disk’s', async () => {
    await start(
      { 'a.txt': OLD, 'a.txt.ann.json': serializeSidecar([RUSIA]) },
      { 'a.txt': OLD, 'a.txt.ann.json': serializeSidecar([]) },
    );
    await client.open('a.txt', `Baru.\n${OLD}`);
    const told = (await changes({ uri: `${FOLDER}/a.txt` })).articles[0]?.layers[0]?.changes;
    expect(told?.map(({ range }) => range?.start.line)).toEqual([1]);
    expect((await changes({ uri: `${FOLDER}/b.txt` })).articles).toEqual([]);
  });

  it('tells a broken file, and not that what it cannot read is gone', async () => {
    const sidecar = serializeSidecar([RUSIA, HANOI]);
    await start(
      { 'a.txt': OLD, 'a.txt.ann.json': sidecar.replace('"text":"Hanoi"', '"text":"Han') },
      { 'a.txt': OLD, 'a.txt.ann.json': sidecar },
    );
    const layer = (await changes()).articles[0]?.layers[0];
    expect(layer?.changes).toEqual([]);
    expect(layer?.problems).toEqual([expect.stringContaining('broken')]);
  });

  it('shows nobody who annotates blind what others did', async () => {
    await start(
      {
        'pressmark.json': '{"annotators":["ana","linh"],"blind":true}',
        'a.txt': NEW,
        'a.txt.ana.ann.json': serializeSidecar([RUSIA]),
        'a.txt.linh.ann.json': serializeSidecar([HANOI]),
      },
      { 'a.txt': OLD },
      { annotator: 'ana' },
    );
    const layers = (await changes()).articles.flatMap((article) => article.layers);
    expect(layers.map(({ annotator, changes: all }) => [annotator, all.map(({ words }) => words)])).toEqual([
      ['ana', ['+ GPE Rusia']],
    ]);
  });

  it('says why nothing can be told', async () => {
    await start({ 'a.txt': OLD }, { 'a.txt': OLD });
    expect((await changes({ against: '--gone' })).unknown).toContain('“--gone”');
    client.stop();
    await start({ 'a.txt': OLD });
    expect((await changes()).unknown).toContain('git');
    Object.assign(client.host, { history: undefined });
    expect((await changes()).unknown).toContain('disk');
    expect(await client.connection.sendRequest(CommitsRequest, { folder: FOLDER })).toEqual([]);
  });
});

describe('pressmark/blame', () => {
  const sidecar = serializeSidecar([RUSIA, HANOI]);
  const line = (commit: string | undefined, summary: string) => ({
    ...(commit === undefined ? {} : { commit }),
    author: 'ana',
    time: '2026-11-03T23:30:00+07:00',
    summary,
  });

  it('says who wrote the line of an annotation', async () => {
    const history = await start({ 'a.txt': OLD, 'a.txt.ann.json': sidecar });
    history.blamed = ['', '', '', 'tags *of* Rusia', 'tags of Hanoi'].map((s) => line('abc1234def', s));
    expect(await blame({ id: RUSIA.id })).toMatchObject({
      words: 'ana, Nov 3, 2026: “tags *of* Rusia” (abc1234)',
      commit: 'abc1234def',
    });
    expect(await blame({ position: { line: 1, character: 20 } })).toMatchObject({ summary: 'tags of Hanoi' });
    expect(await blame({ position: { line: 1, character: 0 } })).toBe(null);
    expect(history.blames).toBe(1);
  });

  it('is a line of the hover, and keeps no hover waiting', async () => {
    const history = await start({ 'a.txt': OLD, 'a.txt.ann.json': sidecar });
    history.blamed = ['', '', '', 'x', 'y'].map((s) => line(s === '' ? 'abc' : undefined, s));
    let open: () => void = () => undefined;
    history.gate = new Promise((resolve) => {
      open = resolve;
    });
    const hover = async () => {
      const answer = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: `${FOLDER}/a.txt` },
        position: { line: 0, character: 1 },
      });
      return JSON.stringify(answer?.contents);
    };
    await client.open('a.txt');
    expect(await hover()).not.toContain('committed');
    open();
    expect(await hover()).toContain('Not committed yet');
  });
});
