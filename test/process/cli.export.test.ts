import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExportOutput, FormatsOutput, LossOutput } from '../../server/src/cli/contracts/exporting.ts';
import { FORMATS } from '../../server/src/core/formats/registry.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { BUNDLE, buildCommandLine, Corpus } from './commandLine.ts';

const TEXT = 'Anna Kern met Lin Wu in Hanoi 😀 today.\n';
const PROJECT = JSON.stringify({
  language: 'en',
  labels: [{ name: 'PER' }, { name: 'LOC' }, { name: 'ORG' }],
});

beforeAll(buildCommandLine);

/** Articles, each with three tags, two of which overlap. */
function corpusOf(articles: number, nameOf = (i: number) => `${i % 7}/a${i}.txt`): Corpus {
  const corpus = new Corpus({ 'pressmark.json': PROJECT });
  for (let i = 0; i < articles; i++) {
    const text = `${i} ${TEXT}`;
    corpus.write(nameOf(i), text);
    corpus.write(
      `${nameOf(i)}.ann.json`,
      sidecarOf(text, [
        ['Anna Kern', 'PER'],
        ['Kern met', 'ORG'],
        ['Hanoi', 'LOC'],
      ]),
    );
  }
  return corpus;
}

/** The bytes of all files below a folder, by their paths in it. */
function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'latin1')]),
  );
}

/** Runs an export and kills it once it has written its first checkpoint; false where it was faster than that. */
async function killed(corpus: Corpus, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [BUNDLE, ...args], { cwd: corpus.folder, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const journal = corpus.path('out.partial/.journal.jsonl');
  while (child.exitCode === null) {
    const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length : 0;
    if (lines > 2) child.kill('SIGKILL');
    if (child.killed) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return (await ended) !== 0;
}

describe('pressmark export', () => {
  it('writes a dataset with its report, and every loss with its place', async () => {
    const corpus = corpusOf(3);
    const run = await corpus.run(['export', '--to', 'conll', '--out', 'out', '--no-card']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('tags');
    expect([...filesIn(corpus.path('out')).keys()]).toEqual(['data.conll', 'export.json', 'losses.jsonl']);
    const lines = corpus.read('out/losses.jsonl').trim().split('\n');
    const losses = lines.map((line) => v.parse(LossOutput, JSON.parse(line)));
    expect(losses).toHaveLength(3);
    expect(losses[0]).toMatchObject({
      article: '0/a0.txt',
      kind: 'span',
      label: 'ORG',
      start: 7,
      end: 15,
      line: 1,
    });
    const report = v.parse(ExportOutput, JSON.parse(corpus.read('out/export.json')));
    expect(report.losses.reasons).toMatchObject([{ kind: 'span', reason: 'overlap', dropped: 3 }]);
    expect(report.files.map((f) => (f.kind === 'file' ? f.path : f.folder))).toEqual([
      'data.conll',
      'losses.jsonl',
    ]);
  });

  it('tells the same as JSON, and writes nothing where it is only asked', async () => {
    const corpus = corpusOf(3);
    const told = await corpus.json(ExportOutput, 'export', '--to', 'conll', '--dry-run', '--format', 'json');
    expect(told.losses.outcomes.find((o) => o.kind === 'span')).toEqual({
      kind: 'span',
      kept: 6,
      changed: 0,
      dropped: 3,
    });
    expect(existsSync(corpus.path('out'))).toBe(false);
    const run = await corpus.run(['export', '--to', 'conll', '--dry-run']);
    expect(run.out).toContain('"quote":"Kern met"');
  });

  it('prints a dataset of one file, with the report on standard error', async () => {
    const corpus = corpusOf(2);
    const { code, out, err } = await corpus.run(['export', '--to', 'spacy', '--out', '-']);
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text),
    ).toEqual([`0 ${TEXT}`, `1 ${TEXT}`]);
    expect(err).toContain('2 articles');
    const several = await corpus.run(['export', '--to', 'brat', '--out', '-']);
    expect(several).toMatchObject({ code: 2 });
    expect(several.err).toContain('name a folder');
  });

  it('goes on after it was killed, to the very same bytes', async () => {
    const corpus = corpusOf(3000);
    const args = ['export', '--to', 'prodigy', '--out', 'out', '--no-card'];
    const broke = await killed(corpus, args);
    expect(broke).toBe(true);
    expect(existsSync(corpus.path('out'))).toBe(false);
    const again = await corpus.run(args);
    expect(again).toMatchObject({ code: 2 });
    expect(again.err).toContain('--resume');
    const resumed = await corpus.run([...args, '--resume']);
    expect(resumed).toMatchObject({ code: 0, err: '' });
    const whole = await corpus.run([
      'export',
      '--to',
      'prodigy',
      '--out',
      'whole',
      '--name',
      'out',
      '--no-card',
    ]);
    expect(whole.code).toBe(0);
    expect(filesIn(corpus.path('out'))).toEqual(filesIn(corpus.path('whole')));
    expect(existsSync(corpus.path('out.partial'))).toBe(false);
  }, 120_000);

  it('is stopped by Ctrl+C, and says how to go on', async () => {
    const corpus = corpusOf(3000);
    const args = ['export', '--to', 'prodigy', '--out', 'out', '--no-card'];
    const child = spawn(process.execPath, [BUNDLE, ...args], { cwd: corpus.folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      err += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!existsSync(corpus.path('out.partial'))) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(2);
    expect(err).toContain('--resume');
    expect(await corpus.run([...args, '--resume'])).toMatchObject({ code: 0 });
  }, 120_000);

  it('keeps hostile names of articles inside the folder', async () => {
    const names = [
      'a b’“”.txt',
      '-rf.txt',
      '$(touch x).txt',
      'con.txt',
      'a\nb.txt',
      'ü/😀.txt',
      'x.ann.txt',
      '%2e%2e.txt',
      'a?#.txt',
    ];
    const corpus = corpusOf(names.length, (i) => names[i] ?? '');
    for (const to of ['brat', 'xmi', 'spacy']) {
      const run = await corpus.run([
        'export',
        '--to',
        to,
        '--out',
        `out-${to}`,
        '--no-card',
        '--format',
        'json',
      ]);
      expect(run).toMatchObject({ code: 0, err: '' });
      const { splits } = v.parse(ExportOutput, JSON.parse(run.out));
      expect(splits[0]?.articles).toBe(names.length);
    }
    expect(readdirSync(corpus.folder).filter((n) => n.startsWith('out'))).toEqual([
      'out-brat',
      'out-spacy',
      'out-xmi',
    ]);
    const texts = [...filesIn(corpus.path('out-brat')).keys()].filter((f) => f.endsWith('.txt'));
    expect(texts).toHaveLength(names.length);
  }, 60_000);

  it('names what cannot be read, and leaves nothing half done', async () => {
    const corpus = corpusOf(3);
    corpus.write('0/a0.txt', new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    const run = await corpus.run(['export', '--to', 'brat', '--out', 'out']);
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('0/a0.txt: This file is saved as UTF-16');
    expect(readdirSync(corpus.folder).filter((n) => n.startsWith('out'))).toEqual([]);
    const going = await corpus.run(['export', '--to', 'brat', '--out', 'out', '--keep-going', '--no-card']);
    expect(going).toMatchObject({ code: 2 });
    expect(filesIn(corpus.path('out')).has('data/1/a1.ann')).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder cannot be written', async () => {
    const corpus = corpusOf(1);
    mkdirSync(corpus.path('closed'));
    chmodSync(corpus.path('closed'), 0o555);
    const run = await corpus.run(['export', '--to', 'brat', '--out', 'closed/out']);
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('EACCES');
  });

  it('says that a folder cannot be made where a file is', async () => {
    const corpus = corpusOf(1);
    corpus.write('file', 'mine');
    const run = await corpus.run(['export', '--to', 'brat', '--out', 'file/out']);
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('ENOTDIR');
    expect((await corpus.run(['export', '--to', 'brat', '--out', 'file'])).err).toContain(
      'no export of Pressmark',
    );
    expect(corpus.read('file')).toBe('mine');
  });

  it('replaces its own exports only, and never what somebody put into one, hidden or not', async () => {
    const corpus = corpusOf(1);
    const args = ['export', '--to', 'brat', '--no-card', '--out'];
    for (const [path, told] of [
      ['mine/thesis.txt', 'no export of Pressmark'],
      ['repository/.git/HEAD', 'no export of Pressmark'],
    ] as const) {
      corpus.write(path, 'mine');
      const folder = path.slice(0, path.indexOf('/'));
      for (const extra of [[], ['--force']]) {
        const run = await corpus.run([...args, folder, ...extra]);
        expect(run).toMatchObject({ code: 2 });
        expect(run.err).toContain(told);
      }
      expect([...filesIn(corpus.path(folder)).values()]).toEqual(['mine']);
    }
    mkdirSync(corpus.path('out'));
    expect(await corpus.run([...args, 'out'])).toMatchObject({ code: 0, err: '' });
    expect(await corpus.run([...args, 'out'])).toMatchObject({ code: 2 });
    expect(await corpus.run([...args, 'out', '--force'])).toMatchObject({ code: 0, err: '' });
    corpus.write('out/.git/HEAD', 'mine');
    const run = await corpus.run([...args, 'out', '--force']);
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('no export wrote it');
    expect(corpus.read('out/.git/HEAD')).toBe('mine');
  }, 30_000);

  it('ends with 1 and leaves nothing where something would be lost and nothing may', async () => {
    const corpus = corpusOf(2);
    const run = await corpus.run(['export', '--to', 'conll', '--out', 'out', '--strict']);
    expect(run).toMatchObject({ code: 1 });
    expect(run.err).toContain('--strict');
    expect(existsSync(corpus.path('out')) || existsSync(corpus.path('out.partial'))).toBe(false);
    expect(await corpus.run(['export', '--to', 'conll', '--out', '-', '--strict'])).toMatchObject({
      code: 1,
      out: '',
    });
    expect(
      await corpus.run(['export', '--to', 'brat', '--out', 'out', '--strict', '--no-card']),
    ).toMatchObject({
      code: 0,
    });
  });

  it.each([
    [['--to', 'word', '--out', 'out'], 'no format'],
    [['--to', 'gate', '--out', 'out'], 'only read'],
    [['--to', 'conll'], '--out'],
    [['--to', 'conll', '--out', 'out', '--option', 'shape=round'], 'no option'],
    [['--to', 'conll', '--out', 'out', '--option', 'scheme=round'], 'cannot be “round”'],
    [['--to', 'conll', '--out', 'out', '--label', 'PRE'], 'Do you mean "PER"'],
    [['--to', 'conll', '--out', 'out', '--layer', 'nobody'], 'no layer “nobody”'],
    [['--to', 'conll', '--out', 'out', '--split', '80/30'], 'add up to'],
    [['--to', 'conll', '--out', 'out', '--split', 'losses=50,x=50'], 'cannot be called'],
    [['--to', 'conll', '--out', 'out', '--resume', '--force'], 'choose one'],
    [['--to', 'conll', '--out', 'out', '--layer', 'gold'], 'nothing to export'],
    [['--to', 'conll', '--out', 'out', 'nowhere'], 'no such file'],
  ])('ends with 2 and a remedy for %s', async (args, told) => {
    const run = await corpusOf(2).run(['export', ...args]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(told);
  });

  it('exports the sample corpus in every format, the same twice', async () => {
    const corpus = new Corpus();
    cpSync(join(import.meta.dirname, '../../seeds'), corpus.folder, { recursive: true });
    for (const { name } of FORMATS.filter((f) => f.open)) {
      for (const out of ['one', 'two']) {
        const args = ['export', '--to', name, '--out', out, '--name', 'x', '--no-card', '--force'];
        expect(await corpus.run(args)).toMatchObject({ code: 0, err: '' });
      }
      expect(filesIn(corpus.path('one'))).toEqual(filesIn(corpus.path('two')));
    }
  }, 120_000);
});

describe('pressmark formats', () => {
  it('lists what each format can hold', async () => {
    const corpus = new Corpus();
    const { formats } = await corpus.json(FormatsOutput, 'formats', '--format', 'json');
    expect(formats.map((f) => f.name)).toEqual(FORMATS.map((f) => f.name));
    const one = await corpus.run(['formats', 'conll']);
    expect(one.out).toMatch(/relations +no/);
    expect(await corpus.run(['formats', 'word'])).toMatchObject({ code: 2 });
  });
});
