import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../../../server/src/core/formats/dataset.ts';
import { articleOf, fileKey, fileOf } from '../../../../server/src/core/formats/fileNames.ts';

const article = (path: string, annotator?: string): DatasetArticle => ({
  path,
  text: '',
  language: 'und',
  ...(annotator === undefined ? {} : { annotator }),
  spans: [],
  relations: [],
  documentLabels: [],
});
const file = (path: string, annotator?: string) => fileOf({ name: 'data' }, article(path, annotator), '.ann');

describe('the file of an article', () => {
  it.each([
    ['2026/b.txt', undefined, 'data/2026/b.ann'],
    ['2026/b.txt', 'ani', 'data/@ani/2026/b.ann'],
    ['2026/thứ hai.txt', 'Bảo Nguyễn', 'data/@Bảo Nguyễn/2026/thứ hai.ann'],
    ['@ani/b.txt', undefined, 'data/%40ani/b.ann'],
    ['b.md', undefined, 'data/b.md%-.ann'],
    ['b', undefined, 'data/b%-.ann'],
    ['.txt', undefined, 'data/.txt%-.ann'],
    ['../../b.txt', '..', 'data/@%2E%2E/%2E%2E/%2E%2E/b.ann'],
    ['/etc/./b.txt', '', 'data/@%/%/etc/%2E/b.ann'],
    ['C:\\b?.txt', 'a/b', 'data/@a%2Fb/C%3A%5Cb%3F.ann'],
    ['con.txt', undefined, 'data/%63on.ann'],
    ['Aux.a/lpt1.txt', 'NUL', 'data/@%4EUL/%41ux.a/%6Cpt1.ann'],
    ['a./b .txt', undefined, 'data/a%2E/b%20.ann'],
    ['100%.txt', undefined, 'data/100%25.ann'],
    ['a\n\ud800.txt', undefined, 'data/a%0A%uD800.ann'],
  ])('is, for %j of %j, %s', (path, annotator, expected) => {
    expect(file(path, annotator)).toBe(expected);
  });

  it('tells its article, whatever names there are', () => {
    const name = fc.oneof(
      fc.constantFrom('..', '.', '', '@', '%', '%-', '%2E', 'con', '@ani', 'a.txt', '.txt', 'a ', '%uD800'),
      fc.string({ unit: 'binary', maxLength: 6 }).map((s) => s.replaceAll('/', '')),
    );
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((s) => s.join('/'));
    fc.assert(
      fc.property(path, fc.option(name, { nil: undefined }), (path, annotator) => {
        const made = file(path, annotator);
        expect(made).toMatch(/^data\/[^/]/);
        expect(made.split('/').filter((s) => ['', '.', '..'].includes(s) || /[<>:"|?*\\]/.test(s))).toEqual(
          [],
        );
        const { name, annotator: by } = articleOf(made, '.ann');
        expect([annotator === undefined ? name.slice('data/'.length) : name, by]).toEqual([path, annotator]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the names of other tools as they are', () => {
    expect(articleOf('brat/news/100%.ann', '.ann')).toEqual({ name: 'brat/news/100%.txt' });
    expect(articleOf('./DOC%3a.ANN', '.ann')).toEqual({ name: 'DOC%3a.txt' });
  });

  it('has one key on a disk that tells neither case nor composition', () => {
    expect(fileKey('data/E\u0301.ann')).toBe(fileKey('data/é.ann'));
    expect(fileKey('data/a.ann')).not.toBe(fileKey('data/b.ann'));
  });
});
