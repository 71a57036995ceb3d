import { afterEach, describe, expect, it } from 'vitest';
import {
  type MarkParams,
  MarkRequest,
  type MarkResult,
  PeopleRequest,
  type PeopleView,
} from '../../server/src/lsp/protocol/people.ts';
import {
  type ArticleSummary,
  CorpusRequest,
  type InitializationOptions,
  ServerCommand,
} from '../../server/src/lsp/protocol.ts';
import type { Identity } from '../../server/src/service/ports.ts';
import { TestClient } from '../support/lsp/client.ts';
import { historyOf } from '../support/lsp/memoryHistory.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\n';
const PEOPLE = {
  annotators: [
    { name: 'ana', title: 'Ana Wijaya', email: ['ana@example.org', 'Ana@Example.com'] },
    { name: 'budi', formerly: ['bud'] },
  ],
};
const PROJECT = JSON.stringify(PEOPLE);
const STATUS = '{"id":"status","status":"done","rev":"0123456789ab"}';
const sidecarWith = (...lines: string[]) =>
  `{\n"pressmark":1,\n"annotations":[\n${lines.map((l) => `${l},\n`).join('')}null\n]}\n`;

let client: TestClient;
afterEach(() => client.stop());

async function started(
  files: Record<string, string>,
  options: InitializationOptions = {},
  identity?: Identity,
): Promise<void> {
  client = await TestClient.start(VSCODE, { 'a.txt': ARTICLE, 'pressmark.json': PROJECT, ...files }, options);
  client.host.history = historyOf({ identity: async () => identity });
  await client.open('a.txt');
}

const people = () => client.connection.sendRequest<PeopleView>(PeopleRequest, { uri: client.uri('a.txt') });
const mark = (status: MarkParams['status']) =>
  client.connection.sendRequest<MarkResult>(MarkRequest, { uri: client.uri('a.txt'), status });
const summary = async () => (await client.connection.sendRequest<ArticleSummary[]>(CorpusRequest, {}))[0];
const file = (name: string) => client.host.text(client.uri(name));

describe('what can be marked', () => {
  it('is an article of an open folder, or one that is open, and no other file', async () => {
    await started({ 'a.txt.budi.ann.json': sidecarWith(STATUS) }, { annotator: 'ana' });
    const outside = 'file:///elsewhere/b.txt';
    client.host.write(outside, ARTICLE);
    const refused = [outside, client.uri('x/../../elsewhere/b.txt'), `${client.uri('x')}/%2e%2e/a.txt`];
    for (const uri of [...refused, client.uri('pressmark.json'), client.uri('a.txt.budi.ann.json')]) {
      const answer = client.connection.sendRequest<MarkResult>(MarkRequest, { uri, status: 'done' });
      expect(await answer).toMatchObject({ done: false });
    }
    expect(await mark('done')).toMatchObject({ done: true });
  });
});

describe('who annotates', () => {
  it.each<[string, InitializationOptions, Identity | undefined, Partial<PeopleView>]>([
    ['the setting', { annotator: 'budi' }, { email: 'ana@example.org' }, { me: 'budi', knownBy: 'setting' }],
    ['a title in the setting', { annotator: 'ana wijaya' }, undefined, { me: 'ana', knownBy: 'setting' }],
    ['a former name in the setting', { annotator: 'bud' }, undefined, { me: 'budi', knownBy: 'setting' }],
    ['an address in any case', {}, { email: 'ANA@example.com' }, { me: 'ana', knownBy: 'email' }],
    ['a title that git knows', {}, { name: 'Ana Wijaya', email: 'x@y' }, { me: 'ana', knownBy: 'name' }],
    ['a name that git knows', {}, { name: 'BUDI' }, { me: 'budi', knownBy: 'name' }],
  ])('is told by %s', async (_, options, identity, expected) => {
    await started({}, options, identity);
    expect(await people()).toMatchObject({
      ...expected,
      people: [
        { name: 'ana', title: 'Ana Wijaya' },
        { name: 'budi', title: 'budi' },
      ],
    });
  });

  it.each<[InitializationOptions, Identity | undefined, string]>([
    [{ annotator: 'chi' }, { email: 'ana@example.org' }, '“chi” is not an annotator of this project.'],
    [
      {},
      { name: 'Chi', email: 'chi@example.org' },
      'Git knows you as Chi, chi@example.org, which is none of',
    ],
    [{}, undefined, 'Choose who you are (Pressmark: Choose Annotator)'],
  ])('is not guessed: %j, git %j', async (options, identity, words) => {
    await started({}, options, identity);
    const view = await people();
    expect(view.me).toBeUndefined();
    expect(view.explanation).toContain(words);
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(client.shown.join()).toContain(words);
    expect([...client.host.contents.keys()].filter((uri) => uri.endsWith('.ann.json'))).toEqual([]);
  });

  it('reads a file of a former name as that person’s, and writes there until it is renamed', async () => {
    await started({ 'a.txt.bud.ann.json': sidecarWith(STATUS) }, { annotator: 'budi' });
    expect(await summary()).toMatchObject({ status: 'done', progress: [{ annotator: 'budi' }] });
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(file('a.txt.bud.ann.json')).toContain('"text":"Taliban"');
    expect(file('a.txt.budi.ann.json')).toBeUndefined();
    const [problem] = await client.pull('a.txt.bud.ann.json');
    expect(problem).toMatchObject({ code: 'sidecar/former-name' });
    expect(problem?.message).toContain('git mv -- a.txt.bud.ann.json a.txt.budi.ann.json');
  });

  it('writes to the present name’s file where both are there, and says what to do with the other', async () => {
    const files = { 'a.txt.bud.ann.json': sidecarWith(STATUS), 'a.txt.budi.ann.json': sidecarWith() };
    await started(files, { annotator: 'budi' });
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as ORG');
    expect(file('a.txt.bud.ann.json')).toBe(sidecarWith(STATUS));
    expect(file('a.txt.budi.ann.json')).toContain('"text":"Taliban"');
    expect((await client.pull('a.txt.bud.ann.json'))[0]?.message).toContain('move the lines of this file');
    const other = client.uri('a.txt.bud.ann.json');
    const intent = { kind: 'remove', uri: client.uri('a.txt'), version: 1, sidecar: other, id: 'status' };
    const result = await client.execute(ServerCommand.carryOut, intent);
    expect(result).toMatchObject({ done: false, message: expect.stringContaining('a former name of yours') });
  });

  it('says what to do about a file that is nobody’s', async () => {
    await started({ 'a.txt.chi.ann.json': sidecarWith(), 'a.txt.Ana.ann.json': sidecarWith() });
    expect(await client.pull('a.txt.chi.ann.json')).toMatchObject([{ code: 'sidecar/unknown-annotator' }]);
    const [other] = await client.pull('a.txt.Ana.ann.json');
    expect(other?.message).toContain('“Ana”, and the annotator’s name is “ana”');
  });
});

describe('how far somebody is', () => {
  it('is a line of their own file, which can be taken back', async () => {
    await started({}, { annotator: 'ana' });
    expect(await mark('done')).toMatchObject({ done: true, sidecar: client.uri('a.txt.ana.ann.json') });
    expect(file('a.txt.ana.ann.json')).toMatch(
      /^\{\n"pressmark":1,\n"annotations":\[\n\{"id":"status","status":"done","rev":"[0-9a-f]{12}"\},\nnull\n\]\}\n$/,
    );
    expect(await summary()).toMatchObject({
      status: 'done',
      progress: [{ annotator: 'ana', changed: false }],
    });
    expect(await mark('done')).toMatchObject({
      done: false,
      message: 'This article is marked as done already.',
    });
    await mark('reviewed');
    expect(await summary()).toMatchObject({ status: 'reviewed' });
    await client.execute(ServerCommand.undoLast);
    expect(await summary()).toMatchObject({ status: 'done' });
    await mark('open');
    expect(await summary()).toMatchObject({ status: 'open', progress: [] });
  });

  it('is out of date once the text has changed, until it is said again', async () => {
    await started({}, { annotator: 'ana' });
    await mark('done');
    await client.type('a.txt', 'tiba', 'datang');
    expect(await summary()).toMatchObject({ status: 'done', changed: true });
    await mark('done');
    expect((await summary())?.changed).toBeUndefined();
  });

  it('may be done with doubts, which are told', async () => {
    const lost =
      '{"id":"00000000-aaaaaa","start":0,"end":7,"label":"PER","text":"Hartono","before":"","after":" pergi","rev":"0123456789ab"}';
    await started({ 'a.txt.ana.ann.json': sidecarWith(lost) }, { annotator: 'ana' });
    const result = await mark('done');
    expect(result).toMatchObject({ done: true, doubts: 1 });
    expect(result.message).toContain('1 of your annotations still to look at');
  });

  it('is refused to nobody in particular, and to a file that cannot be read', async () => {
    await started({ 'a.txt.ana.ann.json': '{ "pressmark": ' });
    expect(await mark('done')).toMatchObject({ done: false });
    client.stop();
    await started({ 'a.txt.ana.ann.json': '{ "pressmark": ' }, { annotator: 'ana' });
    expect(await mark('done')).toMatchObject({ done: false });
    expect(file('a.txt.ana.ann.json')).toBe('{ "pressmark": ');
  });

  it('is everybody’s in a project without annotators', async () => {
    await started({ 'pressmark.json': '{}' });
    await mark('done');
    expect(file('a.txt.ann.json')).toContain(STATUS.slice(0, 30));
    expect(await summary()).toMatchObject({ status: 'done', progress: [{ state: 'done' }] });
  });
});

describe('assignments', () => {
  it('are in the list of articles, with present names', async () => {
    const lines = '{"article":"a.txt","annotators":["ana","bud"]}\n';
    await started({ 'assignments.jsonl': lines }, { annotator: 'budi' });
    expect(await summary()).toMatchObject({ assigned: ['ana', 'budi'], mine: true });
    client.host.write(client.uri('assignments.jsonl'), '{"article":"a.txt","annotators":["ana"]}\n');
    const changes = [{ uri: client.uri('assignments.jsonl'), type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await summary()).toMatchObject({ assigned: ['ana'], mine: false });
  });

  it('have problems that are shown in their file', async () => {
    const lines =
      '{"article":"a.txt","annotators":["chi"]}\n{"article":"gone.txt","annotators":["ana"]}\nana\n';
    await started({ 'assignments.jsonl': lines });
    const found = await client.pull('assignments.jsonl');
    expect(found.map((d) => [d.code, d.range.start.line])).toEqual([
      ['assignments/unknown-annotator', 0],
      ['assignments/no-article', 1],
      ['assignments/syntax', 2],
    ]);
  });
});
