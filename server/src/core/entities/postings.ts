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

interface KnownArticle {
  readonly uri: string;
  /** Undefined where nothing of it is noted any more. */
  language: string | undefined;
  /** Its rows are `count` from `first` on. */
  first: number;
  count: number;
}

/**
 * Which articles mention which entities: rows of numbers, chained by entity. Two million rows (100,000 articles that
 * mention 20 entities each) take some 40 MB. Totals are kept; asking for an entity's articles costs as much as there
 * are of them.
 */
export class Postings {
  private readonly articleIds = new Map<string, number>();
  private readonly known: KnownArticle[] = [];
  private readonly entityIds = new Map<string, number>();
  private readonly entities: string[] = [];
  /** By entity: its last row, and what its rows add up to. */
  private heads = new Uint32Array(64).fill(NONE);
  private mentions = new Uint32Array(64);
  private articlesOf = new Uint32Array(64);
  /** By row. A row with a count of 0 is dead. */
  private rowEntity = new Uint32Array(256);
  private rowArticle = new Uint32Array(256);
  private rowCount = new Uint16Array(256);
  private rowPlace = new Uint32Array(256);
  private rowBefore = new Uint32Array(256);
  private rows = 0;
  private dead = 0;
  private present = 0;
  private readonly byLanguage = new Map<string, number>();

  /** How many articles something is noted of, be it that they mention nobody. */
  get size(): number {
    return this.present;
  }

  /** True where the article is noted. */
  has(article: string): boolean {
    return this.article(article) !== undefined;
  }

  /** Notes what an article in that language mentions, instead of what was noted of it; each entity once. */
  set(article: string, language: string, mentions: Iterable<NotedMentions>): void {
    this.delete(article);
    let id = this.articleIds.get(article);
    if (id === undefined) {
      id = this.known.length;
      this.articleIds.set(article, id);
      this.known.push({ uri: article, language: undefined, first: 0, count: 0 });
    }
    const entry = this.known[id];
    if (entry === undefined) return;
    entry.language = language;
    entry.first = this.rows;
    for (const mention of mentions) this.add(id, mention);
    entry.count = this.rows - entry.first;
    this.present += 1;
    this.byLanguage.set(language, (this.byLanguage.get(language) ?? 0) + 1);
  }

  /** Forgets an article. */
  delete(article: string): void {
    const entry = this.article(article);
    if (entry?.language === undefined) return;
    for (let row = entry.first; row < entry.first + entry.count; row++) {
      const entity = this.rowEntity[row] ?? 0;
      this.mentions[entity] = (this.mentions[entity] ?? 0) - (this.rowCount[row] ?? 0);
      this.articlesOf[entity] = (this.articlesOf[entity] ?? 0) - 1;
      this.rowCount[row] = 0;
    }
    this.dead += entry.count;
    this.present -= 1;
    this.byLanguage.set(entry.language, (this.byLanguage.get(entry.language) ?? 0) - 1);
    entry.language = undefined;
    entry.count = 0;
    if (this.dead > FEW && this.dead > this.rows >> 1) this.compact();
  }

  /** Forgets everything. */
  clear(): void {
    this.articleIds.clear();
    this.known.length = 0;
    this.entityIds.clear();
    this.entities.length = 0;
    this.byLanguage.clear();
    this.present = 0;
    this.resize(256, false);
    this.heads = new Uint32Array(64).fill(NONE);
    this.mentions = new Uint32Array(64);
    this.articlesOf = new Uint32Array(64);
    this.rows = 0;
    this.dead = 0;
  }

  /** The article's language, and how often it mentions whom; undefined where it is not noted. */
  of(article: string): { readonly language: string; readonly mentions: Map<string, number> } | undefined {
    const entry = this.article(article);
    if (entry?.language === undefined) return undefined;
    const mentions = new Map<string, number>();
    for (let row = entry.first; row < entry.first + entry.count; row++)
      mentions.set(this.entities[this.rowEntity[row] ?? 0] ?? '', this.rowCount[row] ?? 0);
    return { language: entry.language, mentions };
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
    const skipped = except === undefined ? undefined : this.articleIds.get(except);
    const rows: number[] = [];
    this.eachRow(entity, (row) => {
      const count = this.rowCount[row] ?? 0;
      const last = rows[limit - 1];
      if (last !== undefined && (this.rowCount[last] ?? 0) > count) return;
      if (this.rowArticle[row] === skipped) return;
      // Rows come last to first: an equal one goes before those that are there.
      let at = rows.length;
      while (at > 0 && (this.rowCount[rows[at - 1] ?? 0] ?? 0) <= count) at--;
      rows.splice(at, 0, row);
      if (rows.length > limit) rows.pop();
    });
    return rows.map((row) => this.posting(row));
  }

  /** In how many articles other entities are mentioned together with one. */
  together(entity: string): Map<string, number> {
    const counts = new Map<number, number>();
    const own = this.entityIds.get(entity);
    this.eachRow(entity, (row) => {
      const entry = this.known[this.rowArticle[row] ?? 0];
      if (entry === undefined) return;
      for (let other = entry.first; other < entry.first + entry.count; other++) {
        const id = this.rowEntity[other] ?? 0;
        if (id !== own) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    });
    return new Map([...counts].map(([id, n]) => [this.entities[id] ?? '', n]));
  }

  /** Languages by the number of their articles, most first. */
  languages(): { readonly language: string; readonly articles: number }[] {
    return [...this.byLanguage]
      .filter(([, articles]) => articles > 0)
      .map(([language, articles]) => ({ language, articles }))
      .sort((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1));
  }

  private article(uri: string): KnownArticle | undefined {
    const id = this.articleIds.get(uri);
    const entry = id === undefined ? undefined : this.known[id];
    return entry?.language === undefined ? undefined : entry;
  }

  private eachRow(entity: string, see: (row: number) => void): void {
    const id = this.entityIds.get(entity);
    if (id === undefined) return;
    for (let row = this.heads[id] ?? NONE; row !== NONE; row = this.rowBefore[row] ?? NONE)
      if (this.rowCount[row] !== 0) see(row);
  }

  private posting(row: number): Posting {
    const place = this.rowPlace[row] ?? 0;
    return {
      article: this.known[this.rowArticle[row] ?? 0]?.uri ?? '',
      count: this.rowCount[row] ?? 0,
      line: place >>> CHARACTER_BITS,
      character: place & LAST_CHARACTER,
    };
  }

  private add(article: number, { entity, count, line, character }: NotedMentions): void {
    const id = this.entityId(entity);
    const place = ((Math.min(line, LAST_LINE) << CHARACTER_BITS) | Math.min(character, LAST_CHARACTER)) >>> 0;
    this.addRow(id, article, Math.min(Math.max(count, 1), MOST_COUNTED), place);
    this.mentions[id] = (this.mentions[id] ?? 0) + (this.rowCount[this.rows - 1] ?? 0);
    this.articlesOf[id] = (this.articlesOf[id] ?? 0) + 1;
  }

  private addRow(entity: number, article: number, count: number, place: number): void {
    if (this.rows === this.rowEntity.length) this.resize(Math.ceil(this.rows * 1.25), true);
    const row = this.rows++;
    this.rowEntity[row] = entity;
    this.rowArticle[row] = article;
    this.rowCount[row] = count;
    this.rowPlace[row] = place;
    this.rowBefore[row] = this.heads[entity] ?? NONE;
    this.heads[entity] = row;
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

  /** Gives the rows another capacity, with or without what is in them. */
  private resize(capacity: number, keep: boolean): void {
    const from = (column: Uint32Array) => (keep ? column.subarray(0, this.rows) : new Uint32Array(0));
    const wide = (column: Uint32Array) => {
      const made = new Uint32Array(capacity);
      made.set(from(column));
      return made;
    };
    this.rowEntity = wide(this.rowEntity);
    this.rowArticle = wide(this.rowArticle);
    this.rowPlace = wide(this.rowPlace);
    this.rowBefore = wide(this.rowBefore);
    const counts = new Uint16Array(capacity);
    if (keep) counts.set(this.rowCount.subarray(0, this.rows));
    this.rowCount = counts;
  }

  /** Moves the living rows together; those of an article stay in their order. */
  private compact(): void {
    const living = this.known.flatMap((entry, id) => (entry.count > 0 ? [{ entry, id }] : []));
    living.sort((a, b) => a.entry.first - b.entry.first);
    this.heads.fill(NONE);
    this.rows = 0;
    this.dead = 0;
    // A row never moves to the right, so none is written over before it is read.
    for (const { entry, id } of living) {
      const { first, count } = entry;
      entry.first = this.rows;
      for (let row = first; row < first + count; row++)
        this.addRow(this.rowEntity[row] ?? 0, id, this.rowCount[row] ?? 0, this.rowPlace[row] ?? 0);
    }
  }
}

function grown(
  column: Uint32Array<ArrayBuffer>,
  capacity: number,
  filling: number,
): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(capacity).fill(filling);
  made.set(column);
  return made;
}
