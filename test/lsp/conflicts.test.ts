import { afterEach, describe, expect, it } from 'vitest';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { mergeSidecars } from '../../server/src/core/annotations/merge3.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\n';
const SIDECAR = 'a.txt.ann.json';

function tag(quote: string, label: string) {
  const start = ARTICLE.indexOf(quote);
  return newSpan({
    article: ARTICLE,
    range: { start, end: start + quote.length },
    label,
    suffix: quote.padEnd(6).slice(0, 6).trim().toLowerCase().padEnd(6, '0'),
  });
}

const BASE = serializeSidecar([tag('Moskow', 'LOC')]);
const OURS = serializeSidecar([tag('Moskow', 'GPE'), tag('Rusia', 'GPE')]);
const THEIRS = serializeSidecar([tag('Moskow', 'ORG')]);

function merged(theirs = THEIRS): string {
  const result = mergeSidecars(BASE, OURS, theirs);
  if (!result.ok) throw new Error(result.reason.template);
  return result.text;
}

let client: TestClient;
afterEach(() => client.stop());

async function opened(sidecar: string): Promise<void> {
  client = await TestClient.start(VSCODE, { 'a.txt': ARTICLE, [SIDECAR]: sidecar });
  await client.open('a.txt');
  await client.open(SIDECAR);
}

const sidecar = () => client.document(SIDECAR).getText();
const labels = () =>
  annotationsOf(parseSidecar(sidecar())).map((a) =>
    a.kind === 'span' ? `${a.text}=${a.label}${a.conflict ? '!' : ''}` : a.kind,
  );

describe('a line that both sides of a merge changed', () => {
  it.each([
    ['Keep mine', ['Moskow=GPE', 'Rusia=GPE']],
    ['Take theirs', ['Moskow=ORG', 'Rusia=GPE']],
    ['Restore what was before', ['Moskow=LOC', 'Rusia=GPE']],
    ['Keep both', ['Moskow=GPE', 'Moskow=ORG', 'Rusia=GPE']],
  ])('is decided in the article: %s', async (title, after) => {
    await opened(merged());
    expect(labels()).toEqual(['Moskow=GPE!', 'Rusia=GPE']);
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), title);
    expect(labels().sort()).toEqual(after);
  });

  it('is decided in the sidecar, by one line', async () => {
    await opened(merged());
    await client.pick(SIDECAR, client.rangeOf(SIDECAR, '"id"'), 'Take theirs');
    expect(labels()).toEqual(['Moskow=ORG', 'Rusia=GPE']);
    expect(await client.codeActions(SIDECAR, client.rangeOf(SIDECAR, '"id"'))).toEqual([]);
  });

  it('is not decided twice', async () => {
    await opened(merged());
    const range = client.rangeOf('a.txt', 'Moskow');
    const late = (await client.codeActions('a.txt', range)).find((a) => a.title.startsWith('Keep mine'));
    await client.pick('a.txt', range, 'Take theirs');
    expect(await client.choose(late)).not.toHaveProperty('edit');
    expect(labels()).toEqual(['Moskow=ORG', 'Rusia=GPE']);
  });

  it('goes where one side removed it', async () => {
    await opened(merged(serializeSidecar([])));
    await client.pick('a.txt', client.rangeOf('a.txt', 'Moskow'), 'Take theirs');
    expect(labels()).toEqual(['Rusia=GPE']);
  });

  it('is shown in the article and in the sidecar', async () => {
    await opened(merged());
    const codes = async (file: string) => (await client.pull(file)).map((d) => d.code);
    expect(await codes('a.txt')).toContain('annotation/conflict');
    expect(await codes(SIDECAR)).toContain('sidecar/conflict-line');
  });
});

describe('a sidecar with conflict markers', () => {
  const head = '{\n"pressmark":1,\n"annotations":[\n';
  const rows = (text: string) => text.slice(head.length, text.indexOf('null\n'));
  const marked = `${head}<<<<<<< HEAD\n${rows(OURS)}||||||| base\n${rows(BASE)}=======\n${rows(THEIRS)}>>>>>>> other\nnull\n]}\n`;

  it.each([
    ['Merge both sides', ['Moskow=GPE!', 'Rusia=GPE']],
    ['Keep my side', ['Moskow=GPE', 'Rusia=GPE']],
    ['Keep their side', ['Moskow=ORG']],
  ])('is resolved: %s', async (title, after) => {
    await opened(marked);
    await client.pick(SIDECAR, client.rangeOf(SIDECAR, '======='), title);
    expect(labels()).toEqual(after);
    expect(parseSidecar(sidecar()).writable).toBe(true);
  });

  it('is left alone where the markers are not whole', async () => {
    await opened(marked.replace('=======\n', ''));
    const before = sidecar();
    await client.pick(SIDECAR, client.rangeOf(SIDECAR, '<<<<<<<'), 'Merge both sides').catch(() => undefined);
    expect(sidecar()).toBe(before);
  });
});
