import { foldWord } from '../fold.ts';
import { comparable } from '../nameForm.ts';
import { isWordUnit } from '../wordScan.ts';

/** A name of several words that the article has, as it may stand again with a small first letter. */
interface Known {
  /** In small letters. */
  readonly first: string;
  /** All behind the first word, with the gap. */
  readonly rest: string;
  readonly entityId: string;
}

/** A stretch of a text that is such a name; UTF-16 units of the text. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly entityId: string;
}

/** More names of one second word are not kept, so that work stays linear. */
const MOST_ALIKE = 20;
const NAME = /^(\p{Lu}\p{Ll}[\p{Ll}\p{M}]*)([\s\u00a0-]+(\p{Lu}[\p{L}\p{M}\p{N}]*).*)$/su;

/**
 * The names of several words whose second has a capital too, such as `Negara Islam`: once an article has one, it may
 * write the first word small (`negara Islam`), which by itself would be any Islamic state.
 */
export class SmallFirst {
  private readonly seen = new Set<string>();
  private readonly bySecond = new Map<string, Known[]>();

  /** True while the article has no such name. */
  get empty(): boolean {
    return this.bySecond.size === 0;
  }

  /** Remembers a name as it is written. */
  saw(written: string, entityId: string): void {
    if (this.seen.has(written)) return;
    this.seen.add(written);
    const [, first, rest, second] = NAME.exec(written) ?? [];
    if (first === undefined || rest === undefined || second === undefined) return;
    const key = foldWord(second);
    const known = this.bySecond.get(key) ?? [];
    const name = { first: first.toLowerCase(), rest: comparable(rest), entityId };
    if (known.length >= MOST_ALIKE || known.some((one) => one.first === name.first && one.rest === name.rest))
      return;
    this.bySecond.set(key, [...known, name]);
  }

  /** The name that has its second word at `second`, where its first word is written small. */
  at(text: string, second: number): Found | undefined {
    if (this.empty) return undefined;
    let end = second;
    while (end < text.length && isWordUnit(text, end)) end++;
    for (const { first, rest, entityId } of this.bySecond.get(foldWord(text.slice(second, end))) ?? []) {
      const gap = text.slice(Math.max(0, second - 1), second);
      const start = second - 1 - first.length;
      const stop = second + rest.length - 1;
      if (start < 0 || comparable(gap) !== ' ' || text.slice(start, second - 1) !== first) continue;
      if ((start > 0 && isWordUnit(text, start - 1)) || isWordUnit(text, stop)) continue;
      if (comparable(text.slice(second - 1, stop)) === rest) return { start, end: stop, entityId };
    }
    return undefined;
  }
}
