import type { ArticleSummary } from '../../../../server/src/lsp/protocol.ts';

/** What the tree shows of the corpus. */
export type CorpusFilter = 'all' | 'mine' | 'toDo' | 'done' | 'findings' | 'unannotated' | 'unassigned';

/** A folder of the corpus, or one article. */
export type CorpusNode = FolderNode | ArticleNode;

export interface ArticleNode {
  readonly kind: 'article';
  readonly name: string;
  readonly article: ArticleSummary;
  readonly parent: FolderNode | undefined;
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  /** Path from the corpus's root, with `/`; empty for the root. */
  readonly path: string;
  readonly parent: FolderNode | undefined;
  readonly folders: Map<string, FolderNode>;
  readonly articles: ArticleNode[];
  /** Sums over all articles below. */
  annotations: number;
  findings: number;
  /** Articles that the user is done with. */
  done: number;
  size: number;
}

/** Errors and warnings of an article; undefined until it was checked. */
export function findingsOf(article: ArticleSummary): number | undefined {
  if (article.errors === undefined && article.warnings === undefined) return undefined;
  return (article.errors ?? 0) + (article.warnings ?? 0);
}

/** Whether the filter lets the article through. */
export function passes(article: ArticleSummary, filter: CorpusFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return article.mine ?? true;
    case 'toDo':
      return (article.mine ?? true) && isToDo(article);
    case 'done':
      return !isToDo(article);
    case 'findings':
      return (findingsOf(article) ?? 0) > 0;
    case 'unannotated':
      return article.annotations === 0;
    case 'unassigned':
      return (article.assigned ?? []).length === 0;
  }
}

/** Whether the user is not done with the article, or its text has changed since. */
export function isToDo(article: ArticleSummary): boolean {
  return article.status === 'open' || article.changed === true;
}

/** The articles as folders in folders, in the order given, with sums. */
export function buildTree(articles: readonly ArticleSummary[], filter: CorpusFilter): FolderNode {
  const root = folder('', '', undefined);
  for (const article of articles) {
    if (!passes(article, filter)) continue;
    const parts = article.path.split('/');
    const name = parts.pop() ?? article.path;
    let parent = root;
    for (const part of parts) parent = childFolder(parent, part);
    parent.articles.push({ kind: 'article', name, article, parent: parent === root ? undefined : parent });
    for (let up: FolderNode | undefined = parent; up; up = up.parent ?? (up === root ? undefined : root)) {
      up.annotations += article.annotations;
      up.findings += findingsOf(article) ?? 0;
      up.done += isToDo(article) ? 0 : 1;
      up.size += 1;
    }
  }
  return root;
}

/** What is in the folder: folders first, then articles. */
export function childrenOf(node: FolderNode): CorpusNode[] {
  return [...node.folders.values(), ...node.articles];
}

function childFolder(parent: FolderNode, name: string): FolderNode {
  const known = parent.folders.get(name);
  if (known) return known;
  const isTop = parent.path === '' && parent.parent === undefined;
  const made = folder(name, isTop ? name : `${parent.path}/${name}`, isTop ? undefined : parent);
  parent.folders.set(name, made);
  return made;
}

function folder(name: string, path: string, parent: FolderNode | undefined): FolderNode {
  return {
    kind: 'folder',
    name,
    path,
    parent,
    folders: new Map(),
    articles: [],
    annotations: 0,
    findings: 0,
    done: 0,
    size: 0,
  };
}
