/**
 * What a language's closed classes say about word order. Words stand in lower case between blanks; an item of a list
 * is a word or the name of a class (in capitals).
 */
export interface WordOrderGrammar {
  /** The words of each class. */
  readonly classes: Readonly<Record<string, string>>;
  /** Pairs that stand side by side in no sentence, blanks alone between them. */
  readonly never: readonly NeverPair[];
  /** The same of pairs that rare turns of phrase have: two of them weigh as much as one of the others. */
  readonly seldom?: readonly NeverPair[];
  /** Pairs that every sentence is full of: each takes half a witness away. */
  readonly usual?: readonly NeverPair[];
  /** What nothing but a word can follow: neither a comma nor the end of the sentence. */
  readonly notBeforeMark: string;
  /** What cannot be the last word, but may stand before a comma. */
  readonly notLast: string;
  /** What cannot be the first word. */
  readonly notFirst: string;
  /** Halves of words; a loose one is a word of its own now and then. */
  halves?(): { strict: ReadonlyMap<string, Half>; loose: ReadonlyMap<string, Half> };
  /** Pairs of words that are one word, so that neither is of a closed class there. */
  readonly compounds?: readonly string[];
  /** The class (a name in capitals, without words of its own) of an open word by its form, given in lower case. */
  shapeOf?(word: string): string | undefined;
}

/** What stands around half a word in the words that it is a part of. */
export interface Half {
  readonly before: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
}

/** What may follow the left item: a list. */
export type NeverPair = readonly [left: string, right: string];

/** How much a pair weighs, in halves of a witness. */
export const WHOLE = 2;
export const HALF = 1;
const USUAL = -1;

/** Stands for a comma, and the like, behind a word. */
export const MARK = 'a mark';
/** Stands for the end of a sentence. */
export const END = 'the end';
/** Stands for the beginning of a sentence. */
export const START = 'the start';

/** A grammar made ready to be asked about each pair of a text: words by number, and a weight for each two of them. */
export class PairTable {
  /** The numbers of words, of the names of shapes, and of `MARK`, `END` and `START`. */
  private readonly numbers = new Map<string, number>();
  private readonly weights: Int8Array;
  private readonly size: number;
  /** By the first word: the second ones. */
  private readonly compounds = new Map<string, Set<string>>();
  private readonly strict: ReadonlyMap<string, Half>;
  private readonly loose: ReadonlyMap<string, Half>;
  private readonly grammar: WordOrderGrammar;

  constructor(grammar: WordOrderGrammar) {
    this.grammar = grammar;
    const { classes } = grammar;
    const items = (list: string) =>
      words(list).flatMap((item) =>
        Object.hasOwn(classes, item) && classes[item] !== '' ? words(classes[item] ?? '') : [item],
      );
    const cells: (readonly [left: string, right: string, weight: number])[] = [];
    const forbid = (left: readonly string[], right: readonly string[], weight: number) => {
      for (const l of left) for (const r of right) cells.push([l, r, weight]);
    };
    for (const [left, right] of grammar.usual ?? []) forbid(items(left), items(right), USUAL);
    for (const [left, right] of grammar.seldom ?? []) forbid(items(left), items(right), HALF);
    for (const [left, right] of grammar.never) forbid(items(left), items(right), WHOLE);
    forbid(items(grammar.notBeforeMark), [MARK, END], WHOLE);
    forbid(items(grammar.notLast), [END], WHOLE);
    forbid([START], items(grammar.notFirst), WHOLE);
    for (const [left, right] of cells)
      for (const word of [left, right])
        if (!this.numbers.has(word)) this.numbers.set(word, this.numbers.size);
    this.size = this.numbers.size;
    this.weights = new Int8Array(this.size * this.size);
    for (const [left, right, weight] of cells) {
      const cell = (this.numbers.get(left) ?? 0) * this.size + (this.numbers.get(right) ?? 0);
      this.weights[cell] = weight;
    }
    for (const compound of grammar.compounds ?? []) {
      const [left = '', right = ''] = compound.split(' ');
      this.compounds.set(left, (this.compounds.get(left) ?? new Set()).add(right));
    }
    const { strict, loose } = grammar.halves?.() ?? { strict: new Map(), loose: new Map() };
    this.strict = strict;
    this.loose = loose;
  }

  /** The number under which `weight` knows a word (lower case); -1 where the grammar says nothing of it. */
  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const shape = this.grammar.shapeOf?.(word);
    return shape === undefined ? -1 : (this.numbers.get(shape) ?? -1);
  }

  /** 0 where the second may follow the first; else how much the pair weighs, in halves of a witness. */
  weight(left: number, right: number): number {
    return left < 0 || right < 0 ? 0 : (this.weights[left * this.size + right] ?? 0);
  }

  /** True for half a word (small letters). */
  isHalf(word: string): boolean {
    return this.strict.has(word) || this.loose.has(word);
  }

  /** What half a word says between two others (lower case): negative where it is at its place; 0 of other words. */
  halfWeight(before: string, word: string, behind: string): number {
    const strict = this.strict.get(word);
    const half = strict ?? this.loose.get(word);
    if (half === undefined) return 0;
    if (half.before.has(before) || half.behind.has(behind)) return -WHOLE;
    return strict ? WHOLE : HALF;
  }

  /** True for a word (lower case) that the grammar names, not one whose form alone it knows. */
  names(word: string): boolean {
    return this.numbers.has(word);
  }

  /** True for the first of two words (lower case) that are one. */
  opensCompound(word: string): boolean {
    return this.compounds.has(word);
  }

  /** True where two words (lower case) that follow each other are one. */
  isCompound(left: string, right: string): boolean {
    return this.compounds.get(left)?.has(right) === true;
  }
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
