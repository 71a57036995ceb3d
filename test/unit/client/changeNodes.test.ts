import { describe, expect, it } from 'vitest';
import {
  changeTree,
  countBelow,
  type FolderChanges,
  marksByLine,
} from '../../../client/src/views/changes/nodes.ts';
import type { ChangeView } from '../../../server/src/lsp/protocol/changes.ts';

function change(kind: ChangeView['kind'], line?: number): ChangeView {
  const at = (character: number) => ({ line: line ?? 0, character });
  return {
    kind,
    id: 'x',
    words: `+ ORG ${kind}`,
    ...(line === undefined ? {} : { range: { start: at(0), end: at(3) } }),
  };
}

function folder(
  name: string,
  changes: readonly ChangeView[],
  problems: readonly string[] = [],
): FolderChanges {
  const layer = { annotator: 'ana', sidecar: 'file:///a.txt.ana.ann.json', problems, changes };
  return {
    folder: `file:///${name}`,
    name,
    view: { articles: [{ uri: 'file:///a.txt', path: 'a.txt', layers: [layer] }] },
  };
}

describe('the tree of changes', () => {
  it('has articles, annotators and changes; tags that only moved along are left out', () => {
    const tree = changeTree([folder('a', [change('added', 1), change('moved', 2)], ['broken'])]);
    expect(tree.map((node) => node.kind)).toEqual(['article']);
    const [article] = tree;
    const layers = article?.kind === 'article' ? article.children : [];
    expect(layers.map((layer) => layer.children.map((leaf) => leaf.kind))).toEqual([['problem', 'change']]);
    expect(tree.map(countBelow)).toEqual([2]);
    expect(changeTree([folder('a', [change('moved', 2)])])).toEqual([]);
  });

  it('has folders where several are open, and says of those without history why they are empty', () => {
    const unknown: FolderChanges = {
      folder: 'file:///c',
      name: 'c',
      view: { unknown: 'no git', articles: [] },
    };
    const tree = changeTree([folder('a', [change('added', 1)]), folder('b', []), unknown]);
    expect(tree.map((node) => node.kind === 'folder' && [node.name, node.unknown, countBelow(node)])).toEqual(
      [
        ['a', undefined, 1],
        ['c', 'no git', 0],
      ],
    );
    expect(changeTree([unknown])).toEqual([]);
  });
});

describe('marks beside lines', () => {
  it('shows one for each line, the most important one', () => {
    const marks = marksByLine([
      change('added', 1),
      change('look', 1),
      change('removed', 4),
      change('added'),
      change('moved', 9),
    ]);
    expect([...marks]).toEqual([
      [1, 'look'],
      [4, 'removed'],
    ]);
  });
});
