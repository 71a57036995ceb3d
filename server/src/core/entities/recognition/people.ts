import type { Entity } from '../entity.ts';
import { foldWord } from '../fold.ts';
import { type ShortName, shortNames } from './nameOrder.ts';

/** A person who may be called by a part of a name. */
export interface Bearer {
  readonly entityId: string;
  readonly short: ShortName;
  /** Where the article first names the person in full; UTF-16 units. */
  readonly from: number;
}

const NOBODY: readonly Bearer[] = [];
const HAS_PARTS = /[\p{Zs}\s・·＝=]/u;

/** The people whom an article names in full, by the words that it may call them by later. */
export class People {
  private readonly language: string;
  private readonly byWord = new Map<string, Bearer[]>();
  private readonly byUnit = new Map<string, Bearer[]>();
  private readonly known = new Map<string, number>();

  constructor(language: string) {
    this.language = language;
  }

  get size(): number {
    return this.known.size;
  }

  /** Remembers a person by the name that stands at `from`; a name of one word tells nothing new. */
  named(entity: Entity, written: string, from: number): void {
    if (this.known.has(entity.id)) return;
    const one = !HAS_PARTS.test(written.trim());
    if (one && shortNames(written, this.language).length === 0) return;
    this.known.set(entity.id, from);
    const names = new Set([written, entity.name, ...(entity.names.get(this.language) ?? [])]);
    const seen = new Set<string>();
    for (const name of names) {
      for (const short of shortNames(name, this.language)) {
        const key = foldWord(short.word);
        const same = `${key} ${short.before}`;
        if (seen.has(same)) continue;
        seen.add(same);
        const bearer = { entityId: entity.id, short, from };
        push(this.byWord, key, bearer);
        push(this.byUnit, key.charAt(0), bearer);
      }
    }
  }

  /** Who may be called by a word (in small letters, NFC). */
  called(folded: string): readonly Bearer[] {
    return this.byWord.get(folded) ?? NOBODY;
  }

  /** Whose short name begins with this unit: for scripts without blanks between words. */
  beginning(unit: string): readonly Bearer[] {
    return this.byUnit.get(unit) ?? NOBODY;
  }
}

/** More people of one surname, or of surnames with one first letter, are not told apart: work stays linear. */
const MOST_BEARERS = 50;

function push(map: Map<string, Bearer[]>, key: string, bearer: Bearer): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [bearer]);
  else if (list.length < MOST_BEARERS) list.push(bearer);
}
