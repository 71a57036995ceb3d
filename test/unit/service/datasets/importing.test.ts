import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../../server/src/core/message.ts';
import type { ImportPlan } from '../../../../server/src/service/datasets/importReport.ts';
import { ImportedCorpus } from '../../../support/imports.ts';

const TEXT = 'Ibu Ani bertemu Budi di Bandung.\n';
const PROJECT = '{"labels":[{"name":"PER"}]}';

function corpus(files: Readonly<Record<string, string>> = {}): ImportedCorpus {
  return new ImportedCorpus({ 'pressmark.json': PROJECT, ...files });
}

const task = (text: string, more: object = {}) =>
  `${JSON.stringify({ text, spans: [{ start: 4, end: 7, label: 'PER' }], ...more })}\n`;
const named = (path: string, text = TEXT) => task(text, { meta: { path } });

function told(plan: ImportPlan): string[] {
  return [...plan.problems, ...plan.files.flatMap((f) => f.problems)].map(
    (p) => `${p.file}:${p.line} ${p.code} ${formatMessage(p.message)}`,
  );
}

async function changed(own: ImportedCorpus, from = 'prodigy'): Promise<string[]> {
  const plan = await own.plan(from);
  expect(told(plan).filter((t) => !t.includes('import/revised'))).toEqual([]);
  return plan.changes.map((c) => decodeURIComponent(c.uri).slice('file:///corpus/'.length)).sort();
}

describe('the article that a file speaks of', () => {
  it('has its path, or ends as its path does, or the same text', async () => {
    const own = corpus({ 'news/2026/a.txt': TEXT, 'news/2025/a.txt': `${TEXT}Dulu.\n` });
    own.give('in.jsonl', named('news/2026/a.txt'));
    expect(await changed(own)).toEqual(['news/2026/a.txt.ann.json']);
    own.give('in.jsonl', named('2026/a'));
    expect(await changed(own)).toEqual(['news/2026/a.txt.ann.json']);
    own.give('in.jsonl', named('exported/data/2026/a.txt'));
    expect(await changed(own)).toEqual(['news/2026/a.txt.ann.json']);
    own.give('in.jsonl', named('something else', TEXT.replaceAll(' ', '  ').replace('Ibu  Ani', 'Ibu Ani')));
    expect(await changed(own)).toEqual(['news/2026/a.txt.ann.json']);
    own.give('in.jsonl', task(TEXT));
    expect(await changed(own)).toEqual(['news/2026/a.txt.ann.json']);
  });

  it('is that of its name which has its text, and never one of several by chance', async () => {
    const own = corpus({ 'x/a.txt': TEXT, 'y/a.txt': 'Ibu Ani pulang.', 'z/b.txt': TEXT });
    own.give('in.jsonl', named('a'));
    expect(await changed(own)).toEqual(['x/a.txt.ann.json']);
    own.give('in.jsonl', task(TEXT));
    expect(told(await own.plan('prodigy'))).toEqual([
      'in/in.jsonl:1 import/ambiguous This may be one of several articles: x/a.txt, z/b.txt. Give it the whole path of one as its name, or name a folder with --into.',
    ]);
  });

  it('may be called as many others are, or lie in any number of folders', async () => {
    const own = corpus();
    const texts = Array.from({ length: 2000 }, (_, i) => `Ibu Ani ${i}.`);
    own.give(
      'in.jsonl',
      texts.map((text) => named('agency', text)).join('') + named('a/'.repeat(100_000), TEXT),
    );
    const plan = await own.plan('prodigy');
    expect(told(plan)).toEqual([]);
    expect([plan.created[0], plan.created[1999]]).toEqual(['agency.txt', 'agency-2000.txt']);
    expect(plan.created[2000]).toBe(`${'a/'.repeat(11)}a.txt`);
  });

  it('is made where it is not there, under its name, or a number of its file, never over another one', async () => {
    const own = corpus({ 'a.md': 'Not an article.', 'sub/x.txt': 'Lain.' });
    own.give('in.jsonl', named('a') + named('a', 'Ibu Eka pergi.') + task('Pak Eko ada.'));
    expect(await changed(own)).toEqual([
      'a-2.txt',
      'a-2.txt.ann.json',
      'a.txt',
      'a.txt.ann.json',
      'in-0003.txt',
      'in-0003.txt.ann.json',
    ]);
    await own.import('prodigy');
    expect(await changed(own)).toEqual([]);
  });

  it('is refused where the project would not include it', async () => {
    const own = corpus({ 'pressmark.json': '{"include":["news/**/*.txt"],"labels":[{"name":"PER"}]}' });
    own.give('in.jsonl', named('a'));
    const plan = await own.plan('prodigy');
    expect(told(plan)[0]).toMatch(/^a\.txt:undefined import\/not-included .*--into/);
    expect([plan.stopped, plan.changes]).toEqual([true, []]);
  });
});

describe('what needs a look', () => {
  it('is told, written for the editor to show, and there the second time', async () => {
    const own = corpus({ 'a.txt': TEXT });
    own.give('a.txt', TEXT);
    own.give('a.ann', 'T1\tPER 4 7\tAni\nT2\tPER 1 5\tBudi\n');
    const plan = await own.import('brat');
    expect(plan.files[0]).toMatchObject({ added: 2, look: 1, offsets: { quotes: 2, fitted: 1 } });
    expect(plan.files[0]?.notes).toMatchObject([
      {
        kind: 'look',
        code: 'requoted',
        line: 2,
        article: { path: 'a.txt', at: { start: 16, line: 1, column: 17 } },
      },
    ]);
    expect(await changed(own, 'brat')).toEqual([]);
  });

  it('is an annotation in an article that has another text, which is kept then', async () => {
    const own = corpus({ 'a.txt': 'Ibu Ani bertemu seseorang di kota Bandung.\n' });
    own.give('a.txt', TEXT);
    own.give('a.ann', 'T1\tPER 4 7\tAni\nT2\tPER 16 20\tBudi\n');
    const plan = await own.import('brat');
    expect(told(plan)[0]).toContain('import/revised The article a.txt has another text');
    expect(plan.files[0]).toMatchObject({ added: 2, look: 1 });
    expect(plan.files[0]?.notes.map((n) => formatMessage(n.message))).toEqual([
      'The article has another text here, and the place of “Budi” is not certain.',
    ]);
    expect(plan.texts.size).toBe(1);
    expect(await changed(own, 'brat')).toEqual([]);
  });
});

describe('a file without words', () => {
  it('that another way of counting suits better is refused, until somebody says which', async () => {
    const own = corpus();
    const label = [
      [0, 4, 'PER'],
      [11, 14, 'PER'],
    ];
    own.give('in.jsonl', `${JSON.stringify({ text: 'Anna met 😀 Lin in Hanoi.', label })}\n`);
    const plan = await own.plan('doccano');
    expect(told(plan).at(-1)).toMatch(/^in\/in\.jsonl:1 import\/undecided-offsets .*--offsets codePoint/);
    expect([plan.stopped, plan.changes]).toEqual([true, []]);
  });
});

describe('several files', () => {
  it('are imported whole or not at all', async () => {
    const own = corpus({ 'a.txt': TEXT });
    own.give('good.jsonl', named('a'));
    own.give('bad.jsonl', '{"text":');
    const plan = await own.plan('prodigy');
    expect(plan.files.map((f) => f.added)).toContain(1);
    expect([plan.stopped, plan.changes]).toEqual([true, []]);
  });

  it('are told of where none recognises them: one may be cut short', async () => {
    const own = corpus({ 'a.txt': TEXT });
    own.give('good.jsonl', named('a'));
    own.give('bad.jsonl', '{"text":');
    own.give('split.json', '{}');
    const plan = await own.plan('auto');
    expect(told(plan)).toEqual([
      expect.stringMatching(/bad\.jsonl:undefined import\/passed .*left out.*--from/),
    ]);
  });

  it('are each recognised', async () => {
    const own = corpus({ 'a.txt': TEXT });
    own.give('a.txt', TEXT);
    own.give('a.ann', 'T1\tPER 4 7\tAni\n');
    own.give(
      'in.jsonl',
      task(TEXT, { spans: [{ start: 16, end: 20, label: 'PER', token_start: 3, token_end: 3 }], tokens: [] }),
    );
    const plan = await own.plan('auto');
    expect(plan.files.map((f) => [f.file, f.format?.name, f.recognised, f.added])).toEqual([
      ['in/a.ann', 'brat', true, 1],
      ['in/in.jsonl', 'prodigy', true, 1],
    ]);
  });

  it('are carried out only on the corpus that they were planned for', async () => {
    const own = corpus({ 'a.txt': TEXT, 'a.txt.ann.json': '' });
    own.give('in.jsonl', named('a'));
    const { replaceAll } = own.host.output;
    Object.assign(own.host.output, {
      replaceAll: async (folder: string, changes: ImportPlan['changes']) => {
        own.host.write('file:///corpus/a.txt.ann.json', '\n');
        return replaceAll(folder, changes);
      },
    });
    await expect(own.import('prodigy')).rejects.toThrow('was changed in the meantime');
  });
});
