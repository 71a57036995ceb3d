import { countedItems, type FullItems } from '../coding/fleiss.ts';
import type { Coincidences } from '../coding/krippendorff.ts';
import type { PairTable } from '../coding/ratings.ts';
import { NO_SPANS, type SpanTally } from '../spans/f1.ts';
import type { UnitizingTally } from '../unitizing/tally.ts';
import type { Subject } from './comparedArticle.ts';

/** What was said of the items of one subject. */
export interface ItemSums {
  /** The table of each pair of people who share items. */
  readonly pairs: readonly PairTable[];
  readonly coincidences: Coincidences;
  /** Items that all of them judged; undefined where there are none. */
  readonly full: FullItems | undefined;
  /** Items that at least two judged, and the raw agreement over them. */
  readonly items: number;
  readonly raw: number;
}

/** The sums that the measures are computed from. */
export interface Sums {
  /** By label; `ALL_LABELS`: whatever the label. */
  readonly spans: ReadonlyMap<string, SpanTally>;
  readonly units: UnitizingTally;
  readonly items: ReadonlyMap<Subject, ItemSums>;
  /** Sums of disorders, weighted by units; undefined where γ was not asked for, or nobody marked anything. */
  readonly gamma: GammaSums | undefined;
}

export interface GammaSums {
  readonly observed: number;
  readonly expected: number;
  /** Articles in which an alignment could not be proved to be the best. */
  readonly unproved: number;
}

type Counts = Map<string, number>;
type Table = Map<string, Counts>;

interface Gathered {
  readonly pairs: Map<string, Table>;
  readonly coincidences: Table;
  readonly given: Counts;
  readonly numbers: Counts;
}

/** Reads the numbers of features back; `coders`: how many people are compared. */
export function readSums(keys: readonly (readonly string[])[], values: Float64Array, coders: number): Sums {
  const spans = new Map<string, Record<string, number>>();
  const [lengths, squares, sharedSquares]: [Table, Counts, Counts] = [new Map(), new Map(), new Map()];
  const gathered = new Map<string, Gathered>();
  const gamma = new Map<string, number>();
  const of = (subject: string) => {
    const known = gathered.get(subject) ?? {
      pairs: new Map(),
      coincidences: new Map(),
      given: new Map(),
      numbers: new Map(),
    };
    gathered.set(subject, known);
    return known;
  };
  for (const [place, [kind, first = '', ...rest]] of keys.entries()) {
    const value = values[place] ?? 0;
    if (value === 0) continue;
    const [second = '', third = '', fourth = '', fifth = ''] = rest;
    switch (kind) {
      case 'span':
        spans.set(first, { ...spans.get(first), [second]: value });
        break;
      case 'length':
        put(lengths, first, second, value);
        break;
      case 'square':
        squares.set(first, value);
        break;
      case 'gamma':
        gamma.set(first, value);
        break;
      case 'shared':
        sharedSquares.set(first, value);
        break;
      case 'pair': {
        const name = JSON.stringify([second, third]);
        const table = of(first).pairs.get(name) ?? new Map();
        of(first).pairs.set(name, table);
        put(table, fourth, fifth, value);
        break;
      }
      case 'coincidence':
        put(of(first).coincidences, second, third, value);
        break;
      case 'given':
        of(first).given.set(second, value);
        break;
      default:
        of(first).numbers.set(`${kind} ${second}`, value);
    }
  }
  return {
    spans: new Map([...spans].map(([label, tally]) => [label, { ...NO_SPANS, ...tally }])),
    units: { lengths, squares, sharedSquares },
    gamma: gamma.has('expected')
      ? {
          observed: gamma.get('observed') ?? 0,
          expected: gamma.get('expected') ?? 0,
          unproved: gamma.get('unproved') ?? 0,
        }
      : undefined,
    items: new Map([...gathered].map(([subject, of]) => [subject as Subject, itemSums(of, coders)])),
  };
}

function itemSums({ pairs, coincidences, given, numbers }: Gathered, coders: number): ItemSums {
  const number = (name: string) => numbers.get(name) ?? 0;
  const items = number('raw items');
  return {
    pairs: [...pairs.values()],
    coincidences,
    full: countedItems(coders, number('full items'), number('full pairs'), given),
    items,
    raw: items === 0 ? 0 : number('raw sum') / items,
  };
}

function put(table: Table, row: string, column: string, value: number): void {
  const cells = table.get(row) ?? new Map();
  table.set(row, cells);
  cells.set(column, value);
}
