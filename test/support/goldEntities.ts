import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Gazetteer } from '../../server/src/core/entities/gazetteer.ts';
import { mentionsIn } from '../../server/src/core/entities/recognition/recognise.ts';

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

/** The annotated articles, or undefined where this copy of the project stands alone without them. */
export function goldArticles(from: string): GoldArticle[] | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const shared = join(folder, 'shared');
    if (existsSync(join(shared, 'gold/gold.json'))) return read(shared);
    if (folder === dirname(folder)) return undefined;
  }
}

function read(shared: string): GoldArticle[] {
  const gold: { documents: { file: string; language: string; entities: GoldEntity[] }[] } = JSON.parse(
    readFileSync(join(shared, 'gold/gold.json'), 'utf8'),
  );
  return gold.documents.map(({ file, language, entities }) => ({
    file,
    language,
    text: readFileSync(join(shared, 'seeds', file), 'utf8'),
    entities,
  }));
}

/** Mentions of an article against the reference: right where span and one of the types are equal. */
export function scoreEntities(article: GoldArticle, gazetteer: Gazetteer): GoldScore {
  const gold = new Map<string, GoldEntity[]>();
  for (const entity of article.entities) {
    const key = `${entity.start}-${entity.end}`;
    gold.set(key, [...(gold.get(key) ?? []), entity]);
  }
  const points = codePointOffsets(article.text);
  const hit = new Set<GoldEntity>();
  const wrong: string[] = [];
  let mentions = 0;
  let paragraphStart = 0;
  for (const line of article.text.split('\n')) {
    for (const mention of mentionsIn(gazetteer, line, article.language)) {
      mentions++;
      const start = points[paragraphStart + mention.start];
      const end = points[paragraphStart + mention.end];
      const type = gazetteer.entity(mention.entityId)?.type ?? '';
      const same = (gold.get(`${start}-${end}`) ?? []).filter((entity) => entity.types.includes(type));
      for (const entity of same) hit.add(entity);
      if (same.length === 0) wrong.push(`${line.slice(mention.start, mention.end)} ${type} ${start}`);
    }
    paragraphStart += line.length + 1;
  }
  const required = article.entities.filter((entity) => entity.required);
  const missed = required
    .filter((entity) => !hit.has(entity))
    .map((entity) => `${entity.text} ${entity.start}`);
  return {
    required: required.length,
    found: required.length - missed.length,
    mentions,
    right: mentions - wrong.length,
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
