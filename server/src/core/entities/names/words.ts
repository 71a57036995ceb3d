/** Different short strings that many records share, by number: languages, types, sources. */
export class Words {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();
  private last = '';
  private lastNumber = -1;

  /** The number of a string, given to it when it first comes. */
  numberOf(word: string): number {
    // The same one comes again and again.
    if (word === this.last && this.lastNumber >= 0) return this.lastNumber;
    this.last = word;
    this.lastNumber = this.numbers.get(word) ?? this.list.push(word) - 1;
    if (this.lastNumber === this.list.length - 1) this.numbers.set(word, this.lastNumber);
    return this.lastNumber;
  }
}
