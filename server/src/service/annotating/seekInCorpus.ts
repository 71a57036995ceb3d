import { stateOf } from '../../core/annotations/articleStatus.ts';
import { annotationsOf } from '../../core/annotations/parse.ts';
import { type Message, msg } from '../../core/message.ts';
import { wholeWords } from '../../core/text/wholeWords.ts';
import type { Article } from '../articles.ts';
import type { CorpusArticle, PassProgress } from '../corpus.ts';
import { whoAmI } from '../people.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { Layer } from '../sidecars.ts';
import { baseName, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { type Sought, type SoughtPlace, soughtPlaces } from './sought.ts';

/** More places than these nobody looks through at once; what is beyond is told, and found by the next search. */
export const MOST_PLACES = 20_000;

/** An article in which something stands that is sought. */
export interface FoundArticle {
  readonly article: Article;
  /** Below its workspace folder, with `/`. */
  readonly path: string;
  /** The sidecar that this person writes. */
  readonly own: Layer;
  readonly places: readonly SoughtPlace[];
}

/** What of a corpus was not offered, though it may mention what is sought. */
export interface LeftOut {
  /** Articles that this person has called done. */
  done: number;
  /** Articles that others are to annotate. */
  others: number;
  /** Names of own sidecars that cannot be written without loss, a few of them. */
  readonly unwritable: string[];
  unwritables: number;
  /** True where there were more places than can be looked through. */
  more: boolean;
}

/** How long work goes on. */
export interface Run {
  readonly cancel: Cancellation;
  readonly progress: PassProgress;
}

const MOST_NAMED = 3;

/**
 * Goes through a project's articles and visits each in which something is sought stands, in the order of their paths.
 * No text is held longer than its visit. Throws {@link Cancelled}.
 */
export async function seekInCorpus(
  workspace: Workspace,
  project: LoadedProject,
  sought: Sought,
  { cancel, progress }: Run,
  visit: (found: FoundArticle) => void | Promise<void>,
): Promise<LeftOut> {
  const left: LeftOut = { done: 0, others: 0, unwritable: [], unwritables: 0, more: false };
  const { corpus } = workspace;
  if (sought.byEntity) await corpus.findMentions(cancel, progress);
  const articles = (await corpus.articles()).filter((a) => a.project === project.root);
  const mentioning = articlesMentioning(workspace, sought);
  const wanted = mentioning ? articles.filter(({ uri }) => mentioning.has(uri)) : articles;
  const isOthers = await othersArticles(workspace, project);
  let places = 0;
  for (const [i, { uri, path }] of wanted.entries()) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    await workspace.host.pause();
    if (!sought.byEntity) progress(i + 1, wanted.length);
    if (!(await says(workspace, uri, sought))) continue;
    if (isOthers(uri)) {
      left.others++;
      continue;
    }
    const found = await lookInto(workspace, { uri, path }, sought, left, cancel);
    if (!found || found.places.length === 0) continue;
    if (places + found.places.length > MOST_PLACES && places > 0) {
      left.more = true;
      break;
    }
    places += found.places.length;
    await visit(found);
  }
  return left;
}

/** Undefined where only the texts can tell. */
function articlesMentioning({ corpus }: Workspace, { byEntity, entity }: Sought): Set<string> | undefined {
  if (!byEntity || entity === undefined) return undefined;
  return new Set(corpus.mentions.articlesWith(entity).map((posting) => posting.article));
}

/** True where the words stand in an article, by its text alone: to ask more of it takes much longer. */
async function says({ texts }: Workspace, uri: string, { byEntity, text }: Sought): Promise<boolean> {
  if (byEntity) return true;
  const file = await texts.read(uri);
  return file !== undefined && 'document' in file && wholeWords(file.document.getText(), text).length > 0;
}

async function othersArticles(
  workspace: Workspace,
  project: LoadedProject,
): Promise<(uri: string) => boolean> {
  const [me, { annotatorsOf }] = await Promise.all([
    whoAmI(workspace, project),
    workspace.assignments.of(project),
  ]);
  if (me === undefined || annotatorsOf.size === 0) return () => false;
  return (uri) => {
    const assigned = annotatorsOf.get(relativePath(project.root, uri) ?? '');
    return assigned !== undefined && assigned.length > 0 && !assigned.includes(me);
  };
}

async function lookInto(
  workspace: Workspace,
  { uri, path }: Pick<CorpusArticle, 'uri' | 'path'>,
  sought: Sought,
  left: LeftOut,
  cancel: Cancellation,
): Promise<FoundArticle | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const own = await workspace.sidecars.own(uri, article.project);
  if (!('layer' in own)) return undefined;
  const { layer } = own;
  if (!isWritable(layer)) {
    left.unwritables++;
    if (left.unwritable.length < MOST_NAMED) left.unwritable.push(baseName(layer.uri));
    return undefined;
  }
  if (layer.sidecar && stateOf(annotationsOf(layer.sidecar)) !== 'open') {
    left.done++;
    return undefined;
  }
  const { placed, refusals } = await workspace.placed(article, [layer], 'quick');
  const mentions = sought.byEntity ? await article.mentions(cancel) : [];
  const scene = { article, mentions, placed, refusals, ownSidecar: layer.uri, ownName: layer.annotator };
  return { article, path, own: layer, places: soughtPlaces(scene, sought) };
}

/** True for a sidecar that can be changed without losing anything of it, also for one that is not there yet. */
export function isWritable({ unreadable, sidecar }: Layer): boolean {
  return unreadable === undefined && (sidecar?.writable ?? true);
}

/** What was left out, in sentences; undefined where nothing was. */
export function leftOutSentences({ done, others, unwritable, unwritables, more }: LeftOut): Message[] {
  const said: Message[] = [];
  if (done > 0) said.push(msg('Articles left out because you have called them done: {0}.', done));
  if (others > 0) said.push(msg('Articles left out because others annotate them: {0}.', others));
  if (unwritables > 0) {
    const names = unwritable.join(', ') + (unwritables > unwritable.length ? ', …' : '');
    said.push(
      msg(
        'Annotation files left out because they cannot be changed without losing something: {0} ({1}). Open them: the first problem of each says what to do.',
        unwritables,
        names,
      ),
    );
  }
  if (more)
    said.push(msg('There are more places than can be looked through at once: repeat this for the rest.'));
  return said;
}
