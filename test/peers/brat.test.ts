import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bratName } from '../../server/src/core/formats/brat/names.ts';
import { brat } from '../../server/src/core/formats/brat.ts';
import { type DatasetArticle, partsOf } from '../../server/src/core/formats/dataset.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { anyDataset } from '../property/core/formats/datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { asBratConfigures, asBratReads, whyNoBrat } from '../support/bratReader.ts';
import { bytesOf, filesBelow, notFetched, peerPath } from '../support/peerFiles.ts';

const examples = peerPath('nlplab/brat', 'example-data');
const dkpro = peerPath('dkpro/dkpro-core', 'dkpro-core-io-brat-asl/src/test/resources');
const noBrat = whyNoBrat();

/** What an `.ann` file holds, counted with nothing of ours. */
function countsOf(ann: string) {
  const rows = ann.split(/\r?\n/).map((l) => l.split('\t'));
  const of = (kind: string) =>
    rows.filter(([id]) => id?.startsWith(kind) && id.length > (kind === '*' ? 0 : 1));
  const triggers = new Set(of('E').map(([, data]) => /:(T\S+)/.exec(data ?? '')?.[1]));
  const members = (data = '') => data.trim().split(/\s+/).length - 1;
  return {
    spans: of('T').length - triggers.size + of('E').length,
    relations:
      of('R').length +
      of('E').reduce((n, [, data]) => n + members(data), 0) +
      of('*').reduce((n, [, data]) => n + members(data) - 1, 0),
    values: of('A').length + of('M').length,
    notes: of('#').length,
    entities: of('N').length,
  };
}

async function readPair(folder: string, ann: string) {
  // What dkpro is to write has its text beside what it reads.
  const txt = ann.replace(/\.ann$/, '.txt').replace(/(document\d\w?|event)-ref(-\w+)?|-min/, '$1');
  const files = new Map([
    [basename(ann), bytesOf(join(folder, ann))],
    [basename(ann).replace(/\.ann$/, '.txt'), bytesOf(join(folder, txt))],
  ]);
  const { articles, problems } = await readDataset(brat, files);
  const [read] = articles;
  if (!read) throw new Error(`${ann} gave no article`);
  const placed = placeRead(read);
  return {
    read,
    problems,
    placed,
    text: read.text ?? '',
    ann: Buffer.from(files.get(basename(ann)) ?? []).toString(),
  };
}

/** What read annotations hold, in the same counts. */
function heldBy({ spans, relations }: DatasetArticle) {
  const own = ['event', 'equiv', 'relation', 'roles'];
  const values = [...spans, ...relations].flatMap((a) =>
    [...a.attributes].filter(([name]) => !own.includes(name)),
  );
  const isNote = ([name]: [string, unknown]) => name.startsWith('#');
  return {
    spans: spans.length,
    relations: relations.length,
    values: values.filter((v) => !isNote(v)).length,
    notes:
      values.filter(isNote).length +
      [...spans, ...relations].flatMap((a) => a.note?.split('\n') ?? []).length,
    entities: spans.filter((s) => s.entity !== undefined).length,
  };
}

const sum = (all: readonly Record<string, number>[]) => {
  const total: Record<string, number> = {};
  for (const one of all) for (const [key, n] of Object.entries(one)) total[key] = (total[key] ?? 0) + n;
  return total;
};

/** Reads files of a folder, checks every count and quote, and writes them back. */
async function exercise(folder: string, files: readonly string[]) {
  const articles: { original: { text: string; ann: string }; written: { text: string; ann: string } }[] = [];
  const held: Record<string, number>[] = [];
  for (const file of files) {
    const { problems, placed, ann, text } = await readPair(folder, file);
    expect([file, problems], 'problems').toEqual([file, []]);
    expect([file, placed.unsure, placed.lost]).toEqual([file, [], []]);
    const [article] = placed.articles;
    if (!article) throw new Error(`${file} gave nothing`);
    expect([file, heldBy(article)]).toEqual([file, countsOf(ann)]);
    held.push(heldBy(article));
    const written = writeDataset(brat, [article]);
    const again = await readDataset(brat, written.files);
    expect([file, foundIn(brat, again.articles, [article])]).toEqual([file, expectedOf(brat, [article], [])]);
    const of = (ending: string) => {
      const [, bytes] = [...written.files].find(([name]) => name.endsWith(ending)) ?? [];
      return Buffer.from(bytes ?? []).toString();
    };
    articles.push({ original: { text, ann }, written: { text: of('.txt'), ann: of('.ann') } });
  }
  return { articles, held: sum(held) };
}

describe('files of brat', () => {
  it.skipIf(!examples)(
    `example-data, all of it: ${examples ? 'here' : notFetched('nlplab/brat')}`,
    async (ctx) => {
      const folder = examples ?? '';
      const files = filesBelow(folder).filter((f) => f.endsWith('.ann'));
      const { articles, held } = await exercise(folder, files);
      console.log(`brat example-data: ${files.length} files`, held);
      expect(files.length).toBe(172);
      expect(held).toEqual({ spans: 9832, relations: 6726, values: 3802, notes: 1173, entities: 1 });
      if (noBrat) ctx.skip(noBrat);
      const before = asBratReads(articles.map((a) => a.original));
      const after = asBratReads(articles.map((a) => a.written));
      for (const [i, file] of files.entries()) expect([file, after[i]]).toEqual([file, before[i]]);
    },
  );

  const files = [
    ['brat/document0a.ann', 'events without arguments'],
    ['brat/document0b.ann', 'long names'],
    ['brat/document0c.ann', 'a discontinuous span'],
    ['brat/document0d.ann', 'a discontinuous span over a line end and inside a word'],
    ['brat/document0d-ref.ann', 'what dkpro makes of it'],
    ['brat/document1.ann', 'an event with roles, notes on a span, an event and a relation'],
    ['brat/document1-ref.ann', 'relations with names of their own for their ends'],
    ['brat/document1-ref-mapping.ann', 'the same'],
    ['brat/document1-ref-sub.ann', 'the same'],
    ['brat/event.ann', 'an argument on other words'],
    ['brat/event-ref.ann', 'the same'],
    ['conll/2009/en-ref.ann', 'a sentence of dependencies'],
    ['conll/2012/en-ref.ann', 'coreference and predicates, over and in each other'],
    ['conll/2012/en-ref-min.ann', 'the same, without tokens'],
  ] as const;
  it.skipIf(!dkpro).each(files)(
    `dkpro: %s, %s${dkpro ? '' : `: ${notFetched('dkpro/dkpro-core')}`}`,
    async (file) => {
      const { articles } = await exercise(dkpro ?? '', [file]);
      if (noBrat) return;
      const [before, after] = [articles.map((a) => a.original), articles.map((a) => a.written)].map(
        asBratReads,
      );
      expect(after).toEqual(before);
    },
  );

  it.skipIf(noBrat)(`are what we write: ${noBrat ?? "brat's module reads them"}`, () => {
    const articles = fc.sample(anyDataset(), { numRuns: 300, seed: 6 }).flat();
    const written = articles.map((article) => {
      const files = [...writeDataset(brat, [article]).files];
      const ann = files.find(([name]) => name.endsWith('.ann'))?.[1] ?? '';
      return { text: article.text, ann: Buffer.from(ann).toString() };
    });
    for (const [i, view] of asBratReads(written).entries()) {
      const article = articles[i];
      if (!article) throw new Error('more views than articles');
      expect(view.failed).toEqual([]);
      // It says so of a span of nothing but blanks, and fills in the same blanks.
      expect(view.errors.filter((e) => !e.includes('Filling from reference text'))).toEqual([]);
      const places = article.spans.filter((s) => !/[\n\u2028]/.test(article.text.slice(s.start, s.end)));
      const bound = places.map((span) => {
        const parts = partsOf(span).map(({ start, end }) =>
          [start, end].map((o) => [...article.text.slice(0, o)].length),
        );
        return [
          'word',
          bratName(span.label),
          parts,
          partsOf(span)
            .map((p) => article.text.slice(p.start, p.end))
            .join(' '),
        ];
      });
      expect(view.entities).toEqual(expect.arrayContaining(bound));
      expect([view.entities.length, view.events.length]).toEqual([article.spans.length, 0]);
      expect(view.relations.length).toBe(article.relations.length);
      expect(view.normalizations.length).toBe(article.spans.filter((s) => s.entity !== undefined).length);
    }
  });

  it.skipIf(noBrat)(
    `have a configuration that we can write: ${noBrat ?? "brat's module reads it"}`,
    (ctx) => {
      const dataset = fc.sample(anyDataset(), { numRuns: 60, seed: 6 }).flat();
      const schema = {
        labels: ['PER', 'mit Raum'],
        relations: [{ name: 'near', from: ['PER'], to: [] }],
        documentLabels: [],
        attributes: [{ name: 'sure', labels: ['PER'], values: ['yes', 'no'] }],
      };
      const { files } = writeDataset(brat, dataset, { schema });
      const read = asBratConfigures(Buffer.from(files.get('data/annotation.conf') ?? []).toString());
      if (!read) ctx.skip('projectconfig.py of nlplab/brat is not here');
      expect(read?.warnings).toEqual([]);
      const labels = new Set([...schema.labels, ...dataset.flatMap((a) => a.spans.map((s) => s.label))]);
      expect(Object.keys(read?.sections.entities ?? {}).sort()).toEqual([...labels].map(bratName).sort());
      expect(read?.sections.relations).toMatchObject({ near: ['Arg1', 'Arg2'] });
      expect(read?.sections.attributes).toMatchObject({ sure: ['Arg', 'Value'] });
    },
  );
});
