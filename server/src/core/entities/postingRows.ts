/** New columns are this much longer than what they must hold: little is wasted, and not much is copied. */
const GROWTH = 1.1;
const FEWEST = 256;

/**
 * The rows of {@link Postings}, column by column: that an article mentions an entity. A row with a count of 0 is dead.
 * 18 bytes each.
 */
export class PostingRows {
  length = 0;
  entity = new Uint32Array(FEWEST);
  article = new Uint32Array(FEWEST);
  count = new Uint16Array(FEWEST);
  place = new Uint32Array(FEWEST);
  /** The row before it of the same entity. */
  before = new Uint32Array(FEWEST);

  /** Adds a row; gives its number. */
  add(entity: number, article: number, count: number, place: number, before: number): number {
    if (this.length === this.entity.length) this.widen(Math.ceil(this.length * GROWTH));
    const row = this.length++;
    this.entity[row] = entity;
    this.article[row] = article;
    this.count[row] = count;
    this.place[row] = place;
    this.before[row] = before;
    return row;
  }

  /** Forgets all rows, and gives their memory back. */
  clear(): void {
    this.length = 0;
    this.entity = new Uint32Array(FEWEST);
    this.article = new Uint32Array(FEWEST);
    this.count = new Uint16Array(FEWEST);
    this.place = new Uint32Array(FEWEST);
    this.before = new Uint32Array(FEWEST);
  }

  private widen(capacity: number): void {
    this.entity = grown(this.entity, capacity, 0);
    this.article = grown(this.article, capacity, 0);
    this.count = grown16(this.count, capacity);
    this.place = grown(this.place, capacity, 0);
    this.before = grown(this.before, capacity, 0);
  }
}

/** The column with room for `capacity` numbers, the new ones being `filling`. */
export function grown(
  column: Uint32Array<ArrayBuffer>,
  capacity: number,
  filling: number,
): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(capacity);
  made.set(column);
  if (filling !== 0) made.fill(filling, column.length);
  return made;
}

/** {@link grown} with small numbers, the new ones being 0. */
export function grown16(column: Uint16Array<ArrayBuffer>, capacity: number): Uint16Array<ArrayBuffer> {
  const made = new Uint16Array(capacity);
  made.set(column);
  return made;
}
