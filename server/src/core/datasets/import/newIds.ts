import { newId } from '../../annotations/create.ts';
import { revisionOf } from '../../text/revision.ts';

/** What ids of Pressmark's own look like: they are kept when they come back. */
const OWN_ID = /^\d{8,15}-[0-9a-z]{6}$/;
/** Six base-36 characters. */
const SPACE = 36 ** 6;

/** Gives imported annotations ids that no other line of their sidecar has. */
export class NewIds {
  private readonly taken: Set<string>;
  /** By place and content: how many have been made of it. */
  private readonly counts = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  /**
   * The file's own id where it is one of Pressmark's and free; else one that follows from what the annotation says, so
   * that two people who import the same file write the same lines. `start`: code points.
   */
  take(id: string, start: number, content: string): string {
    const own = OWN_ID.test(id) && !this.taken.has(id) ? id : undefined;
    const taken = own ?? this.made(start, content);
    this.taken.add(taken);
    return taken;
  }

  private made(start: number, content: string): string {
    const key = `${start} ${content}`;
    for (let n = this.counts.get(key) ?? 0; ; n++) {
      this.counts.set(key, n + 1);
      const hash = Number.parseInt(revisionOf(`${n} ${content}`), 16) % SPACE;
      const id = newId(start, hash.toString(36).padStart(6, '0'));
      if (!this.taken.has(id)) return id;
    }
  }
}
