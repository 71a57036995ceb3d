/** A character of an edited text: what it is, and which character of the original it is or stands for. */
export interface Character {
  readonly text: string;
  /** -1: it is new, or a copy. */
  readonly id: number;
  /** Of a character in the place of others: the number of that exchange. */
  readonly exchange?: number;
}

/** A text in the course of being edited, each character knowing where it comes from. */
export class TrackedText {
  characters: Character[];
  /** The exchange that took each of these characters of the original away. */
  readonly exchangeOf = new Map<number, number>();
  private exchanges = 0;

  constructor(text: string) {
    this.characters = Array.from(text, (character, id) => ({ text: character, id }));
  }

  get text(): string {
    return this.characters.map((character) => character.text).join('');
  }

  /** What matches of an expression in the text as it is now: places of characters. */
  find(expression: RegExp): Stretch[] {
    const text = this.text;
    const offsets = unitOffsets(this.characters);
    const place = (unit: number) => lastAtMost(offsets, unit);
    return Array.from(text.matchAll(expression), (match) => ({
      start: place(match.index),
      end: place(match.index + match[0].length),
      text: match[0],
    })).filter((stretch) => stretch.end > stretch.start);
  }

  slice(start: number, end: number): Character[] {
    return this.characters.slice(start, end);
  }

  insert(at: number, text: string): void {
    this.characters.splice(at, 0, ...newCharacters(text));
  }

  remove(start: number, end: number): Character[] {
    return this.characters.splice(start, end - start);
  }

  /** Other words in the place of these: they stand for what they replace, from the first to the last character. */
  replace(start: number, end: number, text: string): void {
    const old = this.characters.slice(start, end);
    const now = Array.from(text);
    const exchange = ++this.exchanges;
    for (const { id } of old) if (id >= 0) this.exchangeOf.set(id, exchange);
    const made = now.map((character, at) => {
      const source = now.length === 1 ? 0 : Math.round((at * (old.length - 1)) / (now.length - 1));
      return { text: character, id: old[source]?.id ?? -1, exchange };
    });
    this.characters.splice(start, end - start, ...made);
  }

  /** Each character by itself becomes others, or none. */
  map(change: (character: string) => string): void {
    this.characters = this.characters.flatMap((character) =>
      Array.from(change(character.text), (text) => ({ ...character, text })),
    );
  }
}

/** A part of a text: places of characters, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** UTF-16 offsets at which the characters start, and the length behind the last. */
export function unitOffsets(characters: readonly Character[]): Uint32Array {
  const offsets = new Uint32Array(characters.length + 1);
  characters.forEach(({ text }, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + text.length;
  });
  return offsets;
}

function newCharacters(text: string): Character[] {
  return Array.from(text, (character) => ({ text: character, id: -1 }));
}

function lastAtMost(offsets: Uint32Array, unit: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}
