import type { Unit } from '../unitizing/unit.ts';
import type { UnitaryAlignment } from './candidates.ts';

/** States that a search keeps, and steps from one to the next that it tries, before it takes the first cover found. */
const MOST_STATES = 200_000;
const MOST_STEPS = 1_000_000;

export interface Cover {
  readonly chosen: readonly UnitaryAlignment[];
  readonly optimal: boolean;
}

interface State {
  readonly cost: number;
  /** Places in the text's order that are covered already, behind the first open one; ascending. */
  readonly covered: readonly number[];
  readonly last: UnitaryAlignment | undefined;
  readonly before: State | undefined;
}

/**
 * The cheapest choice of alignments in which every unit stands exactly once, by dynamic programming over the units in
 * text order with bounds: a state is the first unit that is still open and which later ones are not. Of two ways into
 * the same state the cheaper is kept, and a state whose least possible cost is above that of a known cover is dropped,
 * so the result is proved to be the cheapest unless the limit on states was met.
 */
export function cheapestCover(units: readonly Unit[], alignments: readonly UnitaryAlignment[]): Cover {
  const order = units.map((_, place) => place);
  const middle = (place: number) => (units[place]?.start ?? 0) + (units[place]?.end ?? 0);
  order.sort((a, b) => middle(a) - middle(b) || a - b);
  const rank = new Int32Array(units.length);
  for (const [at, place] of order.entries()) rank[place] = at;
  const groups = byFirst(alignments, rank, units.length);
  const shares = cheapestShares(alignments, rank, units.length);
  // What the units from here on cost at least.
  const rest = new Float64Array(units.length + 1);
  for (let at = units.length - 1; at >= 0; at--) rest[at] = (rest[at + 1] ?? 0) + (shares[at] ?? 0);
  const first = greedyCover(alignments, units.length);
  const bound = first.reduce((sum, { disorder }) => sum + disorder, 0) * (1 + 1e-12);
  let states = 1;
  let steps = 0;
  const layers: Map<string, State>[] = Array.from({ length: units.length + 1 }, () => new Map());
  layers[0]?.set('', { cost: 0, covered: [], last: undefined, before: undefined });
  for (let at = 0; at < units.length; at++) {
    for (const state of layers[at]?.values() ?? []) {
      for (const { alignment, ranks } of groups[at] ?? []) {
        if (++steps > MOST_STEPS || states > MOST_STATES) return { chosen: first, optimal: false };
        if (ranks.some((r) => state.covered.includes(r))) continue;
        const cost = state.cost + alignment.disorder;
        const open = [...state.covered, ...ranks].sort((a, b) => a - b);
        let next = at + 1;
        while (open[0] === next) {
          open.shift();
          next++;
        }
        const least = open.reduce((sum, r) => sum - (shares[r] ?? 0), cost + (rest[next] ?? 0));
        if (least > bound) continue;
        const key = open.join(' ');
        const known = layers[next]?.get(key);
        if (known && known.cost <= cost) continue;
        if (!known) states++;
        layers[next]?.set(key, { cost, covered: open, last: alignment, before: state });
      }
    }
    layers[at]?.clear();
  }
  const chosen: UnitaryAlignment[] = [];
  for (let state = layers[units.length]?.get(''); state; state = state.before)
    if (state.last) chosen.unshift(state.last);
  return { chosen, optimal: true };
}

interface Ranked {
  readonly alignment: UnitaryAlignment;
  /** Ranks of the other members, ascending. */
  readonly ranks: readonly number[];
}

function byFirst(
  alignments: readonly UnitaryAlignment[],
  rank: Int32Array,
  units: number,
): readonly (readonly Ranked[])[] {
  const groups: Ranked[][] = Array.from({ length: units }, () => []);
  for (const alignment of alignments) {
    const [first = 0, ...ranks] = alignment.members.map((m) => rank[m] ?? 0).sort((a, b) => a - b);
    groups[first]?.push({ alignment, ranks });
  }
  return groups;
}

/** The least that each unit, by rank, adds to any cover: an alignment's disorder shared by its members. */
function cheapestShares(
  alignments: readonly UnitaryAlignment[],
  rank: Int32Array,
  units: number,
): Float64Array {
  const shares = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  for (const { members, disorder } of alignments) {
    const share = disorder / members.length;
    for (const member of members) {
      const at = rank[member] ?? 0;
      if (share < (shares[at] ?? 0)) shares[at] = share;
    }
  }
  return shares;
}

/** A cover that takes what is cheapest per unit first: not the cheapest, but soon found. */
export function greedyCover(alignments: readonly UnitaryAlignment[], units: number): UnitaryAlignment[] {
  const taken = new Uint8Array(units);
  const share = ({ disorder, members }: UnitaryAlignment) => disorder / members.length;
  return alignments
    .toSorted((a, b) => share(a) - share(b))
    .filter(({ members }) => {
      if (members.some((m) => taken[m])) return false;
      for (const m of members) taken[m] = 1;
      return true;
    });
}
