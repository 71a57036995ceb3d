/** A number of an article, under a name of several parts; those of several articles add up. */
export interface Feature {
  readonly key: readonly string[];
  readonly value: number;
}

/**
 * So many groups of articles are kept apart for drawing them anew; of a larger corpus the articles are dealt out among
 * them in turn, so that it takes no more memory and the same time.
 */
const MOST_GROUPS = 2000;

/** The numbers of one group that are not 0, with their places. */
interface Packed {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/** The features of the articles of a corpus: their sums, and by article, or by group of articles. */
export class Features {
  private readonly places = new Map<string, number>();
  private readonly names: (readonly string[])[] = [];
  private readonly groups: Map<number, number>[] = [];
  private packed: readonly Packed[] | undefined;
  private added = 0;

  /** How many articles have been added. */
  get articles(): number {
    return this.added;
  }

  /** The names, in the order of the numbers that `sums` gives. */
  get keys(): readonly (readonly string[])[] {
    return this.names;
  }

  /** Adds the features of one article. */
  add(features: Iterable<Feature>): void {
    const at = this.added++ % MOST_GROUPS;
    const group = this.groups[at] ?? new Map<number, number>();
    this.groups[at] = group;
    this.packed = undefined;
    for (const { key, value } of features) {
      const place = this.placeOf(key);
      group.set(place, (group.get(place) ?? 0) + value);
    }
  }

  /** The sums over all articles, or over a draw: `times` says how often each group is in it. */
  sums(times?: Uint32Array): Float64Array {
    this.packed ??= this.groups.map((group) => ({
      places: Int32Array.from(group.keys()),
      values: Float64Array.from(group.values()),
    }));
    const sums = new Float64Array(this.names.length);
    for (const [at, { places, values }] of this.packed.entries()) {
      const often = times ? (times[at] ?? 0) : 1;
      if (often === 0) continue;
      for (let i = 0; i < places.length; i++) {
        const place = places[i] ?? 0;
        sums[place] = (sums[place] ?? 0) + often * (values[i] ?? 0);
      }
    }
    return sums;
  }

  /** How many groups there are to draw from. */
  get drawable(): number {
    return this.groups.length;
  }

  private placeOf(key: readonly string[]): number {
    const name = JSON.stringify(key);
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.names.length;
      this.places.set(name, place);
      this.names.push(key);
    }
    return place;
  }
}
