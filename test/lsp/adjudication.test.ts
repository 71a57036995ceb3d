import { afterEach, describe, expect, it } from 'vitest';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import {
  type AdjudicationGroup,
  type AdjudicationListItem,
  AdjudicationListRequest,
  AdjudicationRequest,
  type AdjudicationView,
  ApplyRuleRequest,
  DecideRequest,
  LayerCountRequest,
} from '../../server/src/lsp/protocol/adjudication.ts';
import { type CommandResult, ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const TEXT = '😀 Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia di New York.\n';
const PROJECT = JSON.stringify({
  annotators: [{ name: 'quirin', title: 'Quirin Zeller' }, 'xaviera', 'yolanda'],
  blind: true,
});

function tag(words: string, label: string, suffix: string, note?: string): Annotation {
  const start = TEXT.indexOf(words);
  const made = newSpan({ article: TEXT, range: { start, end: start + words.length }, label, suffix });
  return note === undefined ? made : { ...made, note };
}

const DONE: Annotation = { kind: 'status', id: 'status', status: 'done', rev: revisionOf(TEXT), extra: [] };
const FILES = {
  'pressmark.json': PROJECT,
  'a.txt': TEXT,
  'b.txt': TEXT,
  'a.txt.quirin.ann.json': serializeSidecar([
    tag('Taliban', 'ORG', 'qqqqq1', 'as in the guideline – quirin'),
    tag('Moskow', 'GPE', 'qqqqq2'),
    tag('New York', 'GPE', 'qqqqq3'),
    DONE,
  ]),
  'a.txt.xaviera.ann.json': serializeSidecar([
    tag('Taliban', 'NORP', 'xxxxx1', 'a movement'),
    tag('Moskow', 'GPE', 'xxxxx2'),
    DONE,
  ]),
  'a.txt.yolanda.ann.json': serializeSidecar([tag('Rusia', 'GPE', 'yyyyy1')]),
  'b.txt.quirin.ann.json': serializeSidecar([DONE]),
};

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = FILES): Promise<TestClient> {
  client = await TestClient.start(VSCODE, files);
  await client.open('a.txt');
  return client;
}

const ask = <T>(method: string, params: object): Promise<T> =>
  client.connection.sendRequest<T>(method, params);
const view = (more: object = {}) =>
  ask<AdjudicationView>(AdjudicationRequest, { uri: client.uri('a.txt'), ...more });
const decide = (group: AdjudicationGroup, choice: object, more: object = {}) =>
  ask<CommandResult>(DecideRequest, {
    uri: client.uri('a.txt'),
    version: 1,
    key: group.key,
    choice,
    ...more,
  });
const gold = () =>
  parseSidecar(client.host.text(client.uri('a.txt.gold.ann.json')) ?? '').annotations.map(
    (e) => e.annotation,
  );
const named = (groups: readonly AdjudicationGroup[], words: string): AdjudicationGroup => {
  const found = groups.find((g) => g.versions.some((v) => v.text === words));
  if (!found) throw new Error(`no group for “${words}”`);
  return found;
};

describe('adjudication', () => {
  it('compares those who are done, with their sentences, in a blind project too', async () => {
    await opened();
    const { annotators, waiting, groups, version } = await view();
    expect({ annotators, waiting, version }).toEqual({
      annotators: ['Quirin Zeller', 'xaviera'],
      waiting: 1,
      version: 1,
    });
    expect(groups.map((g) => [g.kind, g.state, g.having, g.of, g.line])).toEqual([
      ['label', 'open', 2, 2, 1],
      ['agreed', 'open', 2, 2, 1],
      ['missing', 'open', 1, 2, 2],
    ]);
    const [first] = groups;
    expect(first?.context).toContain('Delegasi Taliban tiba di Moskow.');
    for (const { marks, text } of first?.versions ?? [])
      expect(marks.map((m) => first?.context.slice(m.start, m.end))).toEqual([text]);
    expect(first?.range).toEqual(client.rangeOf('a.txt', 'Taliban'));
    expect((await view({ all: true })).annotators).toEqual(['Quirin Zeller', 'xaviera', 'yolanda']);
  });

  it('tells nothing of who is who where people are anonymous', async () => {
    await opened();
    await decide(named((await view()).groups, 'Taliban'), { kind: 'take', versions: [0] });
    const answer = await view({ anonymous: true, all: true });
    expect(answer.annotators).toEqual(['A', 'B', 'C']);
    expect(JSON.stringify(answer)).not.toMatch(/quirin|zeller|xaviera|yolanda/i);
    expect(JSON.stringify(answer)).toContain('a movement');
    expect(await view({ anonymous: true, all: true })).toEqual(answer);
  });

  it('creates the gold layer with what was decided and why, and takes it back', async () => {
    await opened();
    const group = named((await view()).groups, 'Taliban');
    const org = group.versions.findIndex((v) => v.label === 'ORG');
    const result = await decide(group, { kind: 'take', versions: [org] }, { note: ' guideline 3 ' });
    expect(result).toMatchObject({ done: true, sidecar: client.uri('a.txt.gold.ann.json') });
    expect(gold()).toMatchObject([
      { kind: 'span', label: 'ORG', start: 11, text: 'Taliban', decision: 'decided', note: 'guideline 3' },
      { kind: 'record', delete: true, ref: expect.stringMatching(/^xaviera:/) },
    ]);
    const after = named((await view()).groups, 'Taliban');
    expect(after).toMatchObject({
      key: group.key,
      state: 'settled',
      gold: [{ label: 'ORG', note: 'guideline 3' }],
    });
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(gold()).toEqual([]);
    expect(named((await view()).groups, 'Taliban').state).toBe('open');
  });

  it('takes neither, or what nobody said', async () => {
    await opened();
    const { groups } = await view();
    await decide(named(groups, 'New York'), { kind: 'take', versions: [] });
    const range = client.rangeOf('a.txt', 'Delegasi Taliban');
    await decide(named(groups, 'Taliban'), { kind: 'change', label: 'ORG', range });
    expect(gold()).toMatchObject([
      { kind: 'span', label: 'ORG', text: 'Delegasi Taliban', sources: { length: 2 } },
      { kind: 'record', delete: true },
    ]);
    const refused = await decide(named(groups, 'Taliban'), { kind: 'change', label: 'NOPE', range });
    expect(refused).toMatchObject({ done: false, message: expect.stringContaining('NOPE') });
  });

  it('takes no place that a group has no version at for “none of them”', async () => {
    await opened();
    const group = named((await view()).groups, 'New York');
    for (const versions of [[99], ['0'], [-1], [0, 0.5], [null]])
      expect(await decide(group, { kind: 'take', versions })).toMatchObject({ done: false });
    expect(gold()).toEqual([]);
  });

  it('refuses what was shown before the article or a tag changed', async () => {
    await opened();
    const group = named((await view()).groups, 'Taliban');
    const layer = client.uri('a.txt.xaviera.ann.json');
    client.host.write(layer, (client.host.text(layer) ?? '').replace('"NORP"', '"PER"'));
    expect(await decide(group, { kind: 'take', versions: [1] })).toMatchObject({ done: false });
    expect(await decide(group, { kind: 'take', versions: [1] }, { version: 7 })).toMatchObject({
      done: false,
    });
    expect(gold()).toEqual([]);
  });

  it('applies a rule, and leaves the rest', async () => {
    await opened();
    const params = { uri: client.uri('a.txt'), rule: 'unanimous' };
    expect(await ask(ApplyRuleRequest, params)).toMatchObject({ done: true });
    expect(gold()).toMatchObject([{ label: 'GPE', text: 'Moskow', decision: 'unanimous' }]);
    expect(await ask(ApplyRuleRequest, params)).toMatchObject({ done: false });
    expect((await view()).groups.map((g) => g.state)).toEqual(['open', 'settled', 'open']);
  });

  it('decides nothing while a layer cannot be read, and writes to no gold layer that is broken', async () => {
    await opened({ ...FILES, 'a.txt.xaviera.ann.json': '{"pressmark":1,"annotations":[oops' });
    const { problem, groups } = await view();
    expect(problem).toContain('a.txt.xaviera.ann.json');
    expect((await view({ anonymous: true })).problem).not.toContain('xaviera');
    const [group] = groups;
    if (group) expect(await decide(group, { kind: 'take', versions: [0] })).toMatchObject({ done: false });
    await client.stop();
    const broken = '{"pressmark":1,"annotations":[oops';
    await opened({ ...FILES, 'a.txt.gold.ann.json': broken });
    const [first] = (await view()).groups;
    if (!first) throw new Error('no group');
    expect(await decide(first, { kind: 'take', versions: [0] })).toMatchObject({ done: false });
    expect(client.host.text(client.uri('a.txt.gold.ann.json'))).toBe(broken);
  });

  it('lists the articles that several people annotated, and counts layers', async () => {
    await opened();
    const list = await ask<AdjudicationListItem[]>(AdjudicationListRequest, {});
    expect(list).toEqual([
      {
        uri: client.uri('a.txt'),
        path: 'a.txt',
        annotators: 2,
        waiting: 1,
        groups: 3,
        open: 3,
        unreadable: false,
      },
    ]);
    expect(await ask(AdjudicationListRequest, { folder: client.uri('elsewhere') })).toEqual([]);
    expect(await ask(LayerCountRequest, { uri: client.uri('a.txt') })).toBe(3);
    expect(await ask(LayerCountRequest, { uri: client.uri('b.txt') })).toBe(1);
  });
});
