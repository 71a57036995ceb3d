/** Different short strings that many records share, by number: languages, types, sources. */
export class Words {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a string, given to it when it first comes. */
  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.list.length);
    this.list.push(word);
    return this.list.length - 1;
  }
}
