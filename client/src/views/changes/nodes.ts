import type {
  ChangedArticleView,
  ChangedLayerView,
  ChangesView,
  ChangeView,
} from '../../../../server/src/lsp/protocol/changes.ts';

/** What a folder's articles say, and where it lies. */
export interface FolderChanges {
  readonly folder: string;
  readonly name: string;
  readonly view: ChangesView;
}

/** A folder of several, an article, an annotator's file, or one change in it. */
export type ChangeNode = FolderNode | ArticleNode | LayerNode | LeafNode | ProblemNode;

export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  readonly unknown?: string;
  readonly children: readonly ArticleNode[];
}
export interface ArticleNode {
  readonly kind: 'article';
  readonly article: ChangedArticleView;
  readonly children: readonly LayerNode[];
}
export interface LayerNode {
  readonly kind: 'layer';
  readonly article: ChangedArticleView;
  readonly layer: ChangedLayerView;
  readonly children: readonly (LeafNode | ProblemNode)[];
}
export interface LeafNode {
  readonly kind: 'change';
  readonly article: ChangedArticleView;
  readonly layer: ChangedLayerView;
  readonly change: ChangeView;
}
export interface ProblemNode {
  readonly kind: 'problem';
  readonly layer: ChangedLayerView;
  readonly problem: string;
}

/** What is told of a layer: tags that only moved along with their words are not. */
export function toldChanges({ changes }: ChangedLayerView): readonly ChangeView[] {
  return changes.filter(({ kind }) => kind !== 'moved');
}

/** The tree: articles, or folders of articles where several folders are open. Layers of which nothing is told are left out. */
export function changeTree(folders: readonly FolderChanges[]): readonly (FolderNode | ArticleNode)[] {
  const nodes = folders.map(({ name, view }): FolderNode => {
    const children = view.articles.map(articleNode).filter((node) => node.children.length > 0);
    return {
      kind: 'folder',
      name,
      ...(view.unknown === undefined ? {} : { unknown: view.unknown }),
      children,
    };
  });
  const [only, ...others] = nodes;
  if (only && others.length === 0) return only.children;
  return nodes.filter((node) => node.children.length > 0 || node.unknown !== undefined);
}

function articleNode(article: ChangedArticleView): ArticleNode {
  const children = article.layers.map((layer): LayerNode => {
    const problems = layer.problems.map((problem) => ({ kind: 'problem', layer, problem }) as const);
    const changes = toldChanges(layer).map((change) => ({ kind: 'change', article, layer, change }) as const);
    return { kind: 'layer', article, layer, children: [...problems, ...changes] };
  });
  return { kind: 'article', article, children: children.filter((node) => node.children.length > 0) };
}

/** How many changes are told below a node; problems count too. */
export function countBelow(node: ChangeNode): number {
  if (!('children' in node)) return 1;
  return (node.children as readonly ChangeNode[]).reduce((sum, child) => sum + countBelow(child), 0);
}

/** The kinds of marks; a line with several changes shows the first of these. */
export const MARKS = ['look', 'changed', 'removed', 'added'] as const;
export type MarkKind = (typeof MARKS)[number];

/** The mark of each 0-based line that has one. */
export function marksByLine(changes: readonly ChangeView[]): ReadonlyMap<number, MarkKind> {
  const lines = new Map<number, MarkKind>();
  for (const mark of MARKS) {
    for (const { kind, range } of changes) {
      if (kind === mark && range && !lines.has(range.start.line)) lines.set(range.start.line, mark);
    }
  }
  return lines;
}
