import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import {
  type MentionPlaces,
  MentionPlacesRequest,
  type TagPlacesParams,
  TagPlacesRequest,
} from '../../server/src/lsp/protocol/suggestions.ts';
import {
  type CommandResult,
  type InitializationOptions,
  ServerCommand,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { MINIMAL, NEOVIM, VSCODE } from '../support/lsp/profiles.ts';

const A = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia dengan Zorba.\n';
const B = 'Zorba dan Taliban berunding lagi, 😀 kata Taliban.\n';
const C = 'Zorbanya tidak ada di sini.\n';
const entity = (id: string, type: string, name: string) =>
  `${JSON.stringify({ id, type, name, names: { und: [name] } })}\n`;
const SHARED = { entities: { files: ['entities.jsonl'], builtIn: false } };
const FILES = {
  'a.txt': A,
  'b.txt': B,
  'c.txt': C,
  'entities.jsonl': entity('Q42418', 'ORG', 'Taliban'),
  'pressmark.json': JSON.stringify(SHARED),
};
const TEAM = { ...FILES, 'pressmark.json': JSON.stringify({ ...SHARED, annotators: ['ana', 'budi'] }) };

let client: TestClient;
afterEach(() => client.stop());

async function opened(
  files: Record<string, string> = FILES,
  capabilities: ClientCapabilities = VSCODE,
  options?: InitializationOptions,
): Promise<void> {
  client = await TestClient.start(capabilities, files, options);
  await client.open('a.txt');
}

const at = (text: string, nth = 0) => client.rangeOf('a.txt', text, nth);
const places = (more: object = {}): Promise<MentionPlaces> =>
  client.connection.sendRequest(MentionPlacesRequest, {
    uri: client.uri('a.txt'),
    range: at('Taliban'),
    where: 'corpus',
    ...more,
  });
const tag = (params: TagPlacesParams): Promise<CommandResult> =>
  client.connection.sendRequest(TagPlacesRequest, params);
const chosen = ({ articles, entity: link }: MentionPlaces, label = 'ORG'): TagPlacesParams => ({
  label,
  ...(link ? { entity: link.id } : {}),
  articles: articles.map(({ uri, rev, places: all }) => ({ uri, rev, ranges: all.map((p) => p.range) })),
});
const text = (path: string) => client.host.text(client.uri(path));
const tags = (path: string) =>
  parseSidecar(text(path) ?? '').annotations.flatMap(({ annotation: a }) =>
    a.kind === 'span' ? [`${a.label} ${a.text} ${a.start} ${a.entity ?? '-'}`] : [],
  );

describe('where the same is mentioned', () => {
  it('is shown over the corpus, with what stands around each place', async () => {
    await opened();
    const found = await places();
    expect(found).toMatchObject({ text: 'Taliban', label: 'ORG', entity: { id: 'Q42418', name: 'Taliban' } });
    expect(found.articles.map((a) => [a.path, a.places.length])).toEqual([
      ['a.txt', 2],
      ['b.txt', 2],
    ]);
    expect(found.articles[0]?.places[0]).toMatchObject({
      before: 'Delegasi ',
      text: 'Taliban',
      after: ' tiba di Moskow.',
      tagged: false,
    });
    expect((await places({ where: 'article' })).articles.map((a) => a.path)).toEqual(['a.txt']);
  });

  it('is found by words where no entity is known: whole words, with the label that is asked for', async () => {
    await opened();
    const unknown = await places({ range: at('Zorba') });
    expect([unknown.label, unknown.entity]).toEqual([undefined, undefined]);
    const found = await places({ range: at('Zorba'), label: 'PER' });
    expect(found.articles.map((a) => [a.path, a.places.length])).toEqual([
      ['a.txt', 1],
      ['b.txt', 1],
    ]);
    expect(await tag(chosen(found, 'PER'))).toMatchObject({
      message: 'Tagged 2 mentions in 2 articles as PER.',
    });
    expect(tags('b.txt.ann.json')).toEqual(['PER Zorba 0 -']);
  });

  it('is the whole tag at the cursor, and the name in a tagged sentence', async () => {
    await opened();
    await client.pick('a.txt', at('pejabat Rusia'), 'Tag as NORP');
    const inTag = { start: at('Rusia').start, end: at('Rusia').start };
    expect(await places({ range: inTag })).toMatchObject({ text: 'pejabat Rusia', label: 'NORP' });
    await client.pick('a.txt', at('Delegasi'), 'Tag sentence UNTRANSLATED');
    expect(await places()).toMatchObject({ text: 'Taliban', label: 'ORG' });
    const titles = (await client.codeActions('a.txt', at('Taliban'))).map((a) => a.title);
    expect(titles).toContain('Tag all 2 mentions in this article as ORG');
  });

  it('marks what has the label, and leaves out what was refused or tagged otherwise', async () => {
    await opened();
    await client.pick('a.txt', at('Taliban'), 'Tag as ORG');
    await client.pick('a.txt', at('Taliban', 1), 'Refuse suggestion');
    expect((await places()).articles[0]?.places.map((p) => p.tagged)).toEqual([true]);
    await client.pick('a.txt', at('Taliban', 1), 'Tag as NORP');
    const found = await places({ where: 'article' });
    expect(found.articles[0]?.places).toHaveLength(1);
  });

  it('says why nothing can be tagged', async () => {
    await opened();
    expect((await places({ label: 'NOPE' })).refused).toContain('NOPE');
    expect((await places({ label: 'GARBLED' })).refused).toContain('sentences');
    const blank = { start: at(' tiba').start, end: at('tiba').start };
    expect((await places({ range: blank })).refused).toContain('nothing to tag');
    for (const params of [undefined, 3, {}, { uri: 4 }, { where: 'everywhere' }, { range: null }]) {
      const wrong = params && typeof params === 'object' ? { where: 'corpus', ...params } : params;
      const answer = await client.connection.sendRequest<MentionPlaces>(MentionPlacesRequest, wrong);
      expect(answer.refused).toContain('without what it needs');
    }
  });

  it('leaves out, and tells, what is done, others’ or cannot be written', async () => {
    const done =
      '{\n"pressmark":1,\n"annotations":[\n{"id":"status","status":"done","rev":"0123456789ab"},\nnull\n]}\n';
    const many = { ...TEAM, 'd.txt': B, 'e.txt': B, 'f.txt': B };
    const assigned = '{"article":"e.txt","annotators":["budi"]}\n';
    await opened(
      {
        ...many,
        'd.txt.ana.ann.json': done,
        'f.txt.ana.ann.json': '{ broken',
        'assignments.jsonl': assigned,
      },
      VSCODE,
      { annotator: 'ana' },
    );
    const found = await places();
    expect(found.articles.map((a) => a.path)).toEqual(['a.txt', 'b.txt']);
    expect(found.leftOut).toContain('called them done: 1.');
    expect(found.leftOut).toContain('others annotate them: 1.');
    expect(found.leftOut).toContain('f.txt.ana.ann.json');
  });
});

describe('tagging places over the corpus', () => {
  it('writes them all, and takes them all back at once', async () => {
    await opened();
    const before = await places();
    expect(await tag(chosen(before))).toMatchObject({ done: true });
    expect(tags('a.txt.ann.json')).toEqual(['ORG Taliban 9 Q42418', 'ORG Taliban 33 Q42418']);
    expect(tags('b.txt.ann.json')).toEqual(['ORG Taliban 10 Q42418', 'ORG Taliban 41 Q42418']);
    expect(client.asked[0]?.changeAnnotations).toBeUndefined();
    expect((await tag(chosen(before))).message).toContain('already');
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({
      message: 'Took back 4 tags in 2 articles.',
    });
    expect([...tags('a.txt.ann.json'), ...tags('b.txt.ann.json')]).toEqual([]);
  });

  it('writes nothing where one article has changed, or one sidecar cannot be written', async () => {
    await opened();
    const found = await places();
    client.host.write(client.uri('b.txt'), `Kemarin ${B}`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('b.txt'), type: 2 }],
    });
    expect((await tag(chosen(found))).message).toContain('b.txt has changed');
    const again = await places();
    client.host.write(client.uri('b.txt.ann.json'), '{ broken');
    expect((await tag(chosen(again))).message).toContain('b.txt.ann.json cannot be changed');
    expect(text('a.txt.ann.json')).toBeUndefined();
    expect(text('b.txt.ann.json')).toBe('{ broken');
  });

  it('refuses what nobody can mean', async () => {
    await opened();
    const found = await places();
    const [first] = found.articles;
    if (!first) throw new Error('nothing found');
    const { uri, rev } = first;
    const with_ = (article: object, more: object = {}) =>
      client.connection.sendRequest<CommandResult>(TagPlacesRequest, {
        label: 'ORG',
        articles: [{ uri, rev, ranges: [at('Taliban')], ...article }],
        ...more,
      });
    const start = { line: 0, character: 0 };
    const wrong = [
      with_({ uri: 'file:///etc/passwd' }),
      with_({ uri: client.uri('pressmark.json') }),
      with_({ uri: client.uri('../b.txt') }),
      with_({ rev: '' }),
      with_({ ranges: [{ start, end: start }] }),
      with_({ ranges: [{ start, end: { line: 0, character: 9999 } }] }),
      with_({ ranges: [{ start: { line: -1, character: 0 }, end: start }] }),
      with_({ ranges: 'all' }),
      with_({}, { label: '__proto__' }),
      with_({}, { label: 'GARBLED' }),
      with_({}, { entity: 7 }),
      with_({}, { articles: {} }),
    ];
    for (const answer of await Promise.all(wrong)) expect(answer).toMatchObject({ done: false });
    expect(text('a.txt.ann.json')).toBeUndefined();
    const twice = { uri, rev, ranges: [at('Taliban'), at('Taliban')] };
    expect(await tag({ label: 'ORG', articles: [twice, twice] })).toMatchObject({ done: true });
    expect(tags('a.txt.ann.json')).toHaveLength(1);
  });
});

describe('the action for the corpus', () => {
  it('gives one edit over all sidecars, which is to be confirmed where the editor can show it', async () => {
    await opened();
    const action = await client.pick('a.txt', at('Taliban'), 'Tag all mentions in the corpus as ORG');
    expect(Object.values(action.edit?.changeAnnotations ?? {})).toEqual([
      { label: 'Tag as ORG: Taliban', needsConfirmation: true },
    ]);
    expect(action.edit?.documentChanges).toHaveLength(4);
    expect([...tags('a.txt.ann.json'), ...tags('b.txt.ann.json')]).toHaveLength(4);
    const titles = (await client.codeActions('a.txt', at('Taliban', 1))).map((a) => a.title);
    expect(titles).toContain('Tag all 4 mentions in the corpus as ORG…');
    await client.execute(ServerCommand.undoLast);
    expect([...tags('a.txt.ann.json'), ...tags('b.txt.ann.json')]).toEqual([]);
  });

  it('works where nothing can be shown before, and without resolving', async () => {
    await opened(FILES, NEOVIM);
    const action = await client.pick('a.txt', at('Taliban'), 'Tag all mentions in the corpus as ORG');
    expect(action.edit?.changeAnnotations).toBeUndefined();
    expect(tags('b.txt.ann.json')).toHaveLength(2);
    client.stop();
    await opened(FILES, MINIMAL);
    const offered = await client.codeActions('a.txt', at('Taliban'));
    const corpus = offered.find((a) => a.title.startsWith('Tag all mentions in the corpus'));
    if (!corpus || typeof corpus.command !== 'string') throw new Error('no command');
    const { arguments: args = [] } = corpus as { arguments?: unknown[] };
    expect(await client.execute(corpus.command, ...args)).toMatchObject({ done: true });
    expect(tags('b.txt.ann.json')).toHaveLength(2);
  });

  it('tells what it left out', async () => {
    await opened({ ...FILES, 'b.txt.ann.json': '{ broken' });
    await client.pick('a.txt', at('Taliban'), 'Tag all mentions in the corpus as ORG');
    expect(tags('a.txt.ann.json')).toHaveLength(2);
    expect(client.shown).toEqual([expect.stringContaining('b.txt.ann.json')]);
    expect(text('b.txt.ann.json')).toBe('{ broken');
  });

  it('finds the words where no entity is known', async () => {
    await opened();
    await client.pick('a.txt', at('Zorba'), 'Tag as PER');
    await client.pick('a.txt', at('Zorba'), 'Tag every “Zorba” in the corpus as PER…');
    expect(tags('b.txt.ann.json')).toEqual(['PER Zorba 0 -']);
    expect(tags('a.txt.ann.json')).toEqual(['PER Zorba 70 -']);
    expect(text('c.txt.ann.json')).toBeUndefined();
  });
});
