import type { Range } from 'vscode-languageserver-types';
import type { Mention } from '../../core/entities/mention.ts';
import { upperBound } from '../../core/text/lineStarts.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import { toRange } from '../convert.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** How often two entities are mentioned together. */
export interface Together {
  readonly entity: string;
  /** Sentences that mention both. */
  readonly sentences: number;
  /** Paragraphs that mention both. */
  readonly paragraphs: number;
  /** Articles that mention both. */
  readonly articles: number;
  /** The article in which they are closest, and where the other one stands there, at least once. */
  readonly at: { readonly uri: string; readonly ranges: readonly Range[] };
}

/** Of an entity that is everywhere the articles that mention it most often are enough to tell who appears with it. */
const MOST_ARTICLES = 1000;

type Tally = { -readonly [K in keyof Together]: Together[K] } & { best: number };

/**
 * The entities that appear with one, closest first: by sentences, then by paragraphs, then by articles. Reads the
 * whole corpus where that has not been done yet, then the articles that mention the entity (of more than 1000 those
 * that mention it most often; articles are counted over all). Throws {@link Cancelled}.
 */
export async function appearsWith(
  workspace: Workspace,
  entity: string,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<Together[]> {
  const { corpus, host } = workspace;
  await corpus.findMentions(cancel, progress);
  const postings = corpus.mentions.most(entity, MOST_ARTICLES);
  const shared = corpus.mentions.together(entity);
  const tallies = new Map<string, Tally>();
  for (const [i, posting] of postings.entries()) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    const article = await workspace.article(posting.article);
    if (article) addArticle(tallies, entity, article, await article.mentions(cancel));
    progress?.(i + 1, postings.length);
    await host.pause();
  }
  return [...tallies.values()]
    .map(({ best: _best, ...tally }) => ({
      ...tally,
      articles: Math.max(tally.articles, shared.get(tally.entity) ?? 0),
    }))
    .sort(
      (a, b) =>
        b.sentences - a.sentences ||
        b.paragraphs - a.paragraphs ||
        b.articles - a.articles ||
        (a.entity < b.entity ? -1 : 1),
    );
}

/** Where another entity is mentioned in one article: everywhere, and beside the entity asked for. */
interface Here {
  readonly all: TextRange[];
  readonly inParagraph: TextRange[];
  readonly inSentence: TextRange[];
  readonly paragraphs: Set<number>;
  readonly sentences: Set<number>;
}

function addArticle(
  tallies: Map<string, Tally>,
  entity: string,
  article: Article,
  mentions: readonly Mention[],
): void {
  const units = unitsOf(article);
  const own = mentions.filter((m) => m.entityId === entity);
  if (own.length === 0) return;
  const paragraphs = new Set(own.map((m) => units.paragraph(m.start)));
  const sentences = new Set(own.map((m) => units.sentence(m.start)));
  const others = new Map<string, Here>();
  for (const { entityId, start, end } of mentions) {
    if (entityId === entity) continue;
    let here = others.get(entityId);
    if (!here) {
      here = { all: [], inParagraph: [], inSentence: [], paragraphs: new Set(), sentences: new Set() };
      others.set(entityId, here);
    }
    const place = { start, end };
    here.all.push(place);
    const paragraph = units.paragraph(start);
    if (!paragraphs.has(paragraph)) continue;
    here.paragraphs.add(paragraph);
    here.inParagraph.push(place);
    const sentence = units.sentence(start);
    if (!sentences.has(sentence)) continue;
    here.sentences.add(sentence);
    here.inSentence.push(place);
  }
  for (const [other, here] of others) count(tallies, other, article, here);
}

function count(tallies: Map<string, Tally>, entity: string, article: Article, here: Here): void {
  // A sentence outweighs any number of paragraphs, as it does in the order of the answer.
  const best = here.sentences.size * 1e6 + here.paragraphs.size * 1e3 + Math.min(here.all.length, 999);
  const places = [here.inSentence, here.inParagraph, here.all].find((list) => list.length > 0) ?? [];
  const tally = tallies.get(entity);
  if (!tally) {
    const counts = { sentences: here.sentences.size, paragraphs: here.paragraphs.size, articles: 1 };
    tallies.set(entity, { entity, ...counts, best, at: atPlaces(article, places) });
    return;
  }
  tally.sentences += here.sentences.size;
  tally.paragraphs += here.paragraphs.size;
  tally.articles += 1;
  if (best <= tally.best) return;
  tally.best = best;
  tally.at = atPlaces(article, places);
}

/** Ranges and not the article itself, whose text would be kept. */
function atPlaces({ uri, document }: Article, places: readonly TextRange[]): Together['at'] {
  return { uri, ranges: places.map((place) => toRange(document, place)) };
}

/** Tells by an offset in which paragraph and which sentence of an article it lies; numbers that mean nothing else. */
function unitsOf({ paragraphs, language }: Article) {
  const paragraphStarts = Uint32Array.from(paragraphs, ({ start }) => start);
  const sentenceStarts = Uint32Array.from(
    paragraphs.flatMap(({ paragraph, start }) => paragraph.sentences(language).map((s) => start + s.start)),
  );
  return {
    paragraph: (offset: number) => upperBound(paragraphStarts, offset),
    sentence: (offset: number) => upperBound(sentenceStarts, offset),
  };
}
