import { ARTICLES, type SplitUnit } from './splitUnits.ts';
import type { Shares } from './stratify.ts';

/** A gain that is none. */
const NO_GAIN = -1e-12;
/** Far more than are needed after `mend`: units are small. */
const MOST_MOVES = 1_000;

/** Moves units where that makes shares better; false where none did. `kept`: by unit, 1 where it stays. */
export function mend(shares: Shares, kept: Uint8Array): boolean {
  let moved = false;
  for (let unit = 0; unit < kept.length; unit++) {
    if (kept[unit] === 1) continue;
    let best = NO_GAIN;
    let to = -1;
    for (let part = 0; part < shares.parts; part++) {
      if (part === shares.partOf[unit]) continue;
      const worse = shares.worse(unit, part);
      if (worse < best) {
        best = worse;
        to = part;
      }
    }
    if (to < 0) continue;
    shares.give(unit, to);
    moved = true;
  }
  return moved;
}

/**
 * Moves single articles, those that other shares miss least, from the part that has most too many to the one that has
 * most too few, while that brings the numbers of articles nearer to what was asked for.
 */
export function meetNumbers(units: readonly SplitUnit[], shares: Shares, kept: Uint8Array): void {
  for (let move = 0; move < MOST_MOVES; move++) {
    const desires = Array.from({ length: shares.parts }, (_, part) => shares.desire(ARTICLES, part));
    const most = Math.max(...desires);
    const least = Math.min(...desires);
    // One article more there and one less here: the sum of what is too much and too little shrinks only then.
    if (Math.abs(most - 1) + Math.abs(least + 1) >= most - least - 1e-9) return;
    const from = desires.indexOf(least);
    const single = (unit: number) => units[unit]?.paths.length === 1 && kept[unit] === 0;
    if (!giveLeastMissed(shares, desires.indexOf(most), (unit, part) => part === from && single(unit)))
      return;
  }
}

/** Gives each empty part the unit that is missed least among those of parts that have several. */
export function fillEmpty(shares: Shares, kept: Uint8Array): void {
  for (let empty = 0; empty < shares.parts; empty++) {
    const members = new Uint32Array(shares.parts);
    for (const part of shares.partOf) members[part] = (members[part] ?? 0) + 1;
    if ((members[empty] ?? 0) > 0) continue;
    giveLeastMissed(shares, empty, (unit, part) => kept[unit] === 0 && (members[part] ?? 0) > 1);
  }
}

/** False where there is none to give. */
function giveLeastMissed(
  shares: Shares,
  to: number,
  isGiven: (unit: number, part: number) => boolean,
): boolean {
  let least = Number.POSITIVE_INFINITY;
  let chosen = -1;
  for (const [unit, part] of shares.partOf.entries()) {
    if (!isGiven(unit, part)) continue;
    const worse = shares.worse(unit, to);
    if (worse < least) {
      least = worse;
      chosen = unit;
    }
  }
  if (chosen >= 0) shares.give(chosen, to);
  return chosen >= 0;
}
