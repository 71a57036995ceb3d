const NOBODY = -1;

/** Articles by the text that they are copies of: a ring of neighbours for each text. All are named by numbers. */
export class Sources {
  private readonly anyOf = new Map<number, number>();
  private next = new Int32Array(64);
  private previous = new Int32Array(64);

  /** An article whose source is this one; undefined where there is none. */
  teacher(source: number): number | undefined {
    return this.anyOf.get(source);
  }

  /** Says which article of its source teaches; it must have joined. */
  setTeacher(source: number, article: number): void {
    this.anyOf.set(source, article);
  }

  /** Adds an article to its source; the first one teaches. */
  join(source: number, article: number): void {
    while (article >= this.next.length) {
      this.next = grown(this.next);
      this.previous = grown(this.previous);
    }
    const one = this.anyOf.get(source);
    if (one === undefined) {
      this.anyOf.set(source, article);
      this.link(article, article);
      return;
    }
    this.link(this.previous[one] ?? one, article);
    this.link(article, one);
  }

  /** Takes an article away from its source. If it taught, another one must be named, where there is one. */
  leave(source: number, article: number): void {
    const after = this.next[article] ?? NOBODY;
    if (after === article) {
      this.anyOf.delete(source);
      return;
    }
    this.link(this.previous[article] ?? NOBODY, after);
    if (this.anyOf.get(source) === article) this.anyOf.set(source, after);
  }

  /** The articles of a source. */
  *members(source: number): Generator<number> {
    const first = this.anyOf.get(source);
    if (first === undefined) return;
    let at = first;
    do {
      yield at;
      at = this.next[at] ?? first;
    } while (at !== first);
  }

  /** How many sources there are. */
  get size(): number {
    return this.anyOf.size;
  }

  private link(before: number, after: number): void {
    this.next[before] = after;
    this.previous[after] = before;
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
