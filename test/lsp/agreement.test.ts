import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  type AgreementRefusal,
  AgreementRequest,
  type AgreementView,
} from '../../server/src/lsp/protocol/agreement.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

let client: TestClient;
afterEach(() => client.stop());

const TEXT = 'Anna Kern met 😀 Lin Wu in Hanoi.\nA broken sentence stands here.\n';

const files = (project: object = {}) => ({
  'pressmark.json': JSON.stringify({ annotators: ['ana', 'ben'], ...project }),
  'sub/a.txt': TEXT,
  'sub/a.txt.ana.ann.json': sidecarOf(TEXT, [
    ['Anna Kern', 'PER'],
    ['Lin Wu', 'PER'],
    ['A broken sentence stands here.', 'GARBLED'],
  ]),
  'sub/a.txt.ben.ann.json': sidecarOf(TEXT, [
    ['Anna', 'PER'],
    ['Lin Wu', 'ORG'],
  ]),
});

const ask = (params: object = {}) =>
  client.connection.sendRequest<AgreementView & AgreementRefusal>(AgreementRequest, params);

describe('pressmark/agreement', () => {
  it('gives figures by pair and label, and the places of disagreement as LSP counts', async () => {
    client = await TestClient.start(VSCODE, files());
    const view = await ask();
    expect(view.annotators).toEqual(['ana', 'ben']);
    expect(view.labels).toEqual(['ORG', 'PER']);
    const f1 = view.figures.filter(({ topic }) => topic === 'f1 spans');
    expect(f1.find((f) => f.pair && f.label === undefined)).toMatchObject({
      pair: ['ana', 'ben'],
      value: 0,
      n: 4,
    });
    expect(view.topics.find(({ key }) => key === 'overlap spans')).toMatchObject({
      subject: 'Spans',
      byLabel: true,
    });
    expect(view.disagreements.map((d) => [d.path, d.kind, d.range.start, d.says])).toEqual([
      ['sub/a.txt', 'Other boundaries', { line: 0, character: 0 }, ['PER “Anna Kern”', 'PER “Anna”']],
      ['sub/a.txt', 'Other label', { line: 0, character: 17 }, ['PER', 'ORG']],
      ['sub/a.txt', 'Sentences that are GARBLED', { line: 1, character: 0 }, ['yes', 'no']],
    ]);
    expect(view.counts[0]).toBe('Articles: 1; compared: 1; not done by two people: 0.');
    expect(view.figures.some(({ topic }) => topic.startsWith('gamma'))).toBe(false);
  });

  it('shows others’ work in a blind project only to who knows that', async () => {
    client = await TestClient.start(VSCODE, files({ blind: true }));
    expect(await ask()).toEqual({ blind: true, refused: expect.stringContaining('blind') });
    expect((await ask({ aware: true })).disagreementCount).toBe(3);
  });

  it('says why nobody can be compared', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': TEXT });
    expect(await ask()).toEqual({
      blind: false,
      refused: expect.stringContaining('at least two annotators'),
    });
  });

  it('can be stopped', async () => {
    client = await TestClient.start(VSCODE, files());
    const source = new CancellationTokenSource();
    source.cancel();
    await expect(client.connection.sendRequest(AgreementRequest, {}, source.token)).rejects.toThrow(
      /cancel/i,
    );
  });
});
