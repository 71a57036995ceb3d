import { execFileSync } from 'node:child_process';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { AssignmentSchema } from '../../server/src/core/assignment/assignmentFile.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const PROJECT = JSON.stringify({
  annotators: [
    { name: 'ana', email: 'ana@example.org' },
    { name: 'budi', formerly: ['bud'] },
    'chi',
    { name: 'dewi', active: false },
  ],
});
const article = (i: number) => `Artikel ${'panjang '.repeat(i)}selesai.\n`;
const team = (count = 7, more: Record<string, string> = {}) =>
  new Corpus({
    'pressmark.json': PROJECT,
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`2026/${i}.txt`, article(i)])),
    ...more,
  });
const sidecar = (status: string) =>
  `{\n"pressmark":1,\n"annotations":[\n{"id":"status","status":"${status}","rev":"0123456789ab"},\nnull\n]}\n`;
const lines = (corpus: Corpus) =>
  corpus
    .read('assignments.jsonl')
    .trim()
    .split('\n')
    .map((line) => v.parse(AssignmentSchema, JSON.parse(line)));

describe('pressmark assign', () => {
  it('tells what it would do, and writes it only when asked to', async () => {
    const corpus = team();
    const told = await corpus.run(['assign', '--overlap', '2']);
    expect(told.code).toBe(1);
    expect(told.out).toContain('Nothing is written: say --write');
    expect(() => corpus.read('assignments.jsonl')).toThrow();
    const output = await corpus.json(
      contracts.AssignOutput,
      ...['assign', '--overlap', '2', '--write', '--format', 'json'],
    );
    expect(output).toMatchObject({ file: 'assignments.jsonl', written: true });
    expect(output.people.map(({ annotator }) => annotator)).toEqual(['ana', 'budi', 'chi']);
    expect(output.people.map(({ articles }) => articles).sort()).toEqual([4, 5, 5]);
    expect(output.articles.every(({ is }) => is === 'new')).toBe(true);
    expect(lines(corpus).map((l) => l.annotators.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    const again = await corpus.run(['assign', '--overlap', '2', '--write']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('Every article has somebody already.');
  });

  it('is the same wherever it runs, and another one with another seed', async () => {
    const tables = await Promise.all(
      [[], [], ['--seed', 'round 2']].map(
        async (seed) => (await team(20).run(['assign', '--format', 'csv', ...seed])).out,
      ),
    );
    expect(tables[0]).toBe(tables[1]);
    expect(tables[0]).not.toBe(tables[2]);
    expect(tables[0]?.split('\n')).toHaveLength(22);
  });

  it('adds new articles to what is settled, in any folder, balanced by characters if asked', async () => {
    const settled = '{"article":"2026/0.txt","annotators":["chi"],"why":"speaks the language"}\n';
    const corpus = team(7, { 'assignments.jsonl': settled });
    await corpus.run(['assign', '2026', '--balance', 'characters', '--overlap', '20%', '--write']);
    expect(corpus.read('assignments.jsonl').split('\n')[0]).toBe(settled.trim());
    expect(lines(corpus).filter((l) => l.annotators.length === 2)).toHaveLength(1);
  });

  it('gives away what somebody has not done, and leaves what they have done', async () => {
    const settled = ['0', '1', '2'].map((i) => `{"article":"2026/${i}.txt","annotators":["bud"]}\n`).join('');
    const corpus = team(3, {
      'assignments.jsonl': settled,
      '2026/1.txt.bud.ann.json': sidecar('done'),
      '2026/2.txt.budi.ann.json': sidecar('open'),
    });
    const output = await corpus.json(
      contracts.AssignOutput,
      ...['assign', '--reassign', 'budi', '--write', '--format', 'json'],
    );
    expect(output.articles.map((a) => a.is)).toEqual(['moved', undefined, 'moved']);
    const [first, second, third] = lines(corpus);
    expect(second?.annotators).toEqual(['budi']);
    expect([first, third].flatMap((l) => l?.annotators ?? []).sort()).toEqual(['ana', 'chi']);
  });

  it.each<[string[], Record<string, string>, RegExp]>([
    [['--overlap', '9'], {}, /An overlap of 9 needs as many annotators, and there are 3/],
    [['--annotators', 'ana,zoe'], {}, /“zoe” is none of the project’s annotators/],
    [[], { 'pressmark.json': '{}' }, /add "annotators" to pressmark.json/],
    [['--reassign', 'zoe'], {}, /“zoe” is none of the project’s annotators, and has no article/],
    [['--overlap', 'two'], {}, /a number of people such as 2, or a share such as 20%/],
    [['--write'], { 'assignments.jsonl': '{"article":"2026/0.txt"\n' }, /assignments.jsonl:1:1: error/],
    [['--write'], { 'assignments.jsonl': '<<<<<<< HEAD\n' }, /keep the lines of both sides/],
  ])('is refused with the reason: %j', async (args, files, reason) => {
    const corpus = team(3, files);
    const { code, err, out } = await corpus.run(['assign', ...args]);
    expect(err).toMatch(reason);
    expect(out).not.toContain('say --write');
    expect(code).toBe(2);
    const before = files['assignments.jsonl'];
    if (before !== undefined) expect(corpus.read('assignments.jsonl')).toBe(before);
  });

  it('tells of articles that are gone and of people that nobody knows; validate does too', async () => {
    const corpus = team(2, { 'assignments.jsonl': '{"article":"gone.txt","annotators":["zoe"]}\n' });
    const { err } = await corpus.run(['assign', '--write']);
    expect(err).toMatch(/There is no article “gone.txt”/);
    expect(err).toMatch(/“zoe” is none of the project’s annotators/);
    expect(corpus.read('assignments.jsonl')).toContain('"article":"gone.txt","annotators":["zoe"]');
    const output = await corpus.json(contracts.ValidateOutput, 'validate', '--format', 'json');
    expect(output.files.map((f) => [f.path, f.problems.map((p) => p.code)])).toEqual([
      ['assignments.jsonl', ['assignments/unknown-annotator', 'assignments/no-article']],
    ]);
  });
});

describe('pressmark mark', () => {
  it('says in the own sidecar how far somebody is, and stats counts it', async () => {
    const corpus = team(3, { 'assignments.jsonl': '{"article":"2026/2.txt","annotators":["ana"]}\n' });
    const marked = await corpus.json(
      contracts.MarkOutput,
      ...['mark', '2026/0.txt', '2026/1.txt', '--status', 'done', '--by', 'ana', '--format', 'json'],
    );
    expect(marked.articles).toEqual([
      { path: '2026/0.txt', changed: true, doubts: 0 },
      { path: '2026/1.txt', changed: true, doubts: 0 },
    ]);
    expect((await corpus.run(['mark', '2026/1.txt', '--status', 'done', '--by', 'bud'])).code).toBe(0);
    expect(corpus.read('2026/1.txt.budi.ann.json')).toContain('"status":"done"');
    expect((await corpus.run(['mark', '2026/1.txt', '--status', 'done', '--by', 'bud'])).err).toMatch(
      /already/,
    );
    corpus.write('2026/0.txt', 'Lain.\n');
    const { out } = await corpus.run(['stats', '--no-learn', '--format', 'csv', '--table', 'people']);
    expect(out).toBe(
      [
        'annotator,assigned,open,done,reviewed,changed,spans',
        'ana,1,1,2,0,1,0',
        'budi,0,0,1,0,0,0',
        'chi,0,0,0,0,0,0',
        'dewi,0,0,0,0,0,0',
        '',
      ].join('\n'),
    );
  });

  it('asks who somebody is where git does not tell, and takes git’s word where it does', async () => {
    const corpus = team(1);
    const git = (...args: string[]) => execFileSync('git', args, { cwd: corpus.folder });
    git('-c', 'init.defaultBranch=main', 'init', '--quiet');
    git('config', 'user.name', 'Somebody');
    git('config', 'user.email', 'else@example.org');
    const unknown = await corpus.run(['mark', '2026/0.txt', '--status', 'done']);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('--by, one of ana, budi, chi') });
    git('config', 'user.email', 'Ana@example.org');
    expect((await corpus.run(['mark', '2026/0.txt', '--status', 'done'])).code).toBe(0);
    expect(corpus.read('2026/0.txt.ana.ann.json')).toContain('"status":"done"');
    await corpus.run(['annotate', '2026/0.txt', '--label', 'ORG', '--quote', 'Artikel']);
    expect(corpus.read('2026/0.txt.ana.ann.json')).toContain('"text":"Artikel"');
    expect((await corpus.run(['mark', '2026/0.txt', '--status', 'done', '--by', 'zoe'])).code).toBe(2);
  });

  it('marks nothing in a file that it cannot read, and leaves it as it is', async () => {
    const corpus = team(1, { '2026/0.txt.ana.ann.json': '{"pressmark":1,' });
    const { code } = await corpus.run(['mark', '2026/0.txt', '--status', 'done', '--by', 'ana']);
    expect(code).toBe(2);
    expect(corpus.read('2026/0.txt.ana.ann.json')).toBe('{"pressmark":1,');
  });
});

describe('names in file names', () => {
  it('that are nobody’s, former or in another letter case are told with what to do', async () => {
    const corpus = team(1, {
      '2026/0.txt.zoe.ann.json': sidecar('done'),
      '2026/0.txt.bud.ann.json': sidecar('done'),
      '2026/0.txt.Ana.ann.json': sidecar('done'),
    });
    const { out, code } = await corpus.run(['validate']);
    expect(code).toBe(1);
    expect(out).toMatch(/“zoe” is not among the annotators .* add the name to "annotators"/);
    expect(out).toContain('git mv -- 0.txt.bud.ann.json 0.txt.budi.ann.json');
    expect(out).toContain('“Ana”, and the annotator’s name is “ana”');
  });
});
