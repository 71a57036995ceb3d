import { grown, grown16, PostingRows } from './postingRows.ts';

/** That an article mentions an entity: how often, and where first (0-based line; character in UTF-16 units). */
export interface Posting {
  readonly article: string;
  readonly count: number;
  readonly line: number;
  readonly character: number;
}

/** What is noted of an entity in an article. */
export type NotedMentions = Omit<Posting, 'article'> & { readonly entity: string };

/** Counts beyond this are noted as this: nobody reads an article that names somebody so often. */
const MOST_COUNTED = 0xffff;
/** A place is one number: the line, and the character in its low bits. What does not fit is noted as the last that does. */
const CHARACTER_BITS = 12;
const LAST_CHARACTER = (1 << CHARACTER_BITS) - 1;
const LAST_LINE = (1 << (32 - CHARACTER_BITS)) - 1;
/** So many dead rows are not worth moving the others for. */
const FEW = 4096;
const NONE = 0xffffffff;

/** Of entities in more articles than this, who mentions them most often is kept: finding it out anew would be felt. */
const COMMON = 1000;
/** So many articles are kept for each. */
const KEPT = 16;

/**
 * Which articles mention which entities: rows of numbers, chained by entity. Two million rows (100,000 articles that
 * mention 20 entities each) take some 40 MB. Totals are kept; asking for an entity's articles costs as much as there
 * are of them.
 */
export class Postings {
  private readonly articleIds = new Map<string, number>();
  private readonly uris: string[] = [];
  /** By article: the number of its language, 0 where nothing of it is noted; its first row, and how many it has. */
  private languageOf = new Uint16Array(64);
  private firstOf = new Uint32Array(64);
  private rowsOf = new Uint32Array(64);
  private readonly languageNames: string[] = [''];
  private readonly articlesIn: number[] = [0];
  private readonly entityIds = new Map<string, number>();
  private readonly entities: string[] = [];
  /** By entity: its last row, and what its rows add up to. */
  private heads = new Uint32Array(64).fill(NONE);
  private mentions = new Uint32Array(64);
  private articlesOf = new Uint32Array(64);
  private readonly rows = new PostingRows();
  private dead = 0;
  private present = 0;
  /** The rows with the highest counts of common entities, highest first. */
  private readonly tops = new Map<number, number[]>();

  /** How many articles something is noted of, be it that they mention nobody. */
  get size(): number {
    return this.present;
  }

  /** True where the article is noted. */
  has(article: string): boolean {
    return this.idOf(article) !== undefined;
  }

  /** Notes what an article in that language mentions, instead of what was noted of it; each entity once. */
  set(article: string, language: string, mentions: Iterable<NotedMentions>): void {
    this.delete(article);
    let id = this.articleIds.get(article);
    if (id === undefined) {
      id = this.uris.length;
      this.articleIds.set(article, id);
      this.uris.push(article);
      if (id === this.firstOf.length) {
        this.languageOf = grown16(this.languageOf, id * 2);
        this.firstOf = grown(this.firstOf, id * 2, 0);
        this.rowsOf = grown(this.rowsOf, id * 2, 0);
      }
    }
    const first = this.rows.length;
    for (const mention of mentions) this.add(id, mention);
    this.firstOf[id] = first;
    this.rowsOf[id] = this.rows.length - first;
    const known = this.languageNames.indexOf(language, 1);
    const number = known < 0 ? this.languageNames.push(language) - 1 : known;
    this.languageOf[id] = number;
    this.articlesIn[number] = (this.articlesIn[number] ?? 0) + 1;
    this.present += 1;
  }

  /** Forgets an article. */
  delete(article: string): void {
    const id = this.idOf(article);
    if (id === undefined) return;
    const first = this.firstOf[id] ?? 0;
    const count = this.rowsOf[id] ?? 0;
    for (let row = first; row < first + count; row++) {
      const entity = this.rows.entity[row] ?? 0;
      if (this.tops.get(entity)?.includes(row)) this.tops.delete(entity);
      this.mentions[entity] = (this.mentions[entity] ?? 0) - (this.rows.count[row] ?? 0);
      this.articlesOf[entity] = (this.articlesOf[entity] ?? 0) - 1;
      this.rows.count[row] = 0;
    }
    this.dead += count;
    this.present -= 1;
    const language = this.languageOf[id] ?? 0;
    this.articlesIn[language] = (this.articlesIn[language] ?? 0) - 1;
    this.languageOf[id] = 0;
    this.rowsOf[id] = 0;
    if (this.dead > FEW && this.dead > this.rows.length >> 1) this.compact();
  }

  /** Forgets everything. */
  clear(): void {
    this.articleIds.clear();
    this.uris.length = 0;
    this.languageNames.length = 1;
    this.articlesIn.length = 1;
    this.tops.clear();
    this.languageOf = new Uint16Array(64);
    this.firstOf = new Uint32Array(64);
    this.rowsOf = new Uint32Array(64);
    this.entityIds.clear();
    this.entities.length = 0;
    this.present = 0;
    this.rows.clear();
    this.heads = new Uint32Array(64).fill(NONE);
    this.mentions = new Uint32Array(64);
    this.articlesOf = new Uint32Array(64);
    this.dead = 0;
  }

  /** The article's language, and how often it mentions whom; undefined where it is not noted. */
  of(article: string): { readonly language: string; readonly mentions: Map<string, number> } | undefined {
    const id = this.idOf(article);
    if (id === undefined) return undefined;
    const mentions = new Map<string, number>();
    const first = this.firstOf[id] ?? 0;
    for (let row = first; row < first + (this.rowsOf[id] ?? 0); row++)
      mentions.set(this.entities[this.rows.entity[row] ?? 0] ?? '', this.rows.count[row] ?? 0);
    return { language: this.languageNames[this.languageOf[id] ?? 0] ?? '', mentions };
  }

  /** How often an entity is mentioned, and in how many articles. */
  totals(entity: string): { readonly mentions: number; readonly articles: number } {
    const id = this.entityIds.get(entity);
    if (id === undefined) return { mentions: 0, articles: 0 };
    return { mentions: this.mentions[id] ?? 0, articles: this.articlesOf[id] ?? 0 };
  }

  /** The articles that mention an entity, in no order. */
  articlesWith(entity: string): Posting[] {
    const found: Posting[] = [];
    this.eachRow(entity, (row) => found.push(this.posting(row)));
    return found;
  }

  /** The `limit` articles (but `except`) that mention an entity most often; of equals those noted first. */
  most(entity: string, limit: number, except?: string): Posting[] {
    const id = this.entityIds.get(entity);
    if (id === undefined) return [];
    const skipped = except === undefined ? undefined : this.articleIds.get(except);
    const wanted = limit + (skipped === undefined ? 0 : 1);
    let rows = this.tops.get(id);
    if (rows === undefined || (rows.length === KEPT && wanted > KEPT)) {
      rows = this.highest(entity, Math.max(wanted, KEPT));
      if ((this.articlesOf[id] ?? 0) > COMMON) this.tops.set(id, rows.slice(0, KEPT));
    }
    return rows
      .filter((row) => this.rows.article[row] !== skipped)
      .slice(0, limit)
      .map((row) => this.posting(row));
  }

  /** In how many articles other entities are mentioned together with one. */
  together(entity: string): Map<string, number> {
    const counts = new Uint32Array(this.entities.length);
    const own = this.entityIds.get(entity);
    this.eachRow(entity, (row) => {
      const article = this.rows.article[row] ?? 0;
      const first = this.firstOf[article] ?? 0;
      const end = first + (this.rowsOf[article] ?? 0);
      for (let other = first; other < end; other++) {
        const id = this.rows.entity[other] ?? 0;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    });
    const found = new Map<string, number>();
    for (const [id, n] of counts.entries()) if (n > 0 && id !== own) found.set(this.entities[id] ?? '', n);
    return found;
  }

  /** Languages by the number of their articles, most first. */
  languages(): { readonly language: string; readonly articles: number }[] {
    return this.languageNames
      .map((language, i) => ({ language, articles: this.articlesIn[i] ?? 0 }))
      .filter(({ articles }) => articles > 0)
      .sort((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1));
  }

  /** The number of an article of which something is noted. */
  private idOf(uri: string): number | undefined {
    const id = this.articleIds.get(uri);
    return id === undefined || this.languageOf[id] === 0 ? undefined : id;
  }

  /** The rows of an entity with the highest counts, highest first, of equals the first. */
  private highest(entity: string, limit: number): number[] {
    const rows: number[] = [];
    let least = 0;
    // Rows come last to first: an equal one goes before those that are there.
    this.eachRow(entity, (row) => {
      const count = this.rows.count[row] ?? 0;
      if (rows.length === limit && count < least) return;
      this.insert(rows, row, limit, false);
      least = this.rows.count[rows.at(-1) ?? 0] ?? 0;
    });
    return rows;
  }

  /** Puts a row where it belongs among the highest; of equals it comes last, or else first. */
  private insert(rows: number[], row: number, limit: number, last: boolean): void {
    const count = this.rows.count[row] ?? 0;
    let at = rows.length;
    while (at > 0) {
      const other = this.rows.count[rows[at - 1] ?? 0] ?? 0;
      if (other > count || (last && other === count)) break;
      at--;
    }
    if (at === limit) return;
    rows.splice(at, 0, row);
    if (rows.length > limit) rows.pop();
  }

  private eachRow(entity: string, see: (row: number) => void): void {
    const id = this.entityIds.get(entity);
    if (id === undefined) return;
    for (let row = this.heads[id] ?? NONE; row !== NONE; row = this.rows.before[row] ?? NONE)
      if (this.rows.count[row] !== 0) see(row);
  }

  private posting(row: number): Posting {
    const place = this.rows.place[row] ?? 0;
    return {
      article: this.uris[this.rows.article[row] ?? 0] ?? '',
      count: this.rows.count[row] ?? 0,
      line: place >>> CHARACTER_BITS,
      character: place & LAST_CHARACTER,
    };
  }

  private add(article: number, { entity, count, line, character }: NotedMentions): void {
    const id = this.entityId(entity);
    const place = ((Math.min(line, LAST_LINE) << CHARACTER_BITS) | Math.min(character, LAST_CHARACTER)) >>> 0;
    this.addRow(id, article, Math.min(Math.max(count, 1), MOST_COUNTED), place);
    this.mentions[id] = (this.mentions[id] ?? 0) + (this.rows.count[this.rows.length - 1] ?? 0);
    this.articlesOf[id] = (this.articlesOf[id] ?? 0) + 1;
    const top = this.tops.get(id);
    if (top) this.insert(top, this.rows.length - 1, KEPT, true);
  }

  private addRow(entity: number, article: number, count: number, place: number): void {
    this.heads[entity] = this.rows.add(entity, article, count, place, this.heads[entity] ?? NONE);
  }

  private entityId(entity: string): number {
    const known = this.entityIds.get(entity);
    if (known !== undefined) return known;
    const id = this.entities.length;
    this.entities.push(entity);
    this.entityIds.set(entity, id);
    if (id === this.heads.length) {
      this.heads = grown(this.heads, id * 2, NONE);
      this.mentions = grown(this.mentions, id * 2, 0);
      this.articlesOf = grown(this.articlesOf, id * 2, 0);
    }
    return id;
  }

  /** Moves the living rows together; those of an article stay in their order. */
  private compact(): void {
    const living = this.uris.flatMap((_, id) => ((this.rowsOf[id] ?? 0) > 0 ? [id] : []));
    living.sort((a, b) => (this.firstOf[a] ?? 0) - (this.firstOf[b] ?? 0));
    this.heads.fill(NONE);
    this.tops.clear();
    this.rows.length = 0;
    this.dead = 0;
    // A row never moves to the right, so none is written over before it is read.
    for (const id of living) {
      const first = this.firstOf[id] ?? 0;
      const end = first + (this.rowsOf[id] ?? 0);
      this.firstOf[id] = this.rows.length;
      for (let row = first; row < end; row++)
        this.addRow(this.rows.entity[row] ?? 0, id, this.rows.count[row] ?? 0, this.rows.place[row] ?? 0);
    }
  }
}
