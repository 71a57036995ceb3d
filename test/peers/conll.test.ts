import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conll } from '../../server/src/core/formats/conll.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { notFetched, peerPath } from '../support/peerFiles.ts';

const DKPRO = 'dkpro/dkpro-core';
const FILES = 'dkpro-core-io-conll-asl/src/test/resources/conll/';
const IDNER = 'khairunnisaor/idner-news-2k';
const DOCCANO = 'doccano/doccano';
const SEQUENCES = 'backend/data_import/tests/data/sequence_labeling/';

async function read(path: string, options: Record<string, string> = {}) {
  const bytes = new Uint8Array(readFileSync(path));
  const found = await readDataset(conll, new Map([['x.conll', bytes]]), options);
  return {
    ...found,
    lines: Buffer.from(bytes).toString('utf8').split('\n'),
    spans: found.articles.flatMap((a) => a.spans.map((s) => `${s.label} ${s.parts[0]?.quote}`)),
    told: found.problems.map((p) => `${p.severity} ${p.code} ${p.line ?? ''}`.trim()),
  };
}

describe('CoNLL files of DKPro', () => {
  it('en-orig.conll of 2003: four columns, IOB1, chunks that look like names', async (ctx) => {
    const path = peerPath(DKPRO, `${FILES}2003/en-orig.conll`);
    if (path === undefined) return ctx.skip(notFetched(DKPRO));
    const { spans, told } = await read(path);
    expect([spans, told]).toEqual([['ORG U.N.', 'PER Ekeus', 'LOC Baghdad'], ['information conll/layout']]);
  });

  it('ner2002_test.conll: two columns, blanks between', async (ctx) => {
    const path = peerPath(DKPRO, `${FILES}2002/ner2002_test.conll`);
    if (path === undefined) return ctx.skip(notFetched(DKPRO));
    expect((await read(path)).spans).toEqual([
      'PER Wolff',
      'LOC Argentina',
      'PER Del Bosque',
      'ORG Real Madrid',
    ]);
  });

  it('germeval2014_test.conll: numbers, sources in comments, two layers of names', async (ctx) => {
    const path = peerPath(DKPRO, `${FILES}2002/germeval2014_test.conll`);
    if (path === undefined) return ctx.skip(notFetched(DKPRO));
    const { spans, told } = await read(path);
    expect(spans.map((s) => s.split(' ')[0])).toEqual(['LOC', 'LOC', 'LOC', 'LOCpart', 'OTH', 'LOC']);
    expect(spans[4]).toContain(`${spans[5]?.slice('LOC '.length)} - `);
    expect(told).toEqual(['information conll/layout']);
  });
});

describe('Indonesian news', () => {
  it.for(['train.txt', 'dev.txt', 'test.txt'])(
    'idner-news-2k %s: as many names as B-, none repaired',
    async (name, ctx) => {
      const path = peerPath(IDNER, name);
      if (path === undefined) return ctx.skip(notFetched(IDNER));
      const { articles, lines, spans, told } = await read(path);
      expect(spans.length).toBe(lines.filter((line) => / B-(?:PER|ORG|LOC)\s*$/.test(line)).length);
      expect(told).toEqual(['information conll/layout']);
      expect(articles[0]?.text?.split(/\s/).length).toBe(lines.filter((line) => line.trim() !== '').length);
    },
  );

  it('idner-news-2k dev.txt: written and read again it is the same', async (ctx) => {
    const path = peerPath(IDNER, 'dev.txt');
    if (path === undefined) return ctx.skip(notFetched(IDNER));
    const first = await read(path, { articles: 'sentence' });
    expect(first.articles.length).toBeGreaterThan(300);
    const placed = first.articles.flatMap(
      (a, i) => placeRead({ ...a, name: `${i}.txt`, language: 'id' }).articles,
    );
    const written = writeDataset(conll, placed, { align: 'strict' });
    const cut = written.losses.filter(({ loss }) => loss.reasons.some((r) => r.code !== 'cuts-token'));
    expect(cut).toEqual([]);
    const again = (await readDataset(conll, written.files)).articles.flatMap((a) =>
      a.spans.map((s) => `${a.name} ${s.label} ${s.parts[0]?.quote?.replace(/\s/g, '')}`),
    );
    const lost = new Set(written.losses.map(({ loss }) => (loss.kind === 'span' ? loss.item : undefined)));
    const expected = placed.flatMap((a) =>
      a.spans
        .filter((s) => !lost.has(s))
        .map((s) => `${a.path} ${s.label} ${a.text.slice(s.start, s.end).replace(/\s/g, '')}`),
    );
    expect(again.sort()).toEqual(expected.sort());
  });
});

describe('CoNLL files of doccano', () => {
  it('example.conll: tabs, two sentences', async (ctx) => {
    const path = peerPath(DOCCANO, `${SEQUENCES}example.conll`);
    if (path === undefined) return ctx.skip(notFetched(DOCCANO));
    const { spans, articles } = await read(path, { articles: 'sentence' });
    expect([spans, articles.length]).toEqual([['LOC JAPAN', 'PER Nadim Ladki'], 2]);
  });

  it('labeling.invalid.conll: a first line of another shape is refused by its number', async (ctx) => {
    const path = peerPath(DOCCANO, `${SEQUENCES}labeling.invalid.conll`);
    if (path === undefined) return ctx.skip(notFetched(DOCCANO));
    expect((await read(path)).told).toEqual(['error conll/columns 1', 'information conll/layout']);
  });

  it('labeling.trailing.conll: blank lines at the end, or none, are nothing', async (ctx) => {
    const path = peerPath(DOCCANO, `${SEQUENCES}labeling.trailing.conll`);
    if (path === undefined) return ctx.skip(notFetched(DOCCANO));
    expect((await read(path)).spans).toEqual(['LOC JAPAN', 'PER CHINA']);
  });
});
