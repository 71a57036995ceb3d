import type { Range } from 'vscode-languageserver-types';
import { type Message, msg } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import { toRange, toTextRange } from '../convert.ts';
import { articlePath } from '../entities/articlePath.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { leftOutSentences, type Run, seekInCorpus } from './seekInCorpus.ts';
import { type SoughtPlace, type SoughtScene, soughtAt, soughtPlaces } from './sought.ts';

/** What is to be looked for, and where. */
export interface PlacesQuery {
  readonly uri: string;
  readonly range: Range;
  readonly where: 'article' | 'corpus';
  readonly label?: string;
}

/** A place with what stands around it on its line. */
export interface ShownPlace {
  readonly range: Range;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly tagged: boolean;
}

/** Where something stands that may be tagged everywhere. */
export interface ShownPlaces {
  readonly text: string;
  readonly label?: string;
  readonly entity?: { readonly id: string; readonly name: string };
  readonly articles: readonly {
    readonly uri: string;
    readonly path: string;
    readonly rev: string;
    readonly places: readonly ShownPlace[];
  }[];
  /** What was left out, where anything was. */
  readonly leftOut: readonly Message[];
}

/** UTF-16 units of the text around a place that are shown. */
const CONTEXT = 40;

/** Everything that is the same as what stands at a place, to be looked through before it is tagged. Throws {@link Cancelled}. */
export async function mentionPlaces(
  workspace: Workspace,
  { uri, range, where, label }: PlacesQuery,
  run: Run,
): Promise<ShownPlaces | { readonly refused: Message }> {
  const article = await workspace.article(uri);
  if (!article) return { refused: msg('This article cannot be read.') };
  const { project } = article;
  const refused = label === undefined ? undefined : labelFault(article, label);
  if (refused) return { refused };
  const own = await workspace.sidecars.own(uri, project);
  if ('refused' in own) return own;
  const scene = await placesScene(workspace, article, run.cancel);
  const { gazetteer } = await project.entities();
  const sought = soughtAt(scene, gazetteer, toTextRange(article.document, range), label);
  if (!sought) return { refused: nothingToTag() };
  const entity = sought.entity === undefined ? undefined : gazetteer.entity(sought.entity);
  const articles: ShownPlaces['articles'][number][] = [];
  const add = (found: { article: Article; path: string; places: readonly SoughtPlace[] }) => {
    if (found.places.length === 0) return;
    const { document, revision } = found.article;
    const places = found.places.map((place) => shownPlace(found.article, place));
    articles.push({ uri: document.uri, path: found.path, rev: revision, places });
  };
  if (where === 'article')
    add({ article, path: articlePath(workspace, uri), places: soughtPlaces(scene, sought) });
  const left = where === 'article' ? undefined : await seekInCorpus(workspace, project, sought, run, add);
  return {
    text: sought.text,
    ...(sought.label === undefined ? {} : { label: sought.label }),
    ...(sought.entity === undefined
      ? {}
      : { entity: { id: sought.entity, name: entity?.name ?? sought.entity } }),
    articles,
    leftOut: left ? leftOutSentences(left) : [],
  };
}

/** What is known of an article in which somebody looks for what is the same. */
export async function placesScene(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<SoughtScene> {
  const [mentions, { placed, refusals }, own] = await Promise.all([
    article.mentions(cancel),
    workspace.annotations(article),
    workspace.sidecars.own(article.uri, article.project),
  ]);
  const layer = 'layer' in own ? own.layer : undefined;
  return { article, mentions, placed, refusals, ownSidecar: layer?.uri, ownName: layer?.annotator };
}

/** Why a label cannot be given to all that is the same; undefined where it can. */
export function labelFault({ project: { project } }: Article, label: string): Message | undefined {
  const known = project.labels.find((l) => l.name === label);
  if (!known) return msg('This project has no label “{0}”. Its labels are in pressmark.json.', label);
  return known.sentence
    ? msg('{0} is a label for sentences: it cannot be given to every mention of something.', label)
    : undefined;
}

/** Says that a place has no words. */
export function nothingToTag(): Message {
  return msg('There is nothing to tag here. Select some words, or put the cursor in one.');
}

function shownPlace({ text, document }: Article, { start, end, tagged }: SoughtPlace): ShownPlace {
  const around = lineAround(text, { start, end });
  return {
    range: toRange(document, { start, end }),
    before: text.slice(wholeStart(text, around.start), start),
    text: text.slice(start, end),
    after: text.slice(end, wholeStart(text, around.end)),
    tagged,
  };
}

/** A place with what stands around it on its line, or on its lines. */
function lineAround(text: string, { start, end }: TextRange): TextRange {
  let from = start;
  while (from > 0 && start - from < CONTEXT && !isLineEnd(text[from - 1])) from--;
  let to = end;
  while (to < text.length && to - end < CONTEXT && !isLineEnd(text[to])) to++;
  return { start: from, end: to };
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}

/** The offset, or the next one where it lies inside a code point. */
function wholeStart(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}
