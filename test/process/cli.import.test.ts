import { mkdtempSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImportOutput } from '../../server/src/cli/contracts/importing.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine, 120_000);

const TEXT = 'Ibu Ani 😀 bertemu Budi.\nMereka pergi ke Bandung.\n';
const PROJECT = '{\n  // Kept.\n  "labels": [{ "name": "PER" }, { "name": "GPE" }],\n}\n';
const ANN = 'T1\tPER 4 7\tAni\nT2\tPER 18 22\tBudi\nT3\tGPE 40 47\tBandung\n';

function corpusWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Corpus {
  return new Corpus({ 'corpus/pressmark.json': PROJECT, 'corpus/a.txt': TEXT, ...files });
}

/** Every file below the corpus's folder, byte for byte. */
function held(corpus: Corpus): Record<string, string> {
  const names = readdirSync(corpus.path('corpus'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(name).toString('base64')]));
}

const intoCorpus = ['--into', 'corpus', '--no-cache'];
const prodigy = (task: object) => `${JSON.stringify({ text: TEXT, ...task })}\n`;

describe('an import', () => {
  it('adds annotations, tells how offsets count, and does nothing the second time', async () => {
    const corpus = corpusWith({ 'in/a.txt': TEXT, 'in/a.ann': ANN });
    const first = await corpus.json(ImportOutput, 'import', 'in', ...intoCorpus, '--format', 'json');
    expect(first).toMatchObject({ imported: true, summary: { added: 3, there: 0, matched: 1, created: 0 } });
    expect(first.files[0]).toMatchObject({ file: 'in/a.ann', format: 'brat', recognised: true });
    expect(first.files[0]?.offsets.report[0]).toBe('Offsets count code points: 3 of 3 quotes fit.');
    const sidecar = annotationsOf(parseSidecar(corpus.read('corpus/a.txt.ann.json')));
    expect(sidecar.map((a) => a.kind === 'span' && [a.start, a.text, a.label])).toEqual([
      [4, 'Ani', 'PER'],
      [18, 'Budi', 'PER'],
      [40, 'Bandung', 'GPE'],
    ]);
    const before = held(corpus);
    const { code, out } = await corpus.run(['import', 'in', ...intoCorpus]);
    expect([code, out.split('\n').at(-2)]).toEqual([0, '0 annotations added, 3 already there.']);
    expect(held(corpus)).toEqual(before);
    expect((await corpus.run(['validate', 'corpus'])).code).toBe(0);
  });

  it('makes articles that are not there, below the folder, whatever they are called', async () => {
    const task = (path: string, text: string) => `${JSON.stringify({ text, spans: [], meta: { path } })}\n`;
    const names = ['../../etc/passwd', '/abs/x', 'con', 'A.TXT', 'a\nb'];
    const lines = names.map((name, i) => task(name, `Artikel ${i}.`)).join('');
    const corpus = corpusWith({ 'in.jsonl': lines });
    const plan = await corpus.json(
      ImportOutput,
      'import',
      'in.jsonl',
      '--from',
      'prodigy',
      ...intoCorpus,
      '--format',
      'json',
    );
    expect(plan.summary).toMatchObject({ created: 5, errors: 0 });
    expect(readdirSync(corpus.folder).sort()).toEqual(['corpus', 'in.jsonl']);
    expect(corpus.read('corpus/a.txt')).toBe(TEXT);
    for (const path of plan.created) expect(corpus.read(`corpus/${path}`)).toMatch(/^Artikel \d\.$/);
  });

  it('writes nothing on a dry run, and tells the same', async () => {
    const corpus = corpusWith({ 'in/a.txt': TEXT, 'in/a.ann': ANN });
    const before = held(corpus);
    const dry = await corpus.json(
      ImportOutput,
      'import',
      'in',
      ...intoCorpus,
      '--dry-run',
      '--format',
      'json',
    );
    expect(dry).toMatchObject({ imported: false, dryRun: true, summary: { added: 3 } });
    expect(held(corpus)).toEqual(before);
    const wet = await corpus.json(ImportOutput, 'import', 'in', ...intoCorpus, '--format', 'json');
    expect({ ...wet, imported: false, dryRun: true }).toEqual(dry);
  });

  it('maps, adds, keeps or leaves out names that the project does not have', async () => {
    const files = {
      'in/a.txt': TEXT,
      'in/a.ann': 'T1\tPERSON 4 7\tAni\nT2\tDROP 18 22\tBudi\nT3\tCITY 41 48\tBandung\n',
    };
    const corpus = corpusWith(files);
    const refused = await corpus.run(['import', 'in', ...intoCorpus]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('in/a.ann:1: error: The project has no label “PERSON” (1 times');
    const args = ['--map', 'PERSON=PER', '--map', 'DROP=', '--unknown-labels', 'add'];
    const { code, out } = await corpus.run(['import', 'in', ...intoCorpus, ...args]);
    expect(out).toContain('2 annotations added, 0 already there, 1 left out.');
    expect(code).toBe(0);
    expect(corpus.read('corpus/pressmark.json')).toContain('// Kept.');
    expect((await corpus.run(['validate', 'corpus'])).code).toBe(0);
  });

  it('ends with 1 and lists what needs a look, by the line of the file and of the article', async () => {
    const corpus = corpusWith({
      'in/a.txt': TEXT,
      'in/a.ann': `${ANN}T4\tGPE 2 9\tBandung\nT5\tPER 4 9\tSusi\n`,
    });
    const { code, out } = await corpus.run(['import', 'in', ...intoCorpus]);
    expect(code).toBe(1);
    expect(out).toContain(
      'look at in/a.ann:4 → a.txt:2:17 GPE: “Bandung” does not stand at 2–9. It stands once in the text, and was put there.',
    );
    expect(out).toContain('left out in/a.ann:5 → a.txt PER: Its words, “Susi”, stand nowhere in the text.');
    const validated = await corpus.run(['validate', 'corpus']);
    expect(validated.out).toContain('the place of “Bandung” is not certain');
  });

  it('finds the places in an article that was corrected since', async () => {
    const corpus = corpusWith({
      'corpus/a.txt': `Kemarin ${TEXT.replace('Mereka', 'Keduanya')}`,
      'in/a.txt': TEXT,
      'in/a.ann': ANN,
    });
    expect((await corpus.run(['import', 'in', ...intoCorpus])).code).toBe(0);
    const sidecar = annotationsOf(parseSidecar(corpus.read('corpus/a.txt.ann.json')));
    expect(sidecar.map((a) => a.kind === 'span' && [a.start, a.text])).toEqual([
      [12, 'Ani'],
      [26, 'Budi'],
      [50, 'Bandung'],
    ]);
  });

  it('asks whose annotations they are where the project lists people', async () => {
    const project = '{"labels":[{"name":"PER"},{"name":"GPE"}],"annotators":["ana","budi"]}';
    const line = prodigy({
      spans: [{ start: 4, end: 7, label: 'PER' }],
      _annotator_id: 'rater1',
      _session_id: 'rater1',
    });
    const corpus = corpusWith({ 'corpus/pressmark.json': project, 'in.jsonl': line });
    const refused = await corpus.run(['import', 'in.jsonl', '--from', 'prodigy', ...intoCorpus]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--map-annotator rater1=NAME');
    const mapped = await corpus.run([
      'import',
      'in.jsonl',
      '--from',
      'prodigy',
      ...intoCorpus,
      '--map-annotator',
      'rater1=budi',
    ]);
    expect([mapped.code, mapped.err]).toEqual([0, '']);
    expect(corpus.read('corpus/a.txt.budi.ann.json')).toContain('"text":"Ani"');
    const by = await corpus.run(['import', 'in.jsonl', ...intoCorpus, '--by', 'nobody']);
    expect([by.code, by.err]).toEqual([2, expect.stringContaining('one of ana, budi')]);
  });
});

describe('bad input', () => {
  const two = (ann: string): Record<string, string> => ({
    'in/a.txt': TEXT,
    'in/a.ann': ann,
    'in/ok.txt': 'Siti.',
    'in/ok.ann': 'T1\tPER 0 4\tSiti\n',
  });
  const xml = (body: string) => `<?xml version="1.0"?>\n${body}`;
  const cases: readonly (readonly [
    string,
    Record<string, string | Uint8Array>,
    readonly string[],
    RegExp,
  ])[] = [
    [
      'a truncated file',
      { 'in.jsonl': `${prodigy({})}{"text":"Ibu A` },
      ['in.jsonl', '--from', 'prodigy'],
      /in\.jsonl:2: error: .+/,
    ],
    [
      'offsets of two kinds',
      two('T1\tPER 4 7\tAni\nT2\tPER 19 23\tBudi\nT3\tGPE 40 47\tBandung\n'),
      ['in'],
      /in\/a\.ann:\d+: error: The offsets of this file do not all count the same.*--offsets quotes/,
    ],
    [
      'another text',
      two('T1\tPER 0 4\tJoko\nT2\tPER 18 22\tSusi\n'),
      ['in'],
      /in\/a\.ann:1: error: Of the 2 annotations here, 2 have words that the article a\.txt does not have.*--into/,
    ],
    [
      'another article of that name',
      {
        'in.jsonl': `${JSON.stringify({ text: 'Harga beras naik.', spans: [], meta: { path: 'a.txt' } })}\n`,
      },
      ['in.jsonl', '--from', 'prodigy'],
      /in\.jsonl:1: error: The corpus has an article a\.txt with quite another text.*--into/,
    ],
    ['ids twice', two('T1\tPER 4 7\tAni\nT1\tPER 18 22\tBudi\n'), ['in'], /in\/a\.ann:2: error: .*T1/],
    [
      'unknown labels',
      two('T1\tPERSON 4 7\tAni\n'),
      ['in'],
      /in\/a\.ann:1: error: The project has no label “PERSON”.*--map/,
    ],
    [
      'columns that shift',
      { 'in.conll': 'Ani\tB-PER\nBudi\n\n' },
      ['in.conll', '--from', 'conll'],
      /in\.conll:2: error: .+/,
    ],
    [
      'an archive',
      { 'in.jsonl': gzipSync('{"text":"x"}') },
      ['in.jsonl', '--from', 'prodigy'],
      /in\.jsonl: error: This file is an archive\. Unpack it first/,
    ],
    [
      'another encoding',
      { 'in.jsonl': Buffer.from('{"text":"caf\xe9"}\n', 'latin1') },
      ['in.jsonl', '--from', 'prodigy'],
      /in\.jsonl:1: error: .*UTF-8/,
    ],
    [
      'external entities',
      { 'in.xmi': xml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>') },
      ['in.xmi', '--from', 'xmi'],
      /in\.xmi:\d+: error: .+/,
    ],
    [
      'a billion laughs',
      { 'in.xmi': xml('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>') },
      ['in.xmi', '--from', 'xmi'],
      /in\.xmi:\d+: error: .+/,
    ],
    [
      'no format',
      { 'in.bin': 'hello' },
      ['in.bin'],
      /in\.bin: error: No format recognises this file.*--from/,
    ],
    ['no file', {}, ['nowhere'], /nowhere: error: There is nothing here to import/],
    [
      'an article that is nowhere',
      { 'in.csv': 'path,start,end,label\nb.txt,0,1,PER\n' },
      ['in.csv', '--from', 'csv'],
      /in\.csv.*: error: .+/,
    ],
    [
      'a sidecar that is broken',
      { ...two(ANN), 'corpus/a.txt.ann.json': '{"pressmark":1,\n' },
      ['in'],
      /a\.txt\.ann\.json: error: .+/,
    ],
    [
      'an option that is not there',
      two(ANN),
      ['in', '--from', 'brat', '--option', 'x=y'],
      /There is no option “x”/,
    ],
  ];

  it.each(cases)(
    '%s: an error that names file, line and remedy, and the corpus as it was',
    async (_, files, args, message) => {
      const corpus = corpusWith(files);
      const before = held(corpus);
      const { code, err, out } = await corpus.run(['import', ...args, ...intoCorpus]);
      expect(err).toMatch(message);
      expect([code, out.includes('imported.') || out === '']).toEqual([2, true]);
      expect(held(corpus)).toEqual(before);
    },
  );

  it('of a gigabyte is refused before it is read', async () => {
    const corpus = corpusWith({ 'in.jsonl': '{}' });
    truncateSync(corpus.path('in.jsonl'), 1_000_000_000);
    const { code, err } = await corpus.run(['import', 'in.jsonl', ...intoCorpus]);
    expect([code, err]).toEqual([
      2,
      'in.jsonl: error: This file has 1000 MB; 400 MB can be read at once. Split it into several files.\n',
    ]);
  });

  it('is never written through a link out of the corpus', async () => {
    const away = mkdtempSync(join(tmpdir(), 'pressmark-away-'));
    const corpus = corpusWith({ 'in/sub/b.txt': 'Siti.', 'in/sub/b.ann': 'T1\tPER 0 4\tSiti\n' });
    symlinkSync(away, corpus.path('corpus/sub'));
    const { code, err } = await corpus.run(['import', 'in', ...intoCorpus]);
    expect([code, err]).toEqual([2, expect.stringContaining('outside the project')]);
    expect(readdirSync(away)).toEqual([]);
  });

  it('of two counts is read by its words alone where somebody says so', async () => {
    const corpus = corpusWith(two('T1\tPER 4 7\tAni\nT2\tPER 19 23\tBudi\nT3\tGPE 40 47\tBandung\n'));
    const { code, out } = await corpus.run(['import', 'in', ...intoCorpus, '--offsets', 'quotes']);
    expect(code).toBe(1);
    expect(out).toContain('look at in/a.ann:2 → a.txt:1:19 PER');
  });
});
