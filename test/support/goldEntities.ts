import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Gazetteer } from '../../server/src/core/entities/gazetteer.ts';
import type { Mention } from '../../server/src/core/entities/mention.ts';
import {
  type NamedParagraph,
  namesInParagraph,
  recogniseMentions,
} from '../../server/src/core/entities/recognition/recognise.ts';
import { finish } from '../../server/src/core/steps.ts';
import { findDates } from '../../server/src/core/suggestions/dates/dates.ts';
import { ParagraphCache, splitArticle } from '../../server/src/core/text/article.ts';
import { lineEnds } from '../../server/src/core/text/hardWrap.ts';
import { overlaps, type TextRange } from '../../server/src/core/text/range.ts';

/** A name that the reference annotation lists; code points, end exclusive. */
export interface GoldEntity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

export interface GoldArticle {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  readonly entities: readonly GoldEntity[];
}

export interface GoldScore {
  readonly required: number;
  readonly found: number;
  readonly mentions: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * The annotated articles, or undefined where this copy of the project stands alone without them; `annotations` is
 * another file of annotations of the articles there.
 */
export function goldArticles(from: string, annotations?: string): GoldArticle[] | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const shared = join(folder, 'shared');
    const gold = join(shared, 'gold/gold.json');
    if (existsSync(gold)) return read(shared, annotations ?? gold);
    if (folder === dirname(folder)) return undefined;
  }
}

function read(shared: string, annotations: string): GoldArticle[] {
  const gold: { documents: { file: string; language: string; entities: GoldEntity[] }[] } = JSON.parse(
    readFileSync(annotations, 'utf8'),
  );
  return gold.documents.map(({ file, language, entities }) => ({
    file,
    language,
    text: readFileSync(join(shared, 'seeds', file), 'utf8'),
    entities,
  }));
}

/** Dates of a whole article that are no part of a mention; UTF-16 units of it. */
function articleDates({ text, language }: GoldArticle, named: readonly TextRange[]) {
  return splitArticle(text, new ParagraphCache())
    .flatMap(({ paragraph, start: offset }) =>
      findDates(paragraph.text, language).map(({ start, end }) => ({
        start: start + offset,
        end: end + offset,
      })),
    )
    .filter((date) => !named.some((mention) => overlaps(mention, date)))
    .map((date) => ({ ...date, type: 'DATE' }));
}

/** The mentions of a whole article, as the language service finds them; UTF-16 units of it. */
export function articleMentions(text: string, language: string, gazetteer: Gazetteer): Mention[] {
  const named: NamedParagraph[] = [];
  let end = 0;
  for (const { paragraph, start } of splitArticle(text, new ParagraphCache())) {
    const follows = end > 0 && lineEnds(text, end, start) === 1;
    named.push({
      text: paragraph.text,
      start,
      follows,
      ...namesInParagraph(gazetteer, paragraph.text, language),
    });
    end = start + paragraph.text.length;
  }
  return finish(recogniseMentions(named, gazetteer, language));
}

/**
 * Mentions of an article against the reference: right where span and one of the types are equal. `dates`: those beside
 * mentions count too, as `pressmark entities` lists them.
 */
export function scoreEntities(article: GoldArticle, gazetteer: Gazetteer, dates = false): GoldScore {
  const gold = new Map<string, GoldEntity[]>();
  for (const entity of article.entities) {
    const key = `${entity.start}-${entity.end}`;
    gold.set(key, [...(gold.get(key) ?? []), entity]);
  }
  const points = codePointOffsets(article.text);
  const hit = new Set<GoldEntity>();
  const wrong: string[] = [];
  const named = articleMentions(article.text, article.language, gazetteer).map((mention) => ({
    start: mention.start,
    end: mention.end,
    type: gazetteer.entity(mention.entityId)?.type ?? '',
  }));
  const mentions = dates ? [...named, ...articleDates(article, named)] : named;
  for (const mention of mentions) {
    const start = points[mention.start];
    const { type } = mention;
    const same = (gold.get(`${start}-${points[mention.end]}`) ?? []).filter((e) => e.types.includes(type));
    for (const entity of same) hit.add(entity);
    if (same.length === 0) wrong.push(`${article.text.slice(mention.start, mention.end)} ${type} ${start}`);
  }
  const required = article.entities.filter((entity) => entity.required);
  const missed = required
    .filter((entity) => !hit.has(entity))
    .map((entity) => `${entity.text} ${entity.start}`);
  return {
    required: required.length,
    found: required.length - missed.length,
    mentions: mentions.length,
    right: mentions.length - wrong.length,
    missed,
    wrong,
  };
}

/** For every UTF-16 offset of the text its offset in code points. */
function codePointOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let points = 0;
  for (const character of text) {
    for (let i = 0; i < character.length; i++) offsets.push(points);
    points++;
  }
  offsets.push(points);
  return offsets;
}
