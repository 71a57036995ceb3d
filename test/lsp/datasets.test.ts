import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  type DatasetRefusal,
  type ExportParams,
  ExportRequest,
  type ExportView,
  FormatsRequest,
  type FormatsView,
  type ImportParams,
  ImportRequest,
  type ImportView,
  type ReportView,
} from '../../server/src/lsp/protocol/datasets.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { FOLDER, TestClient } from '../support/lsp/client.ts';
import { memoryOutput } from '../support/lsp/memoryOutput.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

let client: TestClient;
afterEach(() => client.stop());

const TEXT = 'Anna Kern met 😀 Lin Wu in Hanoi.\nThey left on Monday.\n';
const OUT = 'file:///out/brat-shared';

const FILES = {
  'a.txt': TEXT,
  'a.txt.ann.json': sidecarOf(TEXT, [
    ['Anna Kern', 'PER'],
    ['Kern met', 'EVENT'],
    ['Lin Wu', 'PER'],
  ]),
};

async function start(files: Readonly<Record<string, string>> = FILES, options: object = {}): Promise<void> {
  client = await TestClient.start(VSCODE, files, options);
  client.host.output = memoryOutput(client.host.contents);
}

const exporting = (params: Partial<ExportParams> = {}) =>
  client.connection.sendRequest<ExportView & DatasetRefusal>(ExportRequest, {
    format: 'brat',
    layer: 'shared',
    align: 'expand',
    folder: OUT,
    preview: false,
    ...params,
  });

const importing = (params: Partial<ImportParams> = {}) =>
  client.connection.sendRequest<ImportView & DatasetRefusal>(ImportRequest, {
    sources: ['file:///in/b.jsonl'],
    into: FOLDER,
    unknownLabels: 'keep',
    preview: false,
    ...params,
  });

/** What stands at each link of a report, and where it leads. */
const linked = ({ text, links }: ReportView) =>
  links.map(({ line, start, end, uri, at }) => [
    text.split('\n')[line]?.slice(start, end),
    uri,
    at.line,
    at.character,
  ]);

const written = () => [...client.host.contents.keys()].filter((uri) => uri.startsWith('file:///out/'));

describe('pressmark/formats', () => {
  it('says what each format cannot hold, in the client’s language', async () => {
    await start();
    const view = await client.connection.sendRequest<FormatsView>(FormatsRequest, {});
    const conll = view.formats.find((f) => f.name === 'conll');
    expect(conll).toMatchObject({ writes: true, reads: true, aligns: true });
    expect(conll?.limits).toMatch(/^Leaves out: .*relations/);
    expect(view.formats.find((f) => f.name === 'gate')).toMatchObject({ writes: false, reads: true });
    expect(view.layers.map((l) => l.name)).toEqual(['shared', 'gold']);
    expect(view.annotators).toEqual([]);
  });

  it('offers nobody else’s layer where people annotate blind, and exports none', async () => {
    const project = JSON.stringify({ annotators: ['ana', 'ben'], blind: true });
    await start({ 'pressmark.json': project, 'a.txt': TEXT }, { annotator: 'ana' });
    const view = await client.connection.sendRequest<FormatsView>(FormatsRequest, {});
    expect(view.layers.map((l) => l.name)).toEqual(['ana']);
    expect(view.annotators).toEqual(['ana', 'ben']);
    expect((await exporting({ layer: 'ben' })).refused).toContain('ben');
    expect((await exporting({ layer: 'all', preview: true })).refused).toContain('all');
  });
});

describe('pressmark/export', () => {
  it('tells first what would be lost, and writes nothing', async () => {
    await start();
    const view = await exporting({ format: 'conll', preview: true });
    expect(view.losses).toBe(1);
    expect(view.sentence).toBe('Articles: 1. Annotations kept: 2, changed: 0, left out: 1.');
    expect(view.report.text).toMatch(/\ntags +2 +0 +1\n/);
    expect(view.report.text).toContain('a.txt:1: EVENT “Kern met”: ');
    expect(linked(view.report)).toEqual([['a.txt:1', `${FOLDER}/a.txt`, 0, 0]]);
    expect(written()).toEqual([]);
  });

  it('writes the dataset, whole or not at all', async () => {
    await start();
    const view = await exporting();
    expect(view.sentence).toBe('Exported. Articles: 1. Annotations kept: 3, changed: 0, left out: 0.');
    expect(written().filter((uri) => uri.endsWith('.ann'))).toEqual([`${OUT}/data/a.ann`]);
    expect(client.host.text(`${OUT}/data/a.ann`)).toContain('PER 16 22\tLin Wu');
    expect((await exporting()).refused).not.toBe('');
  });

  it('refuses a folder that the corpus would take for articles', async () => {
    await start();
    expect((await exporting({ folder: `${FOLDER}/brat` })).refused).toContain('articles of the corpus');
    expect((await exporting({ split: '80/x' })).refused).toContain('80/10/10');
    expect((await exporting({ format: 'gate' })).refused).toContain('only read');
  });

  it('writes nothing where nobody may write', async () => {
    await start();
    delete client.host.output;
    expect((await exporting()).refused).toContain('not trusted');
    expect((await exporting({ preview: true })).losses).toBe(0);
  });

  it('stops when it is told to', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`x${i}.txt`, `${TEXT}${i}\n`]));
    await start({ ...FILES, ...many });
    const source = new CancellationTokenSource();
    const params = { format: 'brat', layer: 'shared', align: 'expand', folder: OUT, preview: false };
    const asked = client.connection.sendRequest(ExportRequest, params, source.token);
    source.cancel();
    await expect(asked).rejects.toThrow();
    expect(written().filter((uri) => uri.startsWith(`${OUT}/`))).toEqual([]);
  });
});

const LINE = '{"text":"Anna met 😀 Lin in Hanoi.","label":[[0,4,"PER"],[12,15,"PER"],[19,24,"CITY"]]}\n';

describe('pressmark/import', () => {
  it('shows first what would become of it, then does it, once', async () => {
    await start();
    client.host.write('file:///in/b.jsonl', LINE);
    const before = new Map(client.host.contents);
    const preview = await importing({ preview: true });
    expect(preview).toMatchObject({ added: 3, unknownNames: [{ name: 'CITY' }], stopped: false });
    expect(preview.report.text).toContain('doccano');
    expect(client.host.contents).toEqual(before);
    const done = await importing({ unknownLabels: 'add' });
    expect(done.sentence).toMatch(/^Imported\. New annotations: 3, new articles: 1\./);
    expect(client.host.text(`${FOLDER}/pressmark.json`)).toContain('"CITY"');
    const article = [...client.host.contents.keys()].find((uri) => /\/b[^/]*\.txt$/.test(uri)) ?? '';
    expect(client.host.text(article)).toBe('Anna met 😀 Lin in Hanoi.');
    expect(client.host.text(`${article}.ann.json`)).toContain(
      '"start":11,"end":14,"label":"PER","text":"Lin"',
    );
    expect(await importing({ unknownLabels: 'add', preview: true })).toMatchObject({ added: 0 });
  });

  it('puts new articles where the corpus has its own', async () => {
    await start({ 'pressmark.json': '{"include":["news/**/*.txt"]}', 'news/id/a.txt': TEXT });
    client.host.write('file:///in/b.jsonl', LINE);
    expect((await importing()).report.text).toContain('\n- news/id/b');
    expect([...client.host.contents.keys()].some((uri) => /news\/id\/b[^/]*\.txt$/.test(uri))).toBe(true);
  });

  it('imports nothing of a file that is broken, and says where', async () => {
    await start();
    client.host.write('file:///in/b.jsonl', `${LINE}{"text":"cut of`);
    const before = new Map(client.host.contents);
    const view = await importing();
    expect(view.stopped).toBe(true);
    expect(view.report.text).toContain('b.jsonl:2');
    expect(client.host.contents).toEqual(before);
  });

  it('asks for a format where none is known', async () => {
    await start();
    client.host.write('file:///in/notes.doc', 'nothing of that kind');
    const view = await importing({ sources: ['file:///in/notes.doc'] });
    expect(view).toMatchObject({ stopped: true, added: 0 });
  });
});
