import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const article = 'Rusia 😀 mengundang Taliban.\r\nTaliban datang; Talibanisasi tidak.\r\n';

describe('pressmark annotate', () => {
  it('writes the sidecar byte for byte as documented', async () => {
    const corpus = new Corpus({ 'a.txt': article });
    const { code, out } = await corpus.run(['annotate', 'a.txt', '--label', 'GPE', '--quote', 'Rusia']);
    expect({ code, out }).toEqual({ code: 0, out: '+ GPE Rusia (1:1)\n' });
    expect(corpus.read('a.txt.ann.json').replace(/-[0-9a-z]{6}"/, '-******"')).toBe(
      `{\n"pressmark":1,\n"annotations":[\n{"id":"00000000-******","start":0,"end":5,"label":"GPE","text":"Rusia","before":"","after":" 😀 mengundang Taliban.\\nTaliban d","rev":"${revisionOf(article)}","entity":"Q159"},\nnull\n]}\n`,
    );
    expect(corpus.read('a.txt')).toBe(article);
    expect(readdirSync(corpus.folder).sort()).toEqual(['a.txt', 'a.txt.ann.json']);
  });

  it('takes code points, and every place of a quote as whole words', async () => {
    const corpus = new Corpus({ 'a.txt': article });
    const one = await corpus.json(
      contracts.AnnotateOutput,
      'annotate',
      'a.txt',
      '--label',
      'ORG',
      '--start',
      '19',
      '--end',
      '26',
      '--format',
      'json',
    );
    expect(one.added).toMatchObject([{ start: 19, end: 26, label: 'ORG', text: 'Taliban' }]);
    const all = await corpus.json(
      contracts.AnnotateOutput,
      'annotate',
      'a.txt',
      '--label',
      'ORG',
      '--quote',
      'Taliban',
      '--all',
      '--format',
      'json',
    );
    expect(all.added).toMatchObject([{ start: 28, end: 35 }]);
    const again = await corpus.run(['annotate', 'a.txt', '--label', 'ORG', '--quote', 'Taliban', '--all']);
    expect(again).toMatchObject({ code: 0, out: '', err: expect.stringContaining('tagged already') });
    expect(parseSidecar(corpus.read('a.txt.ann.json')).annotations).toHaveLength(2);
  });

  it.each([
    [['--label', 'ORG', '--quote', 'Taliban'], /2 times, at 19, 28.*--all/],
    [['--label', 'ORG', '--quote', 'Kabul'], /does not say “Kabul”/],
    [['--label', 'GEP', '--quote', 'Rusia'], /Do you mean "GPE"/],
    [['--label', 'ORG', '--start', '5', '--end', '500'], /has 64 characters/],
    [['--label', 'ORG', '--start', '5', '--end', '5'], /does not fit/],
    [['--label', 'ORG', '--start', '5'], /--start and --end, or --quote/],
    [['--label', 'ORG'], /--start and --end, or --quote/],
    [['--label', 'ORG', '--start', '-1', '--end', '5'], /whole number/],
    [['--quote', 'Rusia'], /--label/],
    [['--label', 'ORG', '--quote', 'Rusia', '--by', 'linh'], /lists no annotators/],
  ])('refuses %j', async (args, reason) => {
    const corpus = new Corpus({ 'a.txt': article });
    const { code, out, err } = await corpus.run(['annotate', 'a.txt', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(readdirSync(corpus.folder)).toEqual(['a.txt']);
  });

  it('writes the sidecar of whoever annotates', async () => {
    const corpus = new Corpus({ 'a.txt': article, 'pressmark.json': '{ "annotators": ["linh", "bao"] }' });
    const tag = (...by: string[]) =>
      corpus.run(['annotate', 'a.txt', '--label', 'GPE', '--quote', 'Rusia', ...by]);
    expect((await tag()).err).toMatch(/--by, one of linh, bao/);
    expect((await tag('--by', 'eve')).code).toBe(2);
    expect((await tag('--by', 'bao')).code).toBe(0);
    expect(readdirSync(corpus.folder).sort()).toEqual(['a.txt', 'a.txt.bao.ann.json', 'pressmark.json']);
  });

  it.each([
    ['conflicted', '{\n"pressmark":1,\n"annotations":[\n<<<<<<< HEAD\nnull\n]}\n'],
    ['truncated', '{\n"pressmark":1,\n"annotations":[\n{"id":"0000'],
    ['newer', '{\n"pressmark":2,\n"annotations":[\nnull\n]}\n'],
    ['foreign', '{"name":"package"}\n'],
    ['binary', '\0\0'],
  ])('never writes to a %s sidecar', async (_, sidecar) => {
    const corpus = new Corpus({ 'a.txt': article, 'a.txt.ann.json': sidecar });
    const { code, err } = await corpus.run(['annotate', 'a.txt', '--label', 'GPE', '--quote', 'Rusia']);
    expect(code).toBe(2);
    expect(err).toMatch(/^a\.txt\.ann\.json: /);
    expect(corpus.read('a.txt.ann.json')).toBe(sidecar);
  });

  it('keeps links and modes, and does not write through a link out of the project', async () => {
    const corpus = new Corpus({
      'a.txt': article,
      'b.txt': article,
      'pressmark.json': '{}',
      'kept/s.json': '',
    });
    chmodSync(corpus.path('kept/s.json'), 0o640);
    symlinkSync('kept/s.json', corpus.path('a.txt.ann.json'));
    expect((await corpus.run(['annotate', 'a.txt', '--label', 'GPE', '--quote', 'Rusia'])).code).toBe(0);
    expect(lstatSync(corpus.path('a.txt.ann.json')).isSymbolicLink()).toBe(true);
    expect(statSync(corpus.path('kept/s.json')).mode & 0o777).toBe(0o640);
    expect(parseSidecar(corpus.read('kept/s.json')).annotations).toHaveLength(1);
    const outside = new Corpus({ 's.json': '' });
    symlinkSync(outside.path('s.json'), corpus.path('b.txt.ann.json'));
    const { code, err } = await corpus.run(['annotate', 'b.txt', '--label', 'GPE', '--quote', 'Rusia']);
    expect(code).toBe(2);
    expect(err).toMatch(/leads out of the project/);
    expect(outside.read('s.json')).toBe('');
  });

  it('loses nothing when several write at once', async () => {
    const words = Array.from({ length: 5 }, (_, i) => `kata${i}`);
    const corpus = new Corpus({ 'a.txt': words.join(' ') });
    const runs = await Promise.all(
      words.map((word) => corpus.run(['annotate', 'a.txt', '--label', 'PER', '--quote', word])),
    );
    expect(runs.map((run) => run.code)).toEqual(words.map(() => 0));
    const sidecar = parseSidecar(corpus.read('a.txt.ann.json'));
    expect(
      sidecar.annotations.map((entry) => entry.annotation.kind === 'span' && entry.annotation.text),
    ).toEqual(words);
    expect(sidecar.problems).toEqual([]);
  });
});
