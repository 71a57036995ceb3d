import { articleOfSidecar, sidecarUri } from '../../core/annotations/sidecarNames.ts';
import { namesOf } from '../../core/project.ts';
import type { ChangedFile } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { Workspace } from '../workspace.ts';

/** An article, any of whose files differ between two states. */
export interface ChangedArticle {
  /** Its address in the newer state; in the older one where it is gone. */
  readonly uri: string;
  /** Its address in the older state. */
  readonly was: string;
  readonly project: LoadedProject;
  /** True where its text differs, or its address. */
  readonly textChanged: boolean;
  readonly sidecars: readonly ChangedSidecar[];
}

export interface ChangedSidecar extends ChangedFile {
  /** Whose it is; undefined: the shared one. */
  readonly annotator: string | undefined;
}

interface Gathered {
  uri: string;
  was: string;
  project: LoadedProject;
  textChanged: boolean;
  sidecars: ChangedSidecar[];
}

/**
 * The changed files by article, in the order of their addresses. git guesses by content what was renamed: of a sidecar
 * that counts only where its article was renamed likewise, or it is one article's and its annotator has another name.
 */
export async function changedArticles(
  workspace: Workspace,
  files: readonly ChangedFile[],
): Promise<ChangedArticle[]> {
  const sidecars: ChangedFile[] = [];
  const texts = new Map<string, ChangedFile>();
  const renamed = new Map<string, string>();
  const articles = new Map<string, Gathered>();
  const gather = async (uri: string, was: string): Promise<Gathered> => {
    const known = articles.get(uri);
    if (known) return known;
    const project = await workspace.projects.of(uri);
    const made = { uri, was, project, textChanged: false, sidecars: [] };
    articles.set(uri, made);
    return made;
  };
  for (const file of files) {
    const uri = file.is ?? file.was ?? '';
    if (articleOfSidecar(uri)) sidecars.push(file);
    else {
      texts.set(uri, file);
      if (file.was !== undefined && file.is !== undefined && file.was !== file.is)
        renamed.set(file.was, file.is);
      if ((await workspace.projects.of(uri)).includes(uri)) await gather(uri, file.was ?? uri);
    }
  }
  const pairs = await pairedByArticle(workspace, sidecars, renamed);
  for (const { article, was, ...sidecar } of pairs) {
    const gathered = await gather(article, was);
    gathered.sidecars.push(sidecar.files);
  }
  for (const article of articles.values()) {
    // Also where the project does not include an article that has sidecars.
    const text = texts.get(article.uri);
    article.textChanged = text !== undefined;
    article.was = text?.was ?? article.was;
  }
  const sorted = [...articles.values()].sort((a, b) => order(a.uri, b.uri));
  for (const { sidecars: own } of sorted) own.sort((a, b) => order(a.is ?? a.was ?? '', b.is ?? b.was ?? ''));
  return sorted;
}

interface PairedSidecar {
  readonly article: string;
  readonly was: string;
  readonly files: ChangedSidecar;
}

async function pairedByArticle(
  { projects }: Workspace,
  sidecars: readonly ChangedFile[],
  renamed: ReadonlyMap<string, string>,
): Promise<PairedSidecar[]> {
  const ownerOf = async (uri: string) => {
    const { people } = (await projects.of(uri)).project;
    return articleOfSidecar(uri, namesOf(people)) ?? { article: uri };
  };
  const pairs: PairedSidecar[] = [];
  const removed = new Map<string, PairedSidecar>();
  const added: { uri: string; article: string; annotator: string | undefined }[] = [];
  for (const { was, is } of sidecars) {
    const [old, now] = [was && (await ownerOf(was)), is && (await ownerOf(is))];
    const target = old && (renamed.get(old.article) ?? old.article);
    if (was && is && old && now && target === now.article) {
      const files = { was, is, annotator: now.annotator };
      pairs.push({ article: now.article, was: old.article, files });
      continue;
    }
    if (was && old && target) {
      const files = { was, annotator: old.annotator };
      removed.set(sidecarUri(target, old.annotator), { article: target, was: old.article, files });
    }
    if (is && now) added.push({ uri: is, article: now.article, annotator: now.annotator });
  }
  for (const { uri, article, annotator } of added) {
    const old = removed.get(uri);
    removed.delete(uri);
    const files = { ...(old?.files.was === undefined ? {} : { was: old.files.was }), is: uri, annotator };
    pairs.push({ article, was: old?.was ?? article, files });
  }
  return [...pairs, ...removed.values()];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
