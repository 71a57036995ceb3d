import type { Tokenizer, Tokens } from './tokens.ts';

/** How an old token corresponds to a new one. */
export const LINK = {
  /** The same token. */
  equal: 0,
  /** The same word, spelt otherwise. */
  similar: 1,
  /** Several tokens that make up the same letters as the others: a word that was split or fused. */
  joined: 2,
} as const;

/** Old tokens `o`… are new tokens `n`…, one by one, in order. */
export interface Run {
  readonly o: number;
  readonly n: number;
  readonly length: number;
}

/** A part of the old text and what became of it; ends are exclusive. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

const NOT_LINKED = -1;

/**
 * Which old token is which new one, as far as that is found. Links of one region never cross: region 0 is the text
 * as a whole, every stretch that moved is a region of its own.
 */
export class Draft {
  /** The new token of each old one, and the other way round; -1 where there is none. */
  readonly to: Int32Array;
  readonly from: Int32Array;
  /** `LINK` of each old token that has one. */
  readonly kind: Uint8Array;
  /** By how much the link beats the next best one: small where another place would have been as good. */
  readonly margin: Float32Array;
  /** How alike the two are, from 0 to 1. */
  readonly likeness: Float32Array;
  readonly oldRegion: Uint16Array;
  readonly newRegion: Uint16Array;
  /** The groups of split and fused words, by each of their old tokens. */
  readonly joints = new Map<number, Hunk>();

  readonly tokenizer: Tokenizer;
  readonly old: Tokens;
  readonly now: Tokens;

  constructor(tokenizer: Tokenizer, old: Tokens, now: Tokens) {
    this.tokenizer = tokenizer;
    this.old = old;
    this.now = now;
    this.to = new Int32Array(old.count).fill(NOT_LINKED);
    this.from = new Int32Array(now.count).fill(NOT_LINKED);
    this.kind = new Uint8Array(old.count);
    this.margin = new Float32Array(old.count).fill(Number.POSITIVE_INFINITY);
    this.likeness = new Float32Array(old.count).fill(1);
    this.oldRegion = new Uint16Array(old.count);
    this.newRegion = new Uint16Array(now.count);
  }

  /** True where both tokens are the same. */
  same(oldToken: number, newToken: number): boolean {
    return this.old.keys[oldToken] === this.now.keys[newToken];
  }

  link(oldToken: number, newToken: number, kind: number = LINK.equal): void {
    this.to[oldToken] = newToken;
    this.from[newToken] = oldToken;
    this.kind[oldToken] = kind;
  }

  unlink(oldToken: number, newToken: number): void {
    this.to[oldToken] = NOT_LINKED;
    this.from[newToken] = NOT_LINKED;
  }

  linkRun({ o, n, length }: Run): void {
    for (let at = 0; at < length; at++) this.link(o + at, n + at);
  }

  /** Links a group of tokens that was split or fused. */
  join(group: Hunk): void {
    for (let at = group.oldStart; at < group.oldEnd; at++) {
      this.to[at] = group.newStart;
      this.kind[at] = LINK.joined;
      this.joints.set(at, group);
    }
    for (let at = group.newStart; at < group.newEnd; at++) this.from[at] = group.oldStart;
  }

  isLinked(oldToken: number): boolean {
    return (this.to[oldToken] ?? NOT_LINKED) >= 0;
  }

  /** The last new token of an old one's link; -1 where it has none. */
  lastOf(oldToken: number): number {
    const joint = this.kind[oldToken] === LINK.joined ? this.joints.get(oldToken) : undefined;
    return joint ? joint.newEnd - 1 : (this.to[oldToken] ?? NOT_LINKED);
  }
}
