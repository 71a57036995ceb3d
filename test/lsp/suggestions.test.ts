import { afterEach, describe, expect, it } from 'vitest';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import {
  AnswerSuggestionRequest,
  type SuggestionAnswer,
  SuggestionsRequest,
  type SuggestionView,
} from '../../server/src/lsp/protocol/suggestions.ts';
import { type CommandResult, ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { MINIMAL, VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE =
  'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\nKata TALIBAN, Moskow menunggu.\n';
const entity = (id: string, type: string, name: string) =>
  `${JSON.stringify({ id, type, name, names: { und: [name] } })}\n`;
const ENTITIES = entity('Q42418', 'ORG', 'Taliban') + entity('Q649', 'GPE', 'Moskow');
const PROJECT = '{ "entities": { "files": ["entities.jsonl"], "builtIn": false } }';
const FILES = { 'a.txt': ARTICLE, 'entities.jsonl': ENTITIES, 'pressmark.json': PROJECT };

let client: TestClient;
afterEach(() => client.stop());

async function opened(capabilities = VSCODE, files: Record<string, string> = FILES): Promise<void> {
  client = await TestClient.start(capabilities, files);
  await client.open('a.txt');
}

const uri = () => client.uri('a.txt');
const sidecar = () => client.host.text(client.uri('a.txt.ann.json')) ?? '';
const lines = () => parseSidecar(sidecar()).annotations.map(({ annotation }) => annotation);
const suggested = (): Promise<SuggestionView[]> =>
  client.connection.sendRequest(SuggestionsRequest, { uri: uri() });
const words = async () => (await suggested()).map(({ text, label }) => `${label} ${text}`);
const at = (text: string, nth = 0) => client.rangeOf('a.txt', text, nth);
const cursor = (text: string, nth = 0) => ({ start: at(text, nth).start, end: at(text, nth).start });
const answer = (more: Partial<SuggestionAnswer>): Promise<CommandResult> =>
  client.connection.sendRequest(AnswerSuggestionRequest, {
    uri: uri(),
    range: at('Taliban'),
    answer: 'accept',
    scope: 'one',
    ...more,
  });
const titles = async (range = cursor('Taliban')) =>
  (await client.codeActions('a.txt', range)).map((action) => action.title);

const ALL = ['ORG Taliban', 'GPE Moskow', 'ORG Taliban', 'ORG TALIBAN', 'GPE Moskow'];

describe('suggestions of an article', () => {
  it('come in the order of the text, with what they are, why, and how many are alike', async () => {
    await opened();
    const [first] = await suggested();
    expect(first).toMatchObject({
      text: 'Taliban',
      label: 'ORG',
      source: 'entity',
      entity: { id: 'Q42418', name: 'Taliban' },
      like: 3,
      range: at('Taliban'),
    });
    expect(first?.because).toContain('Taliban');
    expect(await words()).toEqual(ALL);
  });

  it('are accepted one by one, as a tag with its entity, and taken back', async () => {
    await opened();
    expect(await answer({})).toMatchObject({ done: true, message: 'Accepted: tagged as ORG.' });
    expect(lines()).toMatchObject([{ kind: 'span', start: 9, end: 16, label: 'ORG', entity: 'Q42418' }]);
    expect(await words()).toEqual(ALL.slice(1));
    await client.execute(ServerCommand.undoLast);
    expect(await words()).toEqual(ALL);
  });

  it('are accepted all alike, and all of the article, each with one step back', async () => {
    await opened();
    expect(await answer({ scope: 'like' })).toMatchObject({ message: 'Accepted 3 suggestions.' });
    expect(await words()).toEqual(['GPE Moskow', 'GPE Moskow']);
    const before = sidecar();
    // From a word of which nothing is suggested: the whole article is meant.
    expect(await answer({ range: cursor('tiba'), scope: 'article' })).toMatchObject({ done: true });
    expect(await words()).toEqual([]);
    expect(lines().map((a) => a.kind)).toEqual(['span', 'span', 'span', 'span', 'span']);
    await client.execute(ServerCommand.undoLast);
    expect(sidecar()).toBe(before);
    await client.execute(ServerCommand.undoLast);
    expect(lines()).toEqual([]);
  });

  it('are refused one by one: a line in one’s own sidecar remembers it', async () => {
    await opened();
    expect(await answer({ answer: 'refuse' })).toMatchObject({ done: true });
    expect(lines()).toMatchObject([
      { kind: 'review', rule: 'suggestion/ORG', verdict: 'dismissed', start: 9, end: 16, text: 'Taliban' },
    ]);
    expect(await words()).toEqual(ALL.slice(1));
  });

  it('are refused all alike, in any letter case, also where the words come again later', async () => {
    await opened();
    await answer({ answer: 'refuse', scope: 'like' });
    expect(lines()).toMatchObject([{ kind: 'articleReview', rule: 'suggestion/ORG', word: 'Taliban' }]);
    expect(await words()).toEqual(['GPE Moskow', 'GPE Moskow']);
    await client.type('a.txt', 'menunggu', 'dan Taliban menunggu');
    expect(await words()).toEqual(['GPE Moskow', 'GPE Moskow']);
  });

  it('are refused all at once, where they are as sure as is asked', async () => {
    await opened();
    expect(await answer({ answer: 'refuse', scope: 'article', least: 0 })).toMatchObject({
      message: 'Refused 5 suggestions.',
    });
    expect(await words()).toEqual([]);
    await client.execute(ServerCommand.undoLast);
    expect(await words()).toEqual(ALL);
  });

  it('stay refused on their words while the text around them is edited', async () => {
    await opened();
    await answer({ answer: 'refuse', range: at('Taliban', 1) });
    await client.type('a.txt', 'Delegasi', 'Rombongan besar delegasi');
    expect(await words()).toEqual(['ORG Taliban', ...ALL.slice(1, 2), ...ALL.slice(3)]);
  });

  it('say why nothing was done: gone, of an earlier version, or asked wrongly', async () => {
    await opened();
    await answer({});
    expect((await answer({})).message).toContain('no longer suggested');
    expect((await answer({ range: at('Moskow'), version: 99 })).message).toContain('changed since');
    expect((await answer({ range: at('Moskow'), label: 'PER' })).message).toContain('no longer suggested');
    const nonsense = [null, 7, {}, { uri: uri() }, { uri: 'file:///etc/passwd', range: at('Moskow') }];
    for (const params of nonsense) {
      const result = await client.connection.sendRequest<CommandResult>(AnswerSuggestionRequest, params);
      expect(result).toMatchObject({ done: false });
    }
    const wrong = { scope: '__proto__', answer: 'constructor', range: { start: { line: -1 } }, least: '1' };
    for (const [key, value] of Object.entries(wrong))
      expect(await answer({ [key]: value } as Partial<SuggestionAnswer>)).toMatchObject({ done: false });
    const views = await client.connection.sendRequest<unknown[]>(SuggestionsRequest, { uri: 7 });
    expect(views).toEqual([]);
    expect(lines()).toHaveLength(1);
  });
});

describe('actions at a suggestion', () => {
  it('accept and refuse it, those like it and those as sure', async () => {
    await opened();
    expect((await titles()).slice(0, 5)).toEqual([
      'Accept suggestion: ORG “Taliban” (100 %)',
      'Refuse suggestion: ORG “Taliban”',
      'Accept all 3 like this in this article: ORG “Taliban”',
      'Refuse all 3 like this in this article: ORG “Taliban”',
      expect.stringMatching(/^Accept all \d suggestions of this article that are at least as sure$/),
    ]);
    const preferred = (await client.codeActions('a.txt', cursor('Taliban'))).filter(
      (a) => 'isPreferred' in a && a.isPreferred,
    );
    expect(preferred.map((a) => a.title)).toEqual(['Accept suggestion: ORG “Taliban” (100 %)']);
  });

  it('take a refusal back, and let the refused words be tagged by hand', async () => {
    await opened();
    await client.pick('a.txt', cursor('Taliban'), 'Refuse suggestion');
    expect(await titles()).not.toContainEqual(expect.stringContaining('Accept suggestion'));
    await client.pick('a.txt', at('Taliban'), 'Tag as ORG');
    expect(lines().map((a) => a.kind)).toContain('review');
    await client.execute(ServerCommand.undoLast);
    await client.pick('a.txt', cursor('Taliban'), 'Suggest ORG here again: Taliban');
    expect(await words()).toEqual(ALL);
    await client.pick('a.txt', cursor('Taliban'), 'Refuse all 3 like this');
    await client.pick('a.txt', cursor('TALIBAN'), 'Suggest ORG for “Taliban” in this article again');
    expect(await words()).toEqual(ALL);
  });

  it('work in an editor that cannot resolve actions', async () => {
    await opened(MINIMAL);
    const offered = await client.codeActions('a.txt', cursor('Taliban'));
    const accept = offered.find((a) => a.title.startsWith('Accept all 3'));
    const command = accept && ('command' in accept ? accept.command : undefined);
    const [name, ...args] =
      typeof command === 'string'
        ? [command, ...((accept as { arguments?: unknown[] }).arguments ?? [])]
        : [command?.command ?? '', ...(command?.arguments ?? [])];
    expect(await client.execute(String(name), ...args)).toMatchObject({ done: true });
    expect(lines()).toHaveLength(3);
  });

  it('are not made on another version of the article', async () => {
    await opened();
    const [accept] = await client.codeActions('a.txt', cursor('Taliban'));
    await client.type('a.txt', 'Delegasi', 'Para delegasi');
    await client.choose(accept);
    expect(sidecar()).toBe('');
    expect(client.shown).toEqual([expect.stringContaining('changed since')]);
  });

  it('of a person are theirs alone', async () => {
    const project = JSON.stringify({ ...JSON.parse(PROJECT), annotators: ['ana', 'budi'] });
    client = await TestClient.start(VSCODE, { ...FILES, 'pressmark.json': project }, { annotator: 'ana' });
    await client.open('a.txt');
    await answer({ answer: 'refuse', scope: 'like' });
    expect(await words()).toEqual(['GPE Moskow', 'GPE Moskow']);
    expect(client.host.text(client.uri('a.txt.ana.ann.json'))).toContain('suggestion/ORG');
    client.stop();
    const files = { ...FILES, 'pressmark.json': project };
    const ana = client.host.text(client.uri('a.txt.ana.ann.json')) ?? '';
    client = await TestClient.start(VSCODE, { ...files, 'a.txt.ana.ann.json': ana }, { annotator: 'budi' });
    await client.open('a.txt');
    expect(await words()).toEqual(ALL);
  });

  it('write a damaged name rightly, where the user chooses so and no rule does', async () => {
    const article = 'Delegasi Zorbakstan tiba di Moskow pada hari Senin.\n';
    const entities = ENTITIES + entity('local:1', 'ORG', 'Zorbakistan');
    await opened(VSCODE, { ...FILES, 'a.txt': article, 'entities.jsonl': entities });
    expect(await suggested()).toContainEqual(
      expect.objectContaining({ text: 'Zorbakstan', label: 'ORG', source: 'near' }),
    );
    await client.pick('a.txt', cursor('Zorbakstan'), 'Write “Zorbakistan”');
    expect(client.document('a.txt').getText()).toContain('Delegasi Zorbakistan tiba');
    expect(await words()).toEqual(['ORG Zorbakistan', 'GPE Moskow', 'DATE Senin']);
    expect(await titles(cursor('Zorbakistan'))).not.toContainEqual(expect.stringContaining('Write'));
  });
});
