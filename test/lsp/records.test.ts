import { afterEach, describe, expect, it } from 'vitest';
import {
  DocumentSymbolRequest,
  HoverRequest,
  type InlayHint,
  InlayHintRequest,
  MarkupContent,
  SymbolTag,
} from 'vscode-languageserver-protocol/node';
import type { Annotation, AnnotationRecord } from '../../server/src/core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { lineHash, serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';
import { annotation, record } from '../unit/core/annotations/records/layers.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\n';
const PROJECT = `{ "annotators": [{ "name": "ana", "title": "Ana *Putri*" }, "budi", "dewi"] }`;
const REV = '8a0b0f9a8d40';
const TALIBAN = annotation({
  id: '00000009-aaaaaa',
  start: 9,
  end: 16,
  label: 'ORG',
  text: 'Taliban',
  before: 'Delegasi ',
  after: ' tiba di Moskow.\nTaliban bertemu p',
  rev: REV,
});
const LINE = { line: 0, character: 11 };
const HERE = { start: LINE, end: LINE };

let client: TestClient;
afterEach(() => client.stop());

const sidecar = (...annotations: Annotation[]) => serializeSidecar(annotations);

async function openedBy(who: string, files: Record<string, Annotation[]>): Promise<void> {
  const sidecars = Object.entries(files).map(([name, all]) => [`a.txt.${name}.ann.json`, sidecar(...all)]);
  client = await TestClient.start(
    VSCODE,
    { 'a.txt': ARTICLE, 'pressmark.json': PROJECT, ...Object.fromEntries(sidecars) },
    { annotator: who },
  );
  await client.open('a.txt');
}

function linesOf(name: string): Annotation[] {
  return annotationsOf(parseSidecar(client.host.text(client.uri(`a.txt.${name}.ann.json`)) ?? ''));
}

async function titles(): Promise<string[]> {
  return (await client.codeActions('a.txt', HERE)).map((a) => a.title);
}

async function hints(): Promise<InlayHint[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
  const textDocument = { uri: client.uri('a.txt') };
  return (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
}

async function hover(): Promise<string> {
  const textDocument = { uri: client.uri('a.txt') };
  const found = await client.connection.sendRequest(HoverRequest.type, { textDocument, position: LINE });
  return MarkupContent.is(found?.contents) ? found.contents.value : '';
}

const says = (id: string, what: object): AnnotationRecord => record(id, TALIBAN, what);
const SHOULD_BE_PER = says('00000009-bbbbbb', { set: { label: 'PER' } });

describe('a word on another person’s tag', () => {
  it('is written into the own file only, and replaces the word before it', async () => {
    await openedBy('budi', { ana: [TALIBAN] });
    await client.pick('a.txt', HERE, 'Accept ORG of Ana *Putri*: Taliban');
    const [first] = linesOf('budi');
    expect(first).toMatchObject({ kind: 'record', ref: TALIBAN.id, accept: true, was: lineHash(TALIBAN) });
    await client.pick('a.txt', HERE, 'Say that ORG of Ana *Putri* should be PER');
    expect(linesOf('budi')).toMatchObject([{ id: first?.id, set: [{ key: 'label', json: '"PER"' }] }]);
    expect(linesOf('budi')[0]).not.toHaveProperty('accept');
    await client.pick('a.txt', HERE, 'Say that ORG of Ana *Putri* is wrong: Taliban');
    expect(linesOf('budi')).toMatchObject([{ id: first?.id, delete: true }]);
    await client.pick('a.txt', HERE, 'Take back your word on ORG of Ana *Putri*: Taliban');
    expect(linesOf('budi')).toEqual([]);
    expect(linesOf('ana')).toEqual([TALIBAN]);
  });

  it('can be taken back as the last thing done', async () => {
    await openedBy('budi', { ana: [TALIBAN] });
    await client.pick('a.txt', HERE, 'Accept ORG');
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(linesOf('budi')).toEqual([]);
  });

  it('names whose tag it is where two have the same id', async () => {
    await openedBy('budi', { ana: [TALIBAN], dewi: [TALIBAN] });
    await client.pick('a.txt', HERE, 'Say that ORG of dewi is wrong');
    expect(linesOf('budi')).toMatchObject([{ ref: `dewi:${TALIBAN.id}`, delete: true }]);
  });

  it('is not offered on gold, on one’s own tag, or to somebody without a file', async () => {
    await openedBy('ana', { ana: [TALIBAN], gold: [TALIBAN] });
    expect((await titles()).filter((t) => /^(Accept|Say|Take|Keep|Do)/.test(t))).toEqual([]);
    client.stop();
    await openedBy('nobody', { ana: [TALIBAN] });
    expect((await titles()).filter((t) => /^(Accept|Say|Take|Keep|Do)/.test(t))).toEqual([]);
  });

  it('is not offered on the own tags in a file of a former name', async () => {
    const project = '{ "annotators": [{ "name": "budi", "formerly": ["ana"] }] }';
    const files = { 'a.txt.ana.ann.json': sidecar(TALIBAN), 'a.txt.budi.ann.json': sidecar() };
    client = await TestClient.start(
      VSCODE,
      { 'a.txt': ARTICLE, 'pressmark.json': project, ...files },
      { annotator: 'budi' },
    );
    await client.open('a.txt');
    expect((await hints()).map((h) => h.label)).toEqual(['ORG']);
    expect((await titles()).filter((t) => /^(Accept|Say)/.test(t))).toEqual([]);
  });

  it('is refused where the tag has changed since it was offered', async () => {
    await openedBy('budi', { ana: [TALIBAN] });
    const offered = (await client.codeActions('a.txt', HERE)).find((a) => a.title.startsWith('Accept'));
    client.host.write(client.uri('a.txt.ana.ann.json'), sidecar({ ...TALIBAN, label: 'PER' } as Annotation));
    const resolved = await client.connection.sendRequest('codeAction/resolve', offered);
    expect(resolved).not.toHaveProperty('edit');
    expect(client.shown.join()).toContain('changed since you looked');
    expect(linesOf('budi')).toEqual([]);
  });

  it('leaves everybody free to tag the same words', async () => {
    await openedBy('budi', { ana: [TALIBAN] });
    await client.pick('a.txt', HERE, 'Tag as ORG: Taliban');
    expect(linesOf('budi')).toMatchObject([{ kind: 'span', label: 'ORG', start: 9 }]);
    expect(await titles()).not.toContain('Tag as ORG: Taliban');
  });
});

describe('words of others on one’s own tag', () => {
  it('can be followed', async () => {
    await openedBy('ana', { ana: [TALIBAN], budi: [SHOULD_BE_PER] });
    await client.pick('a.txt', HERE, 'Do as budi says: change to PER');
    expect(linesOf('ana')).toEqual([{ ...TALIBAN, label: 'PER' }]);
    expect(linesOf('budi')).toEqual([SHOULD_BE_PER]);
  });

  it('can be followed where they say that it is wrong, with the own answer removed', async () => {
    const wrong = says('00000009-bbbbbb', { delete: true });
    await openedBy('ana', { ana: [TALIBAN], budi: [wrong] });
    await client.pick('a.txt', HERE, 'Keep your ORG as it is: Taliban');
    expect(linesOf('ana')).toMatchObject([{ kind: 'record', accept: true }, TALIBAN]);
    expect(await titles()).not.toContain('Keep your ORG as it is: Taliban');
    await client.pick('a.txt', HERE, 'Do as budi says: remove the tag');
    expect(linesOf('ana')).toEqual([]);
  });

  it('can be answered, which makes them a disagreement', async () => {
    await openedBy('ana', { ana: [TALIBAN], budi: [SHOULD_BE_PER] });
    expect((await hints()).map((h) => h.label)).toEqual(['ORG → PER']);
    await client.pick('a.txt', HERE, 'Keep your ORG');
    expect((await hints()).map((h) => h.label)).toEqual(['ORG ≠']);
    await client.pick('a.txt', HERE, 'Take back your answer on ORG: Taliban');
    expect(linesOf('ana')).toEqual([TALIBAN]);
  });

  it('do not change what the own tag is to its owner', async () => {
    await openedBy('ana', { ana: [TALIBAN], budi: [SHOULD_BE_PER] });
    expect(await titles()).toContain('Remove ORG: Taliban');
    await client.pick('a.txt', HERE, 'Change label ORG to GPE');
    expect(linesOf('ana')).toEqual([{ ...TALIBAN, label: 'GPE' }]);
  });
});

describe('what people say', () => {
  const COMMENT = says('00000009-cccccc', {
    comment: 'See <b>[3](command:x)</b>',
    time: '2026-11-22T08:00:00Z',
  });

  it('stands in the hover, escaped, and in the tooltip of the inline tag', async () => {
    await openedBy('dewi', { ana: [TALIBAN], budi: [SHOULD_BE_PER, COMMENT] });
    const card = await hover();
    expect(card).toContain('**PER** instead of ORG');
    expect(card).toContain('Ana \\*Putri\\*');
    expect(card).toContain('budi: should be PER\\.');
    expect(card).toContain('Comments: 1\\.');
    expect(card).toContain('&lt;b&gt;\\[3\\]\\(command:x\\)');
    const [hint] = await hints();
    expect(hint).toMatchObject({ label: 'ORG → PER', tooltip: 'budi: should be PER.' });
  });

  it('stands in the outline', async () => {
    const wrong = says('00000009-bbbbbb', { delete: true });
    await openedBy('dewi', { ana: [TALIBAN], budi: [wrong] });
    const textDocument = { uri: client.uri('a.txt') };
    const outline = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const all = (outline ?? []).flatMap((s) => ('children' in s ? [s, ...(s.children ?? [])] : []));
    expect(all).toContainEqual(
      expect.objectContaining({ detail: 'ORG ✗ · ana', tags: [SymbolTag.Deprecated] }),
    );
  });

  it('strikes a tag that somebody calls wrong, until another accepts it', async () => {
    const wrong = says('00000009-bbbbbb', { delete: true, note: 'a place' });
    await openedBy('dewi', { ana: [TALIBAN], budi: [wrong] });
    expect((await hints())[0]).toMatchObject({
      label: 'ORG ✗',
      tooltip: 'budi: this tag is wrong. (“a place”)',
    });
    await client.pick('a.txt', HERE, 'Accept ORG');
    expect((await hints())[0]).toMatchObject({ label: 'ORG ≠' });
    expect(await hover()).toContain('Others see it differently');
  });
});
