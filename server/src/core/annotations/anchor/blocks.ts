import type { Draft, Hunk } from './draft.ts';

/** Old tokens that correspond to nothing, and the new ones in their place; either may be none. */
export interface Block extends Hunk {
  /** True where a stretch that moved away or came in parts it. */
  readonly torn: boolean;
}

/** How a block reads as a replacement. */
export type Replacement =
  /** Nothing is in its place. */
  | 'deleted'
  /** The same words gave way to the same other words in several places. */
  | 'renamed'
  /** One to three words for as many. */
  | 'wordForWord'
  /** Any other words. */
  | 'rewritten';

/** More words than this are not exchanged one by one. */
const MOST_WORDS = 3;
/** Tokens of a name that was replaced everywhere, old or new. */
const LONGEST_NAME = 8;
/** Characters of a script without blanks that count as one word. */
const UNSPACED_WORD = 4;
/** No block with more tokens on a side is `MOST_WORDS` words. */
const MOST_TOKENS = MOST_WORDS * UNSPACED_WORD;

/** The blocks of all regions of a finished draft. */
export class Blocks {
  private readonly list: Block[] = [];
  /** By old token: its block's place in the list, or -1. */
  private readonly byToken: Int32Array;
  private readonly timesReplaced = new Map<string, number>();
  private readonly draft: Draft;

  constructor(draft: Draft, parts: readonly Hunk[]) {
    this.draft = draft;
    this.byToken = new Int32Array(draft.old.count).fill(-1);
    parts.forEach((part, region) => {
      this.collect(part, region);
    });
    for (const block of this.list) {
      const name = this.nameOf(block);
      if (name !== undefined) this.timesReplaced.set(name, (this.timesReplaced.get(name) ?? 0) + 1);
    }
  }

  /** The block of an old token; undefined for one that is linked. */
  of(token: number): Block | undefined {
    const at = this.byToken[token] ?? -1;
    // A list is slow to say that it has nothing at -1.
    return at < 0 ? undefined : this.list[at];
  }

  replacement(block: Block): Replacement {
    if (block.newStart === block.newEnd) return 'deleted';
    if (block.torn) return 'rewritten';
    const name = this.nameOf(block);
    if (name !== undefined && (this.timesReplaced.get(name) ?? 0) > 1) return 'renamed';
    const { old, now } = this.draft;
    // A block may be as long as the text, and is asked about for each of its tokens.
    const longest = Math.max(block.oldEnd - block.oldStart, block.newEnd - block.newStart);
    if (longest > MOST_TOKENS) return 'rewritten';
    const words = wordsOf(this.draft, old.keys, block.oldStart, block.oldEnd);
    const others = wordsOf(this.draft, now.keys, block.newStart, block.newEnd);
    // Words that are in both changed places: none gave way to another.
    const inOld = new Set(old.keys.subarray(block.oldStart, block.oldEnd));
    const isSwap = now.keys.subarray(block.newStart, block.newEnd).some((key) => inOld.has(key));
    return words.length <= MOST_WORDS && words === others && !isSwap ? 'wordForWord' : 'rewritten';
  }

  private collect(part: Hunk, region: number): void {
    const { draft } = this;
    let newFrom = part.newStart;
    let first = -1;
    const close = (oldEnd: number, newTo: number) => {
      if (first >= 0) this.add(first, oldEnd, newFrom, newTo, region);
      first = -1;
    };
    let last = part.oldStart;
    for (let o = part.oldStart; o < part.oldEnd; o++) {
      if (draft.oldRegion[o] !== region) continue;
      if (draft.isLinked(o)) {
        close(last, draft.to[o] ?? 0);
        newFrom = draft.lastOf(o) + 1;
      } else {
        if (first < 0) first = o;
        last = o + 1;
      }
    }
    close(last, part.newEnd);
  }

  private add(oldStart: number, oldEnd: number, from: number, to: number, region: number): void {
    const { newRegion, oldRegion } = this.draft;
    let [newStart, newEnd] = [from, to];
    while (newStart < newEnd && newRegion[newStart] !== region) newStart++;
    while (newEnd > newStart && newRegion[newEnd - 1] !== region) newEnd--;
    let torn = false;
    for (let n = newStart; n < newEnd; n++) torn ||= newRegion[n] !== region;
    for (let o = oldStart; o < oldEnd; o++) {
      if (oldRegion[o] === region) this.byToken[o] = this.list.length;
      else torn = true;
    }
    this.list.push({ oldStart, oldEnd, newStart, newEnd, torn });
  }

  /** What was replaced by what, where it is as short as a name. */
  private nameOf({ oldStart, oldEnd, newStart, newEnd, torn }: Block): string | undefined {
    if (torn || newStart === newEnd) return undefined;
    if (oldEnd - oldStart > LONGEST_NAME || newEnd - newStart > LONGEST_NAME) return undefined;
    const { old, now } = this.draft;
    return `${old.keys.subarray(oldStart, oldEnd).join()}>${now.keys.subarray(newStart, newEnd).join()}`;
  }
}

/** What tokens are in order: w for a word, s for a sign. A few characters without blanks are one word. */
function wordsOf(draft: Draft, keys: Uint32Array, start: number, end: number): string {
  let words = '';
  let unspaced = 0;
  for (let at = start; at < end; at++) {
    unspaced = draft.tokenizer.isUnspaced(keys[at]) ? unspaced + 1 : 0;
    if (unspaced === 0 || unspaced % UNSPACED_WORD === 1)
      words += draft.tokenizer.isWord(keys[at]) ? 'w' : 's';
  }
  return words;
}
