/** A stretch of a continuum that a coder marked: whole numbers, `end` exclusive. */
export interface Unit {
  /** Which coder, from 0. */
  readonly coder: number;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What several coders marked in one text, which is cut into as many positions as it has characters. */
export interface Continuum {
  readonly coders: number;
  /** How many positions there are. */
  readonly length: number;
  readonly units: readonly Unit[];
}

/** A stretch with a value, or without (a gap). */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Undefined: a gap. */
  readonly label: string | undefined;
}

/**
 * A coder's units in order, cut where they overlap: a stretch that bears several labels has all of them, sorted and
 * joined by ` + `, as its one value, since the measures give each position one value per coder. Units without length
 * are left out.
 */
export function cutUnits(units: readonly Unit[], coder: number): Segment[] {
  const own = units.filter((unit) => unit.coder === coder && unit.end > unit.start);
  own.sort((a, b) => a.start - b.start || a.end - b.end);
  const overlapping = own.some((unit, i) => unit.start < (own[i - 1]?.end ?? Number.NEGATIVE_INFINITY));
  if (!overlapping) return own.map(({ start, end, label }) => ({ start, end, label }));
  const cuts = [...new Set(own.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const cut: Segment[] = [];
  let next = 0;
  let open: Unit[] = [];
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1];
    open = open.filter((unit) => unit.end > start);
    for (let unit = own[next]; unit && unit.start <= start; unit = own[++next]) open.push(unit);
    if (end === undefined || open.length === 0) continue;
    const label = [...new Set(open.map((unit) => unit.label))].sort().join(' + ');
    cut.push({ start, end, label });
  }
  return cut;
}

/** The segments with the gaps between them, from `start` to `end`. */
export function withGaps(segments: readonly Segment[], start: number, end: number): Segment[] {
  const all: Segment[] = [];
  let at = start;
  for (const segment of segments) {
    if (segment.start > at) all.push({ start: at, end: segment.start, label: undefined });
    all.push(segment);
    at = Math.max(at, segment.end);
  }
  if (end > at) all.push({ start: at, end, label: undefined });
  return all;
}
