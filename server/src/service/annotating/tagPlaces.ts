import type { Range } from 'vscode-languageserver-types';
import { type Message, msg } from '../../core/message.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import { ownVersion } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { toRange, toTextRange } from '../convert.ts';
import { fileKind } from '../fileKinds.ts';
import { Cancelled } from '../ports.ts';
import type { Layer } from '../sidecars.ts';
import { baseName } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { labelFault } from './mentionPlaces.ts';
import { isWritable, type Run } from './seekInCorpus.ts';
import { TaggingBatch } from './taggingBatch.ts';

/** Places that somebody has looked through and chosen. */
export interface ChosenPlaces {
  readonly label: string;
  readonly entity?: string;
  readonly articles: readonly ChosenArticle[];
}

interface ChosenArticle {
  readonly uri: string;
  /** The revision of the text that the ranges are of. */
  readonly rev: string;
  readonly ranges: readonly Range[];
}

/**
 * Tags places in many articles, all of them or none: where an article has changed since they were looked for, or its
 * sidecar cannot be written without loss, nothing is written anywhere and the reason names it. What has the label
 * already is passed over. Throws {@link Cancelled}.
 */
export async function tagPlaces(
  workspace: Workspace,
  { label, entity, articles }: ChosenPlaces,
  { cancel, progress }: Run,
): Promise<CarriedOut> {
  const batch = new TaggingBatch(workspace, { label, ...(entity === undefined ? {} : { entity }) });
  let done = 0;
  for (const chosen of byUri(articles)) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    await workspace.host.pause();
    const refused = await addArticle(workspace, batch, chosen, label);
    if (refused) return { refused };
    progress(++done, articles.length);
  }
  return batch.result();
}

/** An article that was named twice is one, or the second edit of its sidecar would undo the first. */
function byUri(articles: readonly ChosenArticle[]): Iterable<ChosenArticle> {
  const known = new Map<string, ChosenArticle>();
  for (const article of articles) {
    const before = known.get(article.uri);
    const same = before?.rev === article.rev ? before.ranges : [];
    known.set(article.uri, { ...article, ranges: [...same, ...article.ranges] });
  }
  return known.values();
}

async function addArticle(
  workspace: Workspace,
  batch: TaggingBatch,
  { uri, rev, ranges }: ChosenArticle,
  label: string,
): Promise<Message | undefined> {
  const name = baseName(uri);
  const article = (await fileKind(workspace, uri)) === 'article' ? await workspace.article(uri) : undefined;
  if (!article) {
    return msg('{0} is no article that can be read. Nothing was tagged; look for the places again.', name);
  }
  const places = article.revision === rev ? placesIn(article, ranges) : undefined;
  if (!places) {
    return msg(
      '{0} has changed since these places were looked for. Nothing was tagged; look for them again.',
      name,
    );
  }
  const fault = labelFault(article, label);
  if (fault) return fault;
  const own = await workspace.sidecars.own(uri, article.project);
  if ('refused' in own) return own.refused;
  if (!isWritable(own.layer)) return unwritable(own.layer);
  const open = await withoutTagged(workspace, article, own.layer, places, label);
  return batch.add(article, own.layer, open) && unwritable(own.layer);
}

/** The places in text order, each once; undefined where one is no place of the article. */
function placesIn(article: Article, ranges: readonly Range[]): TextRange[] | undefined {
  const places = new Map<string, TextRange>();
  for (const range of ranges) {
    const place = toTextRange(article.document, range);
    const { start, end } = toRange(article.document, place);
    const isThere = isSame(start, range.start) && isSame(end, range.end) && place.start < place.end;
    if (!isThere) return undefined;
    places.set(`${place.start} ${place.end}`, place);
  }
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function isSame(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}

async function withoutTagged(
  workspace: Workspace,
  article: Article,
  own: Layer,
  places: readonly TextRange[],
  label: string,
): Promise<TextRange[]> {
  const { placed } = await workspace.placed(article, [own], 'quick');
  const tags = placed.filter((span) => ownVersion(span).label === label);
  return places.filter((place) => !tags.some(({ range }) => overlaps(range, place)));
}

function unwritable({ uri }: Layer): Message {
  return msg(
    '{0} cannot be changed without losing something, so that nothing was tagged anywhere. Open it: its first problem says what to do.',
    baseName(uri),
  );
}
