import type { Mention } from '../../../core/entities/mention.ts';
import type { Posting } from '../../../core/entities/postings.ts';
import { msg } from '../../../core/message.ts';
import type { Article } from '../../articles.ts';
import type { FilePlace, Line, Piece, Section } from '../../markup.ts';
import type { Workspace } from '../../workspace.ts';
import { articlePath } from '../articlePath.ts';
import { placeAt } from './manner.ts';
import { listed, SLOT, sentence } from './sentence.ts';

/** So many lines of the article are named. */
const MOST_LINES = 8;
/** So many other articles are named. */
const MOST_ARTICLES = 5;

/**
 * Where an entity is mentioned: in this article, and in which others, as far as they have been read. Nothing is read
 * for it: where not all of the corpus is known, it says so, and how to have it read.
 */
export function occurrencesSection(
  workspace: Workspace,
  entity: string,
  here?: { readonly article: Article; readonly mentions: readonly Mention[] },
): Section {
  const lines: Line[] = here ? hereLines(workspace, entity, here.article, here.mentions) : [];
  const { mentions } = workspace.corpus;
  const known = mentions.totals(entity);
  const own = here ? (mentions.of(here.article.uri)?.mentions.get(entity) ?? 0) : 0;
  const elsewhere = known.articles - (own > 0 ? 1 : 0);
  if (known.articles > 0) {
    lines.push({
      pieces: [workspace.say(msg('In the corpus: {0} in {1} articles', known.mentions, known.articles))],
    });
  }
  if (elsewhere > 0) {
    const most = mentions.most(entity, MOST_ARTICLES, here?.article.uri);
    const pieces = most.flatMap((posting, i): Piece[] => [
      i === 0 ? '' : ', ',
      articlePlace(workspace, posting),
      ` × ${posting.count}`,
    ]);
    const rest = elsewhere - most.length;
    if (rest > 0) pieces.push(` ${workspace.say(msg('and {0} more', rest))}`);
    const message = here ? msg('Elsewhere: {0}', SLOT) : msg('Most often in: {0}', SLOT);
    lines.push({ pieces: sentence(workspace, message, pieces) });
  }
  const unread = unreadLine(workspace);
  if (unread) lines.push(unread);
  return lines;
}

function hereLines(
  workspace: Workspace,
  entity: string,
  article: Article,
  mentions: readonly Mention[],
): Line[] {
  const places = new Map<number, FilePlace>();
  let count = 0;
  for (const { entityId, start } of mentions) {
    if (entityId !== entity) continue;
    count += 1;
    const place = placeAt(article, start);
    if (!places.has(place.line)) places.set(place.line, place);
  }
  if (count === 0) return [];
  const lines = listed([...places.values()].slice(0, MOST_LINES));
  const rest = places.size > MOST_LINES ? ', …' : '';
  const message = msg('Mentions in this article: {0} (lines {1})', count, SLOT);
  return [{ pieces: sentence(workspace, message, [...lines, rest]) }];
}

/** Says that not all articles have been read, where that is so. */
function unreadLine(workspace: Workspace): Line | undefined {
  const { read, all } = workspace.corpus.mentions.coverage();
  if (all !== undefined && read >= all) return undefined;
  const message =
    all === undefined
      ? msg('The other articles have not been read for this yet. Find All References reads them.')
      : msg('So far {0} of {1} articles have been read. Find All References reads the others.', read, all);
  return { pieces: [{ quiet: workspace.say(message) }] };
}

/** An article, which leads to its first mention. */
function articlePlace(workspace: Workspace, { article, line, character }: Posting): FilePlace {
  return { place: articlePath(workspace, article), uri: article, line, character };
}
