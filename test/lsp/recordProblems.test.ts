import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { AnnotationsRequest, type AnnotationView } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';
import { ARTICLE, TALIBAN } from '../support/talibanArticle.ts';
import { record } from '../unit/core/annotations/records/layers.ts';

const PROJECT = '{ "annotators": ["ana", "budi", "dewi"] }';
const CHANGED = { ...TALIBAN, label: 'GPE' } as Annotation;

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, Annotation[]>, project = PROJECT): Promise<void> {
  const sidecars = Object.entries(files).map(([name, all]) => [
    `a.txt.${name}.ann.json`,
    serializeSidecar(all),
  ]);
  client = await TestClient.start(
    VSCODE,
    { 'a.txt': ARTICLE, 'pressmark.json': project, ...Object.fromEntries(sidecars) },
    { annotator: 'budi' },
  );
  await client.open('a.txt');
}

/** What is said of the records of a sidecar: line, code and the beginning of the message. */
async function said(name: string): Promise<[number, unknown, string][]> {
  await client.open(`a.txt.${name}.ann.json`);
  return (await client.pull(`a.txt.${name}.ann.json`))
    .filter((d) => String(d.code).startsWith('annotation/'))
    .map((d) => [d.range.start.line, d.code, `${d.severity} ${d.message}`]);
}

const says = (id: string, what: object) => record(id, TALIBAN, what);

async function views(): Promise<AnnotationView[]> {
  return client.connection.sendRequest(AnnotationsRequest, { uri: client.uri('a.txt') });
}

describe('a record that changes nothing', () => {
  it.each([
    ['has changed since', { ana: [CHANGED], budi: [says('1', { delete: true })] }],
    ['is not there', { ana: [], budi: [says('1', { accept: true })] }],
    ['is not there', { ana: [], budi: [says('1', { comment: 'why?' })] }],
    [
      'Several annotations have the id',
      { ana: [TALIBAN], dewi: [TALIBAN], budi: [says('1', { accept: true })] },
    ],
    [
      'Others see',
      { ana: [TALIBAN], budi: [says('1', { delete: true })], dewi: [says('2', { accept: true })] },
    ],
    ['in the same file', { budi: [says('00000001', { delete: true }), TALIBAN] }],
    ['The key "id" is not', { ana: [TALIBAN], budi: [says('1', { set: { id: 'x' } })] }],
  ])('is told of at its line, quietly: %s', async (message, files) => {
    await opened(files);
    expect(await said('budi')).toEqual([[3, 'annotation/disagreement', expect.stringContaining(message)]]);
    const severities = (await client.pull('a.txt.budi.ann.json')).map((d) => d.severity);
    expect(severities).toEqual([3]);
    expect((await client.pull('a.txt')).filter((d) => d.code === 'annotation/disagreement')).toEqual([]);
  });

  it('may have done its work', async () => {
    await opened({ ana: [CHANGED], budi: [says('1', { set: { label: 'GPE' } })] });
    expect(await said('budi')).toEqual([
      [3, 'annotation/record-done', expect.stringContaining('can be deleted')],
    ]);
  });

  it('is not told of where it counts, or where nobody sees the others', async () => {
    await opened({ ana: [TALIBAN], budi: [says('1', { delete: true })] });
    expect(await said('budi')).toEqual([]);
    client.stop();
    await opened({ budi: [says('1', { delete: true })] }, PROJECT.replace('{', '{ "blind": true,'));
    expect(await said('budi')).toEqual([]);
  });
});

describe('the drawing of a tag', () => {
  it.each([
    ['changed', [says('1', { set: { label: 'PER' } })], []],
    ['struck', [says('1', { delete: true })], []],
    ['disputed', [says('1', { delete: true })], [says('2', { accept: true })]],
    [undefined, [says('1', { accept: true })], [says('2', { comment: 'good' })]],
  ])('tells that it is %s', async (standing, budi, dewi) => {
    await opened({ ana: [TALIBAN], budi, dewi });
    expect((await views()).map((v) => v.standing)).toEqual([standing]);
  });
});
