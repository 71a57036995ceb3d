import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { lineHash, serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import {
  type CommentParams,
  CommentRequest,
  CommentsRequest,
  type ThreadView,
} from '../../server/src/lsp/protocol/comments.ts';
import { type CommandResult, ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';
import { ARTICLE, TALIBAN } from '../support/talibanArticle.ts';
import { annotation, record } from '../unit/core/annotations/records/layers.ts';

const PROJECT = '{ "annotators": [{ "name": "ana", "title": "Ana Putri" }, "budi", "dewi"] }';
const GONE = annotation({
  id: '00000040-bbbbbb',
  start: 40,
  end: 45,
  label: 'PER',
  text: 'Hilang',
  before: 'x',
  after: 'y',
  rev: '0123456789ab',
});
const OF_ANA = 'file:///corpus/a.txt.ana.ann.json';
const ABOUT = { sidecar: OF_ANA, id: TALIBAN.id };

let client: TestClient;
afterEach(() => client.stop());

async function openedBy(
  who: string | undefined,
  files: Record<string, Annotation[]>,
  project = PROJECT,
): Promise<void> {
  const sidecars = Object.entries(files).map(([name, all]) => [
    `a.txt${name}.ann.json`,
    serializeSidecar(all),
  ]);
  client = await TestClient.start(
    VSCODE,
    { 'a.txt': ARTICLE, 'pressmark.json': project, ...Object.fromEntries(sidecars) },
    who === undefined ? {} : { annotator: who },
  );
  await client.open('a.txt');
}

const threads = (): Promise<ThreadView[]> =>
  client.connection.sendRequest(CommentsRequest, { uri: client.uri('a.txt') });

function change(what: object): Promise<CommandResult> {
  const params = { uri: client.uri('a.txt'), ...what } as CommentParams;
  return client.connection.sendRequest(CommentRequest, params);
}

function linesOf(name: string): Annotation[] {
  return annotationsOf(parseSidecar(client.host.text(client.uri(`a.txt${name}.ann.json`)) ?? ''));
}

const said = (id: string, what: object, about = TALIBAN) => record(id, about, what);

describe('a comment', () => {
  it('is a line of the own file, with the time and the line it speaks of', async () => {
    await openedBy('budi', { '.ana': [TALIBAN] });
    expect(await threads()).toEqual([]);
    const result = await change({ kind: 'add', ...ABOUT, text: '  Why not <PER>?\nSee [3].  ' });
    expect(result).toMatchObject({ done: true, sidecar: 'file:///corpus/a.txt.budi.ann.json' });
    const [line] = linesOf('.budi');
    expect(line).toMatchObject({
      kind: 'record',
      ref: TALIBAN.id,
      comment: 'Why not <PER>?\nSee [3].',
      was: lineHash(TALIBAN),
      time: client.host.time(),
    });
    expect(line).not.toHaveProperty('by');
    expect(linesOf('.ana')).toEqual([TALIBAN]);
    const { start, end } = client.rangeOf('a.txt', 'Taliban');
    expect(await threads()).toMatchObject([
      {
        ...ABOUT,
        title: 'ORG “Taliban”, Ana Putri',
        range: { start, end },
        resolved: false,
        open: true,
        comments: [{ id: line?.id, author: 'budi', own: true, outdated: false }],
      },
    ]);
  });

  it('can be changed and deleted by whoever wrote it, and taken back', async () => {
    await openedBy('budi', { '.ana': [TALIBAN] });
    await change({ kind: 'add', ...ABOUT, text: 'first' });
    const [
      {
        comments: [comment],
      } = { comments: [] },
    ] = await threads();
    const own = { sidecar: comment?.sidecar, id: comment?.id };
    expect(await change({ kind: 'edit', ...own, text: 'second' })).toMatchObject({ done: true });
    expect(linesOf('.budi')).toMatchObject([{ id: comment?.id, comment: 'second', time: comment?.time }]);
    expect(await change({ kind: 'remove', ...own })).toMatchObject({ done: true });
    expect(linesOf('.budi')).toEqual([]);
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(linesOf('.budi')).toMatchObject([{ comment: 'second' }]);
  });

  it.each([
    ['the words of others', { kind: 'edit', sidecar: OF_ANA, id: '00000009-c', text: 'x' }, 'Only who wrote'],
    ['the words of others', { kind: 'remove', sidecar: OF_ANA, id: '00000009-c' }, 'Only who wrote'],
    ['nothing', { kind: 'add', ...ABOUT, text: ' \n' }, 'says nothing'],
    ['too much', { kind: 'add', ...ABOUT, text: 'x'.repeat(10_001) }, '10000'],
    ['what is gone', { kind: 'add', sidecar: OF_ANA, id: 'gone', text: 'x' }, 'no longer in its file'],
    ['what is gone', { kind: 'remove', sidecar: OF_ANA, id: 'gone' }, 'no longer in its file'],
    ['another file', { kind: 'add', sidecar: 'file:///etc/x', id: TALIBAN.id, text: 'x' }, 'no longer in'],
    ['nonsense', { kind: 'add', ...ABOUT, text: 7 }, 'without what it needs'],
  ])('is refused about %s', async (_, what, reason) => {
    await openedBy('budi', { '.ana': [TALIBAN, said('00000009-c', { comment: 'why?' })] });
    const result = await change(what);
    expect(result.done).toBe(false);
    expect(result.message).toContain(reason);
    expect(client.host.text(client.uri('a.txt.budi.ann.json'))).toBeUndefined();
  });

  it('in the shared file says who wrote it', async () => {
    await openedBy('Ana', { '': [TALIBAN] }, '{}');
    const shared = 'file:///corpus/a.txt.ann.json';
    await change({ kind: 'add', sidecar: shared, id: TALIBAN.id, text: 'mine' });
    expect(linesOf('')).toMatchObject([{ kind: 'record', comment: 'mine', by: 'Ana' }, TALIBAN]);
    client.host.write(
      shared,
      serializeSidecar([...linesOf(''), said('00000009-zzzzzz', { comment: 'yours', by: 'Budi' })]),
    );
    const [thread] = await threads();
    const own = thread?.comments.map((c) => [c.text, c.author, c.own]);
    expect(own?.toSorted()).toEqual([
      ['mine', 'Ana', true],
      ['yours', 'Budi', false],
    ]);
  });
});

describe('a thread', () => {
  it('holds what everybody says, in the order of time', async () => {
    await openedBy('dewi', {
      '.ana': [TALIBAN, said('00000009-c', { comment: 'second', time: '2026-11-22T08:00:01Z' })],
      '.budi': [said('00000009-d', { comment: 'first', time: '2026-11-22T08:00:00Z' })],
    });
    const [thread] = await threads();
    expect(thread?.comments.map((c) => [c.text, c.author, c.own])).toEqual([
      ['first', 'budi', false],
      ['second', 'Ana Putri', false],
    ]);
  });

  it('can be settled and taken up again, with one line each', async () => {
    await openedBy('dewi', { '.ana': [TALIBAN], '.budi': [said('00000009-d', { comment: 'why?' })] });
    await change({ kind: 'resolve', ...ABOUT, resolved: true });
    expect((await threads())[0]?.resolved).toBe(true);
    const [line] = linesOf('.dewi');
    await change({ kind: 'resolve', ...ABOUT, resolved: false });
    expect((await threads())[0]?.resolved).toBe(false);
    expect(linesOf('.dewi')).toMatchObject([{ id: line?.id, resolved: false }]);
    expect(linesOf('.budi')).toHaveLength(1);
  });

  it('stands at the top where its words, or its annotation, are gone', async () => {
    await openedBy('dewi', {
      '.ana': [GONE],
      '.budi': [said('00000009-d', { comment: 'lost' }, GONE), said('00000009-e', { comment: 'removed' })],
    });
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(await threads()).toMatchObject([
      { range: top, open: true, comments: [{ text: 'lost', outdated: false }] },
      { range: top, open: false, comments: [{ text: 'removed', outdated: true }] },
    ]);
  });

  it('moves with its words while somebody types', async () => {
    await openedBy('dewi', { '.ana': [TALIBAN], '.budi': [said('00000009-d', { comment: 'why?' })] });
    await client.type('a.txt', 'Delegasi', 'Para utusan');
    expect((await threads())[0]?.range).toEqual(client.rangeOf('a.txt', 'Taliban'));
  });

  it('is not shown to somebody who annotates blind, nor open to somebody without a file', async () => {
    const files = { '.ana': [TALIBAN], '.budi': [said('00000009-d', { comment: 'why?' })] };
    await openedBy('dewi', files, PROJECT.replace('{', '{ "blind": true,'));
    expect(await threads()).toEqual([]);
    client.stop();
    const own = { '.ana': [TALIBAN], '.dewi': [said('00000009-d', { comment: 'why?' })] };
    await openedBy('dewi', own, PROJECT.replace('{', '{ "blind": true,'));
    expect(await threads()).toEqual([]);
    client.stop();
    await openedBy('nobody', files);
    expect(await threads()).toMatchObject([{ open: false }]);
    expect(await change({ kind: 'add', ...ABOUT, text: 'x' })).toMatchObject({ done: false });
  });
});
