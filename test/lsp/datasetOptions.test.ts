import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SAID_OTHERWISE } from '../../server/src/lsp/editorWords.ts';
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
  OptionRequest,
} from '../../server/src/lsp/protocol/datasets.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { FOLDER, TestClient } from '../support/lsp/client.ts';
import { memoryOutput } from '../support/lsp/memoryOutput.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

let client: TestClient;
afterEach(() => client.stop());

const ENGLISH = 'Anna Kern met Lin Wu in Hanoi on Monday, and both of them left the town early.\n';
const INDONESIAN = 'Anna Kern tiba di Hanoi pada hari Senin, dan keduanya pergi dari kota itu lebih awal.\n';
const OUT = 'file:///out/set';

async function start(files: Readonly<Record<string, string>>): Promise<void> {
  client = await TestClient.start(VSCODE, files, {});
  client.host.output = memoryOutput(client.host.contents);
}

const corpus = () =>
  start({
    'news/a.txt': ENGLISH,
    'news/a.txt.ann.json': sidecarOf(ENGLISH, [
      ['Anna Kern', 'PER'],
      ['Hanoi', 'GPE'],
    ]),
    'id/b.txt': INDONESIAN,
    'id/b.txt.ann.json': sidecarOf(INDONESIAN, [['Anna Kern', 'PER']], { done: false }),
  });

const exporting = (params: Partial<ExportParams> = {}) =>
  client.connection.sendRequest<ExportView & DatasetRefusal>(ExportRequest, {
    format: 'conll',
    layer: 'shared',
    align: 'strict',
    folder: OUT,
    preview: false,
    ...params,
  });

const out = (file: string) => client.host.text(`${OUT}/${file}`) ?? '';

describe('options of an export', () => {
  it('are told with each format, and a value is checked before it is used', async () => {
    await corpus();
    const { formats, labels } = await client.connection.sendRequest<FormatsView>(FormatsRequest, {});
    const scheme = formats.find((f) => f.name === 'conll')?.options.find((o) => o.name === 'scheme');
    expect(scheme).toMatchObject({ byDefault: 'auto', uses: 'both' });
    expect(scheme?.values).toContain('bioes');
    expect(labels.slice(0, 2)).toEqual(['PER', 'ORG']);
    const check = (option: string, value: string, format = 'conll') =>
      client.connection.sendRequest(OptionRequest, { format, option, value });
    expect(await check('columns', 'form,tag')).toBeNull();
    expect(await check('columns', 'tag,tag')).toMatch(/form/);
    expect(await check('negatives', '3', 'sentences')).toBeNull();
    expect(await check('negatives', 'many', 'sentences')).toMatch(/whole number/);
  });

  it('are the format’s own', async () => {
    await corpus();
    await exporting({ options: { scheme: 'bioes' } });
    expect(out('data.conll')).toMatch(/^Hanoi .*S-GPE$/m);
    expect((await exporting({ options: { scheme: 'xyz' }, folder: `${OUT}2` })).refused).toContain('bioes');
  });

  it('choose labels, languages, articles and folders', async () => {
    await corpus();
    const sentence = async (params: Partial<ExportParams>) =>
      (await exporting({ ...params, preview: true })).sentence;
    expect(await sentence({})).toMatch(/^Articles: 2\. Annotations kept: 3,/);
    expect(await sentence({ labels: ['GPE'] })).toMatch(/Annotations kept: 1,/);
    expect(await sentence({ languages: ['id'] })).toMatch(/^Articles: 1\. Annotations kept: 1,/);
    expect(await sentence({ within: [`${FOLDER}/news`] })).toMatch(/^Articles: 1\. Annotations kept: 2,/);
    expect(await sentence({ done: true })).toMatch(/^Articles: 1\. Annotations kept: 2,/);
    expect((await exporting({ labels: ['XYZ'], preview: true })).refused).toContain('XYZ');
  });

  it('write the dataset card, its metadata and the split, as the command line does', async () => {
    await corpus();
    const view = await exporting({ split: 'train=50,test=50' });
    expect(out('README.md')).toMatch(/^---\n/);
    expect(JSON.parse(out('croissant.json'))).toMatchObject({ '@type': 'sc:Dataset' });
    expect(out('split.jsonl').trim().split('\n')).toHaveLength(2);
    expect(view.report.text).toContain('What the parts have in common');
  });

  it('are held to the project of the articles: a blind one beside it changes nothing', async () => {
    const blind = JSON.stringify({ annotators: ['ana', 'ben'], blind: true });
    await start({
      'news/a.txt': ENGLISH,
      'news/a.txt.ann.json': sidecarOf(ENGLISH, [['Hanoi', 'GPE']]),
      'team/pressmark.json': blind,
      'team/c.txt': ENGLISH,
      'team/c.txt.ben.ann.json': sidecarOf(ENGLISH, [['Hanoi', 'GPE']]),
    });
    expect((await exporting({ within: [`${FOLDER}/news`] })).sentence).toMatch(/^Exported\. Articles: 1\./);
    const refused = async (layer: string, folder: string) =>
      (await exporting({ layer, within: [`${FOLDER}/${folder}`], preview: true })).refused;
    expect(await refused('ben', 'team')).toContain('without seeing each other');
    expect(await refused('shared', '')).toContain('without seeing each other');
  });

  it('replace an older export where that is wished, and nothing else', async () => {
    await corpus();
    await exporting();
    expect((await exporting()).refused).toContain('already');
    expect((await exporting({ force: true, labels: ['GPE'] })).sentence).toMatch(/kept: 1,/);
    client.host.write('file:///out/mine/notes.md', 'mine');
    expect((await exporting({ force: true, folder: 'file:///out/mine' })).refused).not.toBe('');
    expect(client.host.text('file:///out/mine/notes.md')).toBe('mine');
  });

  it('take names of folders as they are', async () => {
    await corpus();
    await exporting({ folder: 'file:///out/100%25%20new' });
    expect(JSON.parse(client.host.text('file:///out/100%25%20new/export.json') ?? '')).toMatchObject({
      name: '100% new',
    });
  });
});

describe('an export of sentences', () => {
  const tagged = () =>
    start({ 'a.txt': ENGLISH, 'a.txt.ann.json': sidecarOf(ENGLISH, [[ENGLISH.trim(), 'UNTRANSLATED']]) });

  it('is counted first, then written with its card', async () => {
    await tagged();
    const sentences = { format: 'sentences', options: { file: 'csv', negatives: '2' } };
    const preview = await exporting({ ...sentences, preview: true });
    expect(preview.sentence).toMatch(/^Sentences: 1, of these bad ones: 1\./);
    const view = await exporting(sentences);
    expect(view.report.text).toMatch(/\nUNTRANSLATED +1\n/);
    expect(out('data.csv')).toContain('UNTRANSLATED');
    expect(out('README.md')).toMatch(/^---\n/);
  });

  it('says what is wrong with what was asked', async () => {
    await tagged();
    const refused = async (options: Record<string, string>) =>
      (await exporting({ format: 'sentences', options, preview: true })).refused;
    expect(await refused({ file: 'docx' })).toContain('jsonl, csv, parquet');
    expect(await refused({ negatives: '-1' })).toContain('whole number');
  });
});

const importing = (params: Partial<ImportParams> = {}) =>
  client.connection.sendRequest<ImportView & DatasetRefusal>(ImportRequest, {
    sources: ['file:///in/b.jsonl'],
    into: FOLDER,
    unknownLabels: 'keep',
    preview: false,
    ...params,
  });

describe('options of an import', () => {
  it('map names, and say which names of the project are near', async () => {
    await start({});
    client.host.write(
      'file:///in/b.jsonl',
      '{"text":"Anna met Lin in Hanoi.","label":[[0,4,"PERSON"],[9,12,"PERSON"],[16,21,"X"]]}\n',
    );
    const preview = await importing({ preview: true });
    expect(preview.unknownNames.map(({ name, about, known }) => [name, about, known[0]])).toEqual([
      ['PERSON', 'a label, 2 times', 'PER'],
      ['X', 'a label, 1 times', 'PER'],
    ]);
    const done = await importing({ names: { PERSON: 'PER', X: '' } });
    expect(done).toMatchObject({ added: 2, unknownNames: [] });
  });

  it('are asked for in words of the editor, not of the command line', async () => {
    const bundle = readFileSync(join(import.meta.dirname, '../../l10n/bundle.l10n.id.json'), 'utf8');
    const said = Object.keys(JSON.parse(bundle));
    expect(SAID_OTHERWISE.filter((sentence) => !said.includes(sentence))).toEqual([]);
    await start({ 'pressmark.json': '{"annotators":["ana","ben"]}' });
    client.host.write('file:///in/b.jsonl', '{"text":"Anna.","label":[[0,4,"PER"]],"annotator":"zoe"}\n');
    client.host.write('file:///in/b.doc', 'nothing');
    const { report } = await importing({ sources: ['file:///in/b.jsonl', 'file:///in/b.doc'] });
    expect(report.text).toContain('choose its format yourself');
    expect(report.text).not.toContain('--');
  });

  it('say where positions count otherwise than the format says, and let people choose', async () => {
    await start({});
    client.host.write(
      'file:///in/b.jsonl',
      '{"text":"😀😀😀 Anna met Lin.","label":[[4,8,"PER"],[13,16,"PER"]]}\n',
    );
    const preview = await importing({ preview: true });
    expect(preview.unclearOffsets).toHaveLength(1);
    expect(preview.unclearOffsets[0]).toMatch(/^b\.jsonl: /);
    const done = await importing({ offsets: 'codePoint' });
    expect(done.unclearOffsets).toEqual([]);
    const sidecar = [...client.host.contents.keys()].find((uri) => uri.endsWith('.ann.json')) ?? '';
    expect(client.host.text(sidecar)).toContain('"text":"Anna"');
  });
});
