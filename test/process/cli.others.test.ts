import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { BUNDLE, buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const article = 'Rusia 😀 mengundang Taliban [resmi] ke Moskow.\n';
const tag = (label: string, quote: string) => ['annotate', 'a.txt', '--label', label, '--quote', quote];

describe('pressmark', () => {
  it('says what it can do', async () => {
    const corpus = new Corpus();
    for (const command of ['check', 'entities', 'annotate', 'validate', 'show', 'init', 'lsp']) {
      const { code, out, err } = await corpus.run([command, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Usage: pressmark ${command} [\\s\\S]*Ends with 0`));
    }
    expect(await corpus.run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(await corpus.run(['chek'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('check'),
    });
    expect((await corpus.run([])).code).toBe(2);
  });
});

describe('pressmark entities', () => {
  it('writes JSON as the contract says', async () => {
    const corpus = new Corpus({
      'a.txt': article,
      'entities.jsonl': '{"id":"Q42418","type":"ORG","name":"Taliban","names":{"und":["Taliban"]}}\nbroken\n',
      'b.txt': '',
    });
    const { out, err, code } = await corpus.run(['entities', '--format', 'json']);
    const output = v.parse(contracts.EntitiesOutput, JSON.parse(out));
    expect(output.articles.map((a) => a.path)).toEqual(['a.txt', 'b.txt']);
    expect(output.articles[0]?.mentions).toMatchObject([
      { start: 0, end: 5, text: 'Rusia', entity: 'Q159', name: 'Russia', type: 'GPE' },
      { start: 19, end: 26, text: 'Taliban', entity: 'Q42418', name: 'Taliban', type: 'ORG' },
    ]);
    expect(err).toMatch(/^entities\.jsonl:2:1: /);
    expect(code === 0 || code === 2).toBe(true);
    const lines = (await corpus.run(['entities', '--format', 'jsonl'])).out.trim().split('\n');
    expect(lines.map((line) => v.parse(contracts.ReadArticle, JSON.parse(line)).mentions.length)).toEqual([
      2, 0,
    ]);
    expect((await corpus.run(['entities'])).out).toMatch(/^a\.txt\n {2}1:1 +GPE +Rusia {2}Russia {2}Q159\n/);
  });
});

describe('pressmark entities with dates', () => {
  const text = 'Pemerintah Rusia mengirim utusan pada hari Selasa, 14 Maret 2019, kata kantor berita.\n';
  const mentions = async (corpus: Corpus) =>
    (await corpus.json(contracts.EntitiesOutput, 'entities', 'a.txt', '--format', 'json')).articles[0]
      ?.mentions;

  it('lists them where the project has a label for them, without an id', async () => {
    expect(await mentions(new Corpus({ 'a.txt': text }))).toMatchObject([
      { start: 11, end: 16, entity: 'Q159', type: 'GPE' },
      { text: expect.stringContaining('14 Maret 2019'), entity: '', type: 'DATE' },
    ]);
  });

  it('and nowhere else', async () => {
    const project = '{"labels":[{"name":"GPE"}]}';
    expect(await mentions(new Corpus({ 'a.txt': text, 'pressmark.json': project }))).toMatchObject([
      { start: 11, end: 16, entity: 'Q159', type: 'GPE' },
    ]);
  });
});

describe('pressmark show', () => {
  it('gives every annotation of every layer at its place', async () => {
    const corpus = new Corpus({ 'a.txt': article });
    await corpus.run(tag('GPE', 'Rusia'));
    await corpus.run(tag('ORG', 'Taliban'));
    corpus.write('a.txt', `Hari ini ${article.replace('Rusia', 'Moskwa')}`);
    const output = await corpus.json(contracts.ShowOutput, 'show', 'a.txt', '--format', 'json');
    expect(output.annotations).toMatchObject([
      { kind: 'span', layer: 'shared', status: 'review', start: 0, label: 'GPE', entity: 'Q159' },
      { kind: 'span', layer: 'shared', status: 'moved', start: 29, end: 36, label: 'ORG' },
    ]);
    const pretty = (await corpus.run(['show', 'a.txt'])).out;
    expect(pretty).toMatch(
      /^1:1 +shared +GPE +Rusia {2}Q159 {2}review\n1:30 +shared +ORG +Taliban {2}moved\n$/,
    );
    expect((await corpus.run(['show', 'a.txt', '--layer', 'gold'])).err).toMatch(/It has: shared/);
  });

  it('gives what is dismissed in the whole article', async () => {
    const row = '{"id":"00000000-aaaaaa","rule":"fused/case","word":"tvPlus","verdict":"dismissed"}';
    const sidecar = `{\n"pressmark":1,\n"annotations":[\n${row},\nnull\n]}\n`;
    const corpus = new Corpus({ 'a.txt': article, 'a.txt.ann.json': sidecar });
    const output = await corpus.json(contracts.ShowOutput, 'show', 'a.txt', '--format', 'json');
    expect(output.annotations).toEqual([{ kind: 'articleReview', layer: 'shared', ...JSON.parse(row) }]);
    expect((await corpus.run(['show', 'a.txt'])).out).toBe(
      '–       shared   fused/case dismissed in the whole article: tvPlus\n',
    );
  });

  it('prints the tagged view: nested tags inside, brackets of the text marked, crossing tags counted', async () => {
    const corpus = new Corpus({ 'a.txt': article });
    await corpus.run(tag('EVENT', 'mengundang Taliban'));
    await corpus.run(tag('ORG', 'Taliban'));
    expect((await corpus.run(['show', 'a.txt', '--inline'])).out).toBe(
      'Rusia 😀 [mengundang [Taliban](ORG)](EVENT) \\[resmi\\] ke Moskow.\n',
    );
    await corpus.run(tag('PER', 'Taliban [resmi]'));
    const { out, err, code } = await corpus.run(['show', 'a.txt', '--inline']);
    expect(out).toMatch(/\]\(EVENT\)/);
    expect(err).toMatch(/^1 annotations? /);
    expect(code).toBe(0);
  });
});

describe('pressmark validate', () => {
  it('is silent where all fits', async () => {
    const corpus = new Corpus({ 'a.txt': article, 'pressmark.json': '{}' });
    await corpus.run(tag('GPE', 'Rusia'));
    expect(await corpus.run(['validate'])).toEqual({
      code: 0,
      out: '2 files: 0 errors, 0 warnings, 0 information\n',
      err: '',
    });
  });

  it('writes JSON as the contract says, for every kind of trouble', async () => {
    const row =
      '{"id":"00000000-aaaaaa","start":0,"end":5,"label":"GPA","text":"Rusia","before":"","after":"","rev":"000000000000"}';
    const sidecar = `{\n"pressmark":1,\n"annotations":[\n${row},\n${row},\nnull\n]}\n`;
    const corpus = new Corpus({
      'a.txt': article,
      'a.txt.ann.json': sidecar,
      'gone.txt.ann.json': sidecar.replace(`${row},\n`, ''),
      'a.txt.eve.ann.json': '{\n"pressmark":1,\n"annotations":[\n<<<<<<< HEAD\nnull\n]}\n',
      'a.txt.gold.ann.json': new Uint8Array([0]),
      'pressmark.json': '{ "labells": [], "annotators": ["linh"] }',
      'entities.jsonl': '{}\n',
    });
    const { code, out } = await corpus.run(['validate', '--format', 'json']);
    const output = v.parse(contracts.ValidateOutput, JSON.parse(out));
    const codes = Object.fromEntries(
      output.files.map((file) => [file.path, file.problems.map((p) => p.code)]),
    );
    expect(codes).toMatchObject({
      'a.txt.ann.json': ['sidecar/duplicate-id', 'sidecar/unknown-label', 'sidecar/unknown-label'],
      'a.txt.eve.ann.json': ['sidecar/unknown-annotator', 'sidecar/conflict'],
      'a.txt.gold.ann.json': ['sidecar/unreadable'],
      'gone.txt.ann.json': ['sidecar/no-article', 'sidecar/unknown-label'],
      'pressmark.json': ['project/unknown-key'],
    });
    expect(codes['entities.jsonl']).toHaveLength(1);
    const duplicate = output.files.find((file) => file.path === 'a.txt.ann.json')?.problems[0];
    expect(duplicate).toMatchObject({ line: 5, column: 1, severity: 'error' });
    expect(code).toBe(1);
    expect((await corpus.run(['validate', 'pressmark.json', '--fail-on', 'error'])).code).toBe(0);
    expect((await corpus.run(['validate', 'a.txt', '--format', 'github'])).out).toMatch(
      /^::error file=a\.txt\.ann\.json,line=5,/m,
    );
    expect((await corpus.run(['validate', 'nowhere'])).code).toBe(2);
  });
});

describe('pressmark init', () => {
  it('writes a project file that says what counts anyway, and leaves an existing one alone', async () => {
    const corpus = new Corpus({ '.gitattributes': '*.bin binary' });
    const { code, out } = await corpus.run([
      'init',
      '--git',
      '--language',
      'id',
      '--annotators',
      'linh, bao',
    ]);
    expect({ code, out }).toEqual({ code: 0, out: 'pressmark.json\n.gitattributes\n' });
    expect(corpus.read('.gitattributes')).toContain('*.ann.json merge=pressmark diff=pressmark text eol=lf');
    expect(corpus.read('.gitattributes').startsWith('*.bin binary\n# pressmark')).toBe(true);
    const written = corpus.read('pressmark.json');
    expect((await corpus.run(['validate'])).out).toBe('1 file: 0 errors, 0 warnings, 0 information\n');
    const again = await corpus.run(['init']);
    expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there already') });
    expect(corpus.read('pressmark.json')).toBe(written);
    expect((await new Corpus().run(['init', '--language', '?'])).code).toBe(2);
    expect((await new Corpus().run(['init', 'nowhere'])).code).toBe(2);
  });
});

describe('pressmark lsp', () => {
  it('speaks the protocol on standard output', async () => {
    const child = spawn(process.execPath, [BUNDLE, 'lsp', '--stdio']);
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let out = '';
    for await (const chunk of child.stdout) {
      out += chunk;
      if (out.includes('"id":1')) break;
    }
    expect(out).toMatch(/^Content-Length: \d+\r\n/);
    expect(out).toContain('"capabilities"');
    child.kill();
    await once(child, 'close');
  });
});
