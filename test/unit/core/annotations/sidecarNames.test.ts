import { describe, expect, it } from 'vitest';
import {
  articleOfSidecar,
  isSidecar,
  sidecarUri,
} from '../../../../server/src/core/annotations/sidecarNames.ts';

describe('sidecarUri', () => {
  it.each([
    ['file:///a/b.txt', undefined, 'file:///a/b.txt.ann.json'],
    ['file:///a/b.txt', 'linh', 'file:///a/b.txt.linh.ann.json'],
    ['file:///a/b.txt', 'gold', 'file:///a/b.txt.gold.ann.json'],
    ['file:///a/b.txt', 'Hà', 'file:///a/b.txt.H%C3%A0.ann.json'],
    ['vscode-vfs://github/x/b.txt?ref=1', undefined, 'vscode-vfs://github/x/b.txt.ann.json?ref=1'],
    ['dir/what?#1.txt', 'Hà', 'dir/what?#1.txt.Hà.ann.json'],
    ['C:\\x\\b.txt', undefined, 'C:\\x\\b.txt.ann.json'],
  ])('%s of %s is %s', (article, annotator, sidecar) => {
    expect(sidecarUri(article, annotator)).toBe(sidecar);
    expect(articleOfSidecar(sidecar)).toEqual(annotator === undefined ? { article } : { article, annotator });
  });
});

describe('articleOfSidecar', () => {
  it.each([
    ['a/b.txt', undefined],
    ['a/.ann.json', undefined],
    ['.ann.json', undefined],
    ['a/b.v2.txt.ann.json', { article: 'a/b.v2.txt' }],
    ['a/b.ann.json', { article: 'a/b' }],
    ['a/b.gold.ann.json', { article: 'a/b', annotator: 'gold' }],
    ['a/b.txt.ann.json.ann.json', { article: 'a/b.txt.ann.json' }],
    ['file:///%E0%A4%A.txt.%E0%A4%A.ann.json', { article: 'file:///%E0%A4%A.txt.%E0%A4%A' }],
  ])('%s', (uri, expected) => {
    expect(articleOfSidecar(uri)).toEqual(expected);
    expect(isSidecar(uri)).toBe(expected !== undefined);
  });

  it('goes by the project’s annotators where there are some', () => {
    expect(articleOfSidecar('b.html.linh.ann.json', ['linh'])).toEqual({
      article: 'b.html',
      annotator: 'linh',
    });
    expect(articleOfSidecar('b.txt.bak.ann.json', ['linh'])).toEqual({ article: 'b.txt.bak' });
  });
});
