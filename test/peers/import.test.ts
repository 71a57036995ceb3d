import { describe, expect, it } from 'vitest';
import { ImportedCorpus } from '../support/imports.ts';
import { bytesOf, filesBelow, notFetched, peerPath } from '../support/peerFiles.ts';

const BRAT = 'nlplab/brat';
const PROJECTS = 'explosion/projects';
const FASHION = 'tutorials/ner_fashion_brands/assets/fashion_brands_training.jsonl';
const add = { unknownNames: 'add' } as const;

describe('files of other tools, brought into an empty corpus', () => {
  it('brat’s example data: every quote at its place, and nothing new the second time', async (ctx) => {
    const folder = peerPath(BRAT, 'example-data');
    if (!folder) return ctx.skip(notFetched(BRAT));
    const corpus = new ImportedCorpus();
    for (const name of filesBelow(folder).filter((n) => /\.(?:ann|txt)$/.test(n)))
      corpus.give(name, bytesOf(`${folder}/${name}`));
    const plan = await corpus.import('auto', add);
    const sum = (key: 'added' | 'look' | 'leftOut') => plan.files.reduce((n, f) => n + f[key], 0);
    expect([plan.stopped, sum('look'), sum('leftOut')]).toEqual([false, 0, 0]);
    expect(sum('added')).toBeGreaterThan(10_000);
    expect(new Set(plan.files.map((f) => f.format?.name))).toEqual(new Set(['brat']));
    for (const { offsets } of plan.files) expect(offsets.fitted).toBe(offsets.quotes);
    expect((await corpus.plan('auto', add)).changes).toEqual([]);
  }, 120_000);

  it('the fashion data with emoji: code points, which nobody said', async (ctx) => {
    const file = peerPath(PROJECTS, FASHION);
    if (!file) return ctx.skip(notFetched(PROJECTS));
    const corpus = new ImportedCorpus();
    corpus.give('fashion.jsonl', bytesOf(file));
    const plan = await corpus.import('auto', add);
    const [report] = plan.files;
    expect(report?.format?.name).toBe('prodigy');
    expect(report?.offsets).toMatchObject({ counting: { unit: 'codePoint' }, quotes: 527, fitted: 527 });
    // Neither UTF-16 units nor bytes would do.
    expect(report?.offsets.sentences.map((s) => s.template)).toEqual([
      'Offsets count code points: {0} of {1} quotes fit.',
    ]);
    expect(report).toMatchObject({ added: 527, look: 0, leftOut: 0 });
  }, 60_000);
});
