import { spread, withUnit } from '../corpus/hashes.ts';

/** Looking at more sets of people than this takes longer than it makes a difference. */
const MOST_LOOKED_AT = 4000;

/** How much each of some people has to do, and how often each two of them have the same article. */
export class Workload {
  private readonly loads: number[];
  /** By `pairKey`. */
  private readonly pairs = new Map<number, number>();
  readonly people: readonly string[];

  constructor(people: readonly string[]) {
    this.people = people;
    this.loads = people.map(() => 0);
  }

  /** Notes an article of a weight that these people have; names of others are passed over. */
  add(names: readonly string[], weight: number): void {
    this.addPlaces(
      names.map((name) => this.people.indexOf(name)).filter((place) => place >= 0),
      weight,
    );
  }

  /** What a person has to do. */
  of(name: string): number {
    return this.loads[this.people.indexOf(name)] ?? 0;
  }

  /** How many articles two people both have. */
  together(a: string, b: string): number {
    return this.pairs.get(this.pairKey(this.people.indexOf(a), this.people.indexOf(b))) ?? 0;
  }

  /**
   * Gives an article to `count` more people than the `already` named, and names them, fewer where there are no more.
   * They are chosen so that the loads stay together: nobody has more than a person with least has, by more than the
   * heaviest article (`heaviest`), if it was so before. Among the choices that do that, it is the one whose pairs have
   * had the fewest articles in common; among those the one with least to do, and then chance decides, of which `lot`
   * (32 bits) is the source.
   */
  choose(count: number, weight: number, heaviest: number, already: readonly string[], lot: number): string[] {
    const taken = already.map((name) => this.people.indexOf(name)).filter((place) => place >= 0);
    const free = this.people.map((_, place) => place).filter((place) => !taken.includes(place));
    const size = Math.min(count, free.length);
    const cheap = combinations(free.length, size) * this.people.length <= MOST_LOOKED_AT;
    const chosen = cheap
      ? this.best(free, size, weight, heaviest, taken, lot)
      : this.lightest(free, size, taken, lot);
    this.addPlaces(chosen, weight, taken);
    return chosen.map((place) => this.people[place] ?? '').sort();
  }

  private best(
    free: readonly number[],
    size: number,
    weight: number,
    heaviest: number,
    taken: readonly number[],
    lot: number,
  ): readonly number[] {
    let best: readonly number[] = [];
    let bestCost: readonly number[] | undefined;
    for (const places of subsets(free, size)) {
      const cost = [
        Math.max(0, this.spreadWith(places, weight) - heaviest),
        this.pairsWith(places, taken),
        places.reduce((sum, place) => sum + (this.loads[place] ?? 0), 0),
        drawn(places, lot),
      ];
      if (bestCost && compare(cost, bestCost) >= 0) continue;
      best = places;
      bestCost = cost;
    }
    return best;
  }

  /** Where there are too many sets to look at all of them: whoever has least, one after the other. */
  private lightest(
    free: readonly number[],
    size: number,
    taken: readonly number[],
    lot: number,
  ): readonly number[] {
    const chosen: number[] = [];
    const left = new Set(free);
    while (chosen.length < size) {
      let next: number | undefined;
      let nextCost: readonly number[] = [];
      for (const place of left) {
        const cost = [
          this.loads[place] ?? 0,
          this.pairsWith([place], [...taken, ...chosen]),
          drawn([place], lot),
        ];
        if (next !== undefined && compare(cost, nextCost) >= 0) continue;
        next = place;
        nextCost = cost;
      }
      if (next === undefined) break;
      chosen.push(next);
      left.delete(next);
    }
    return chosen;
  }

  /** The largest load less the smallest, once these have the article too. */
  private spreadWith(places: readonly number[], weight: number): number {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (let place = 0; place < this.loads.length; place++) {
      const load = this.loads[place] ?? 0;
      const after = places.includes(place) ? load + weight : load;
      least = Math.min(least, after);
      most = Math.max(most, after);
    }
    return most - least;
  }

  /** The articles that the new pairs have in common, squared, so that one pair with many counts more than many with few. */
  private pairsWith(places: readonly number[], taken: readonly number[]): number {
    let sum = 0;
    for (const [i, place] of places.entries()) {
      for (const other of [...places.slice(i + 1), ...taken]) {
        const together = this.pairs.get(this.pairKey(place, other)) ?? 0;
        sum += together * together;
      }
    }
    return sum;
  }

  private addPlaces(places: readonly number[], weight: number, taken: readonly number[] = []): void {
    for (const [i, place] of places.entries()) {
      this.loads[place] = (this.loads[place] ?? 0) + weight;
      for (const other of [...places.slice(i + 1), ...taken]) {
        const key = this.pairKey(place, other);
        this.pairs.set(key, (this.pairs.get(key) ?? 0) + 1);
      }
    }
  }

  private pairKey(a: number, b: number): number {
    return Math.min(a, b) * this.people.length + Math.max(a, b);
  }
}

/** A number for a set of places, another one for each lot. */
function drawn(places: readonly number[], lot: number): number {
  let hash = lot;
  for (const place of places) hash = withUnit(hash, place);
  return spread(hash);
}

/** The numbers that differ first decide. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}

/** How many sets of `size` there are of `n`; infinity where it does not matter how many more. */
function combinations(n: number, size: number): number {
  let count = 1;
  for (let i = 1; i <= size; i++) {
    count = (count * (n - size + i)) / i;
    if (count > MOST_LOOKED_AT) return Number.POSITIVE_INFINITY;
  }
  return count;
}

/** Every set of `size` of the items, in their order. */
function* subsets(items: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) {
    const item = items[i];
    if (item === undefined) return;
    for (const rest of subsets(items, size - 1, i + 1)) yield [item, ...rest];
  }
}
