import type { Character, TrackedText } from './tracked.ts';
import { unitOffsets } from './tracked.ts';

/** Where a span truly is after an edit: UTF-16 units of the new text. */
export type Truth =
  | { readonly kind: 'at'; readonly start: number; readonly end: number }
  /** All its words were taken away. */
  | { readonly kind: 'deleted' }
  /** There is no one right answer: an edge inside an exchanged word, or a span of which one half moved away. */
  | { readonly kind: 'open' };

/** Two versions of an article whose characters are known to be each other's. */
export class Edit {
  readonly old: string;
  readonly text: string;
  readonly oldCharacters: readonly Character[];
  private readonly newCharacters: readonly Character[];
  private readonly offsets: Uint32Array;
  /** Places in the new text by id, and by exchange. */
  private readonly byId: Map<number, number[]>;
  private readonly byExchange: Map<number, number[]>;
  private readonly exchangeOf: ReadonlyMap<number, number>;

  constructor(original: string, edited: TrackedText, undone: boolean) {
    const before = Array.from(original, (text, id) => ({ text, id }));
    this.oldCharacters = undone ? edited.characters : before;
    this.newCharacters = undone ? before : edited.characters;
    this.old = textOf(this.oldCharacters);
    this.text = textOf(this.newCharacters);
    this.offsets = unitOffsets(this.newCharacters);
    this.exchangeOf = edited.exchangeOf;
    this.byId = placesBy(this.newCharacters, ({ id }) => (id < 0 ? undefined : id));
    this.byExchange = placesBy(this.newCharacters, (character) => this.exchange(character));
  }

  /** The true place of a span of the old text: places of its characters, end exclusive. */
  truth(start: number, end: number): Truth {
    if (this.cutsExchange(start) || this.cutsExchange(end)) return { kind: 'open' };
    const places = new Set<number>();
    const own = new Set<number>();
    for (let at = start; at < end; at++) {
      const character = this.oldCharacters[at];
      if (!character || character.id < 0) continue;
      own.add(character.id);
      const exchange = this.exchange(character);
      for (const place of this.byId.get(character.id) ?? []) places.add(place);
      for (const place of (exchange && this.byExchange.get(exchange)) || []) places.add(place);
    }
    const solid = [...places].filter((place) => /\S/u.test(this.newCharacters[place]?.text ?? ''));
    if (solid.length === 0) return { kind: 'deleted' };
    const blanks = /^\s|\s$/u.test(textOf(this.oldCharacters.slice(start, end)));
    const counted = blanks ? [...places] : solid;
    const from = counted.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY);
    const to = counted.reduce((most, place) => Math.max(most, place), 0) + 1;
    if (this.isTorn(from, to, places, start, end)) return { kind: 'open' };
    return { kind: 'at', start: this.offsets[from] ?? 0, end: this.offsets[to] ?? 0 };
  }

  /** Places of the old text beside which something changed. */
  changes(): number[] {
    const places: number[] = [];
    let expected = -1;
    this.oldCharacters.forEach((character, at) => {
      const place = character.id < 0 ? -1 : (this.byId.get(character.id)?.[0] ?? -1);
      if (place < 0 || place !== expected) places.push(at);
      expected = place + 1;
    });
    return places;
  }

  private exchange({ id, exchange }: Character): number | undefined {
    return exchange ?? this.exchangeOf.get(id);
  }

  /** True where a cut goes through one word that was exchanged, or one character that became several. */
  private cutsExchange(at: number): boolean {
    const [left, right] = [this.oldCharacters[at - 1], this.oldCharacters[at]];
    if (!left || !right) return false;
    if (left.id >= 0 && left.id === right.id) return true;
    const exchange = this.exchange(left);
    return exchange !== undefined && exchange === this.exchange(right);
  }

  /** True where old text from outside the span stands inside its new place. */
  private isTorn(from: number, to: number, places: ReadonlySet<number>, start: number, end: number): boolean {
    const own = new Set(this.oldCharacters.slice(start, end).map(({ id }) => id));
    for (let place = from; place < to; place++) {
      const id = this.newCharacters[place]?.id ?? -1;
      if (id >= 0 && !places.has(place) && !own.has(id)) {
        // A character that the old text does not have is new, whatever its number.
        if (this.oldIds.has(id)) return true;
      }
    }
    return false;
  }

  private get oldIds(): ReadonlySet<number> {
    this.cachedOldIds ??= new Set(this.oldCharacters.map(({ id }) => id));
    return this.cachedOldIds;
  }

  private cachedOldIds: ReadonlySet<number> | undefined;
}

function textOf(characters: readonly Character[]): string {
  return characters.map(({ text }) => text).join('');
}

function placesBy(
  characters: readonly Character[],
  key: (character: Character) => number | undefined,
): Map<number, number[]> {
  const places = new Map<number, number[]>();
  characters.forEach((character, at) => {
    const of = key(character);
    if (of === undefined) return;
    const list = places.get(of);
    if (list) list.push(at);
    else places.set(of, [at]);
  });
  return places;
}
