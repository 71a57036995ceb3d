import { describe, expect, it } from 'vitest';
import {
  buildTree,
  type CorpusFilter,
  childrenOf,
  type FolderNode,
} from '../../../client/src/views/corpus/nodes.ts';
import type { ArticleSummary } from '../../../server/src/lsp/protocol.ts';

const article = (path: string, annotations: number, warnings?: number): ArticleSummary => ({
  uri: `file:///c/${path}`,
  path,
  annotations,
  status: 'open',
  progress: [],
  ...(warnings === undefined ? {} : { errors: 0, warnings }),
});
const corpus = [
  article('a/b/one.txt', 2, 3),
  article('a/two.txt', 0, 0),
  article('__proto__/x.txt', 1),
  article('y.txt', 0),
];

/** The tree as indented names. */
function drawn(filter: CorpusFilter): string[] {
  const lines = (node: FolderNode, depth: number): string[] =>
    childrenOf(node).flatMap((child) => [
      ' '.repeat(depth) + child.name,
      ...(child.kind === 'folder' ? lines(child, depth + 1) : []),
    ]);
  return lines(buildTree(corpus, filter), 0);
}

describe('the corpus as a tree', () => {
  it('has folders in folders, and any name a folder may have', () => {
    expect(drawn('all')).toEqual(['a', ' b', '  one.txt', ' two.txt', '__proto__', ' x.txt', 'y.txt']);
  });

  it('keeps only what passes the filter', () => {
    expect(drawn('findings')).toEqual(['a', ' b', '  one.txt']);
    expect(drawn('unannotated')).toEqual(['a', ' two.txt', 'y.txt']);
  });

  it('keeps what the user has still to do, or is done with, and what is assigned', () => {
    const of = (path: string, more: Partial<ArticleSummary>) => ({ ...article(path, 0), ...more });
    const mine = { assigned: ['ana'], mine: true };
    const others = { assigned: ['budi'], mine: false };
    const articles = [
      of('open.txt', mine),
      of('done.txt', { ...mine, status: 'done' }),
      of('changed.txt', { ...mine, status: 'reviewed', changed: true }),
      of('others.txt', others),
      of('nobodys.txt', { assigned: [], mine: false }),
    ];
    const names = (filter: CorpusFilter) =>
      buildTree(articles, filter).articles.map(({ name }) => name.replace('.txt', ''));
    expect(names('toDo')).toEqual(['open', 'changed']);
    expect(names('mine')).toEqual(['open', 'done', 'changed']);
    expect(names('done')).toEqual(['done']);
    expect(names('unassigned')).toEqual(['nobodys']);
    expect(buildTree(articles, 'all').done).toBe(1);
  });

  it('sums up each folder, and the whole', () => {
    const root = buildTree(corpus, 'all');
    expect([root.size, root.annotations, root.findings]).toEqual([4, 3, 3]);
    const a = root.folders.get('a');
    expect([a?.path, a?.size, a?.annotations, a?.findings]).toEqual(['a', 2, 2, 3]);
    expect(a?.folders.get('b')?.path).toBe('a/b');
  });

  it('knows the parent of every line, none for the top', () => {
    const root = buildTree(corpus, 'all');
    const a = root.folders.get('a');
    expect(a?.parent).toBeUndefined();
    expect(a?.articles[0]?.parent).toBe(a);
    expect(root.articles[0]?.parent).toBeUndefined();
  });
});
