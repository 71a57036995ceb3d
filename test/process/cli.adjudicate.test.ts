import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { AdjudicateOutput } from '../../server/src/cli/contracts/adjudication.ts';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const TEXT = 'Rusia 😀 mengundang Taliban ke Moskow.\r\nTaliban datang ke New York Times kemarin.\r\n';
const DONE: Annotation = { kind: 'status', id: 'status', status: 'done', rev: revisionOf(TEXT), extra: [] };

function tag(words: string, label: string, suffix: string): Annotation {
  const start = TEXT.indexOf(words);
  return newSpan({ article: TEXT, range: { start, end: start + words.length }, label, suffix });
}

const layer = (...lines: Annotation[]) => serializeSidecar([...lines, DONE]);
const FILES = {
  'pressmark.json': '{ "annotators": ["ana", "binh", "chi"] }',
  'a.txt': TEXT,
  'a.txt.ana.ann.json': layer(tag('Taliban', 'ORG', 'aaaaa1'), tag('Moskow', 'GPE', 'aaaaa2')),
  'a.txt.binh.ann.json': layer(
    tag('Taliban', 'NORP', 'bbbbb1'),
    tag('Moskow', 'GPE', 'bbbbb2'),
    tag('New York', 'GPE', 'bbbbb3'),
  ),
  'a.txt.chi.ann.json': layer(tag('Taliban', 'ORG', 'ccccc1'), tag('Moskow', 'GPE', 'ccccc2')),
};
const gold = (corpus: Corpus) =>
  parseSidecar(corpus.read('a.txt.gold.ann.json')).annotations.map((e) => e.annotation);

describe('pressmark adjudicate', () => {
  it('writes what all agree on, leaves the rest, and ends with 1', async () => {
    const corpus = new Corpus(FILES);
    const before = Object.keys(FILES).map((f) => corpus.read(f));
    const { code, out, err } = await corpus.run(['adjudicate', '--rule', 'unanimous', '--by', 'dian']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('2:19');
    expect(out).toContain('ORG Taliban (ana, chi) | NORP Taliban (binh)');
    expect(gold(corpus)).toMatchObject([
      { kind: 'span', label: 'GPE', start: 30, text: 'Moskow', decision: 'unanimous', by: 'dian' },
    ]);
    expect(Object.keys(FILES).map((f) => corpus.read(f))).toEqual(before);
  });

  it('takes no empty name, with which its lines could not be read back', async () => {
    const corpus = new Corpus(FILES);
    for (const by of ['', ' '])
      expect((await corpus.run(['adjudicate', '--rule', 'unanimous', '--by', by])).code).toBe(2);
    expect(() => corpus.read('a.txt.gold.ann.json')).toThrow('ENOENT');
  });

  it('says in JSON what is left, and a second run changes nothing', async () => {
    const corpus = new Corpus(FILES);
    const args = ['adjudicate', '.', '--rule', 'majority', '--format', 'json'];
    const first = await corpus.json(AdjudicateOutput, ...args);
    expect(first.summary).toMatchObject({ articles: 1, groups: 3, settled: 2, byRule: 2, open: 1 });
    expect(first.articles[0]?.open).toMatchObject([
      {
        kind: 'missing',
        start: 56,
        end: 64,
        line: 2,
        column: 19,
        having: 1,
        of: 3,
        versions: [{ annotators: ['binh'] }],
      },
    ]);
    const text = corpus.read('a.txt.gold.ann.json');
    const second = await corpus.json(AdjudicateOutput, ...args);
    expect(second.summary).toMatchObject({ settled: 2, byRule: 0, open: 1 });
    expect(corpus.read('a.txt.gold.ann.json')).toBe(text);
    expect(readdirSync(corpus.folder).filter((f) => f.includes('tmp') || f.includes('lock'))).toEqual([]);
  });

  it('ends with 0 where all of a label is settled; writes nothing on a dry run', async () => {
    const corpus = new Corpus(FILES);
    const dry = await corpus.run(['adjudicate', '--rule', 'majority', '--label', 'NORP', '--dry-run']);
    expect(dry.code).toBe(0);
    expect(readdirSync(corpus.folder)).not.toContain('a.txt.gold.ann.json');
    const real = await corpus.run(['adjudicate', '--rule', 'majority', '--label', 'NORP']);
    expect(real.code).toBe(0);
    expect(
      gold(corpus)
        .map((l) => l.kind)
        .sort(),
    ).toEqual(['record', 'span']);
  });

  it('compares only who is done, unless told otherwise', async () => {
    const open = corpusWithout('chi');
    const majority = await open.run(['adjudicate', '--rule', 'majority', '--min', '3']);
    expect(majority).toMatchObject({ code: 0, out: expect.stringContaining('1 article passed over') });
    const all = await open.json(
      AdjudicateOutput,
      'adjudicate',
      '--rule',
      'majority',
      '--all',
      '--format',
      'json',
    );
    expect(all.articles[0]?.annotators).toEqual(['ana', 'binh', 'chi']);
  });

  it('touches nothing where a layer or the gold layer cannot be read, and ends with 2', async () => {
    for (const broken of ['a.txt.binh.ann.json', 'a.txt.gold.ann.json']) {
      const corpus = new Corpus({ ...FILES, 'b.txt': TEXT, [broken]: '{"pressmark":1,"annotations":[{oops' });
      const { code, err } = await corpus.run(['adjudicate', '--rule', 'majority']);
      expect(code).toBe(2);
      expect(err).toContain(broken);
      expect(corpus.read(broken)).toContain('{oops');
      if (broken.includes('binh')) expect(readdirSync(corpus.folder)).not.toContain('a.txt.gold.ann.json');
    }
  });

  it('refuses what cannot be meant', async () => {
    const corpus = new Corpus(FILES);
    expect(await corpus.run(['adjudicate'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--rule'),
    });
    const typo = await corpus.run(['adjudicate', '--rule', 'majority', '--label', 'GEP']);
    expect(typo).toMatchObject({ code: 2, err: expect.stringContaining('GPE') });
  });

  it('lists in CSV a row for each version', async () => {
    const { out } = await new Corpus(FILES).run(['adjudicate', '--rule', 'unanimous', '--format', 'csv']);
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toMatch(/^path,line,column,kind,/);
    expect(rows.map((r) => r.split(',').slice(0, 7).join(','))).toEqual([
      'a.txt,1,20,label,,1,ORG',
      'a.txt,1,20,label,,2,NORP',
      'a.txt,2,19,missing,,1,GPE',
    ]);
  });
});

function corpusWithout(name: string): Corpus {
  const corpus = new Corpus(FILES);
  const file = `a.txt.${name}.ann.json`;
  const lines = parseSidecar(corpus.read(file)).annotations.map((e) => e.annotation);
  corpus.write(file, serializeSidecar(lines.filter((l) => l.kind !== 'status')));
  return corpus;
}
