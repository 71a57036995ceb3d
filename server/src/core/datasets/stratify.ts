import { ARTICLES, type SplitUnit } from './splitUnits.ts';

/** The share of articles is what people ask for; it counts as much as so many other strata. */
const ARTICLES_WEIGHT = 10;

/** Which part each unit goes to, and what that gives: amounts by stratum and part. */
export class Shares {
  /** By unit: 0-based part, -1 where it has none yet. */
  readonly partOf: Int32Array;
  readonly parts: number;
  private readonly units: readonly SplitUnit[];
  private readonly wanted: Float64Array;
  private readonly got: Float64Array;
  private readonly totals: Float64Array;

  /** `shares`: of the parts, adding up to 1; `strata`: how many there are. */
  constructor(units: readonly SplitUnit[], strata: number, shares: readonly number[]) {
    this.units = units;
    this.parts = shares.length;
    this.partOf = new Int32Array(units.length).fill(-1);
    this.got = new Float64Array(strata * shares.length);
    this.totals = new Float64Array(strata);
    for (const unit of units)
      for (const [i, stratum] of unit.strata.entries())
        this.totals[stratum] = (this.totals[stratum] ?? 0) + (unit.amounts[i] ?? 0);
    this.wanted = this.got.map(
      (_, i) => (this.totals[Math.floor(i / this.parts)] ?? 0) * (shares[i % this.parts] ?? 0),
    );
  }

  /** Gives a unit to a part, or takes it from its part to another. */
  give(unit: number, part: number): void {
    this.change(unit, this.partOf[unit] ?? -1, -1);
    this.partOf[unit] = part;
    this.change(unit, part, 1);
  }

  /** How much of a stratum a part still wants; negative where it has too much. */
  desire(stratum: number, part: number): number {
    const at = stratum * this.parts + part;
    return (this.wanted[at] ?? 0) - (this.got[at] ?? 0);
  }

  /**
   * How much worse the shares become when a unit goes from its part to another: the change of Σ (got − wanted)² / wanted
   * over parts, as a share of the stratum, over all strata, that of all articles ten times. Negative: better.
   */
  worse(unit: number, to: number): number {
    const from = this.partOf[unit] ?? -1;
    const { strata = [], amounts = [] } = this.units[unit] ?? {};
    let sum = 0;
    for (let i = 0; i < strata.length; i++) {
      const stratum = strata[i] ?? 0;
      const amount = amounts[i] ?? 0;
      const [a, b] = [stratum * this.parts + from, stratum * this.parts + to];
      const less = ((this.got[a] ?? 0) - (this.wanted[a] ?? 0)) * 2 - amount;
      const more = ((this.got[b] ?? 0) - (this.wanted[b] ?? 0)) * 2 + amount;
      const total = (this.totals[stratum] ?? 1) / (stratum === ARTICLES ? ARTICLES_WEIGHT : 1);
      sum += (amount * (more / (this.wanted[b] || 1) - less / (this.wanted[a] || 1))) / total;
    }
    return sum;
  }

  private change(unit: number, part: number, sign: 1 | -1): void {
    if (part < 0) return;
    const { strata = [], amounts = [] } = this.units[unit] ?? {};
    for (let i = 0; i < strata.length; i++) {
      const at = (strata[i] ?? 0) * this.parts + part;
      this.got[at] = (this.got[at] ?? 0) + sign * (amounts[i] ?? 0);
    }
  }
}

/**
 * Gives every unit that has no part yet to one: iterative stratification (Sechidis, Tsoumakas & Vlahavas 2011), with
 * amounts in the place of yes and no. The stratum that the fewest units are left of comes first; each of its units goes
 * to the part that wants most of it, among equal ones to that which wants most articles, then to that which wants most of
 * the unit's other strata, then by the unit's random number.
 */
export function stratify(units: readonly SplitUnit[], strata: number, shares: Shares): void {
  const left = new Rarest(units, strata, shares);
  for (let stratum = left.next(); stratum !== undefined; stratum = left.next()) {
    for (const unit of left.unitsOf(stratum)) {
      shares.give(unit, wantingPart(units, unit, stratum, shares));
      left.take(unit);
    }
  }
}

/** Amounts nearer than this are equal: sums of shares are not exact. */
const EQUAL = 1e-9;

function wantingPart(units: readonly SplitUnit[], unit: number, stratum: number, shares: Shares): number {
  let parts = Array.from({ length: shares.parts }, (_, part) => part);
  for (const by of [stratum, ARTICLES, ...(units[unit]?.strata ?? [])]) {
    const most = Math.max(...parts.map((part) => shares.desire(by, part)));
    parts = parts.filter((part) => shares.desire(by, part) >= most - EQUAL);
    if (parts.length === 1) break;
  }
  return parts[(units[unit]?.random ?? 0) % parts.length] ?? 0;
}

/** Strata by how many units are left of them. */
class Rarest {
  private readonly units: readonly SplitUnit[];
  private readonly members: readonly number[][];
  private readonly counts: number[];
  /** Strata by count. */
  private readonly byCount = new Map<number, Set<number>>();
  private readonly taken: Uint8Array;
  private least = 1;

  constructor(units: readonly SplitUnit[], strata: number, { partOf }: Shares) {
    this.units = units;
    this.taken = Uint8Array.from(partOf, (part) => (part < 0 ? 0 : 1));
    this.members = Array.from({ length: strata }, () => []);
    for (const [i, unit] of units.entries())
      if (this.taken[i] === 0) for (const stratum of unit.strata) this.members[stratum]?.push(i);
    this.counts = this.members.map((m) => m.length);
    for (const [stratum, count] of this.counts.entries()) this.place(stratum, count);
  }

  /** The stratum that the fewest units are left of, but at least one; undefined where all are taken. */
  next(): number | undefined {
    for (const most = this.units.length; this.least <= most; this.least++) {
      for (const stratum of this.byCount.get(this.least) ?? []) return stratum;
    }
    return undefined;
  }

  unitsOf(stratum: number): number[] {
    return (this.members[stratum] ?? []).filter((unit) => this.taken[unit] === 0);
  }

  take(unit: number): void {
    this.taken[unit] = 1;
    for (const stratum of this.units[unit]?.strata ?? []) {
      const count = this.counts[stratum] ?? 0;
      this.byCount.get(count)?.delete(stratum);
      this.counts[stratum] = count - 1;
      this.place(stratum, count - 1);
      this.least = Math.max(1, Math.min(this.least, count - 1));
    }
  }

  private place(stratum: number, count: number): void {
    const known = this.byCount.get(count);
    if (known) known.add(stratum);
    else this.byCount.set(count, new Set([stratum]));
  }
}
