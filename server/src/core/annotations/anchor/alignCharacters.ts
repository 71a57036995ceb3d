/** A Hangul syllable in any form, else a code point with the marks on it. */
const UNIT =
  /[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*\p{M}*|[\s\S]\p{M}*/gu;
/** Longer stretches are compared at their ends only. */
const LONGEST = 300;

/** A character of a word with its marks: where it stands, and what it is compared by. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Which characters of a word are which of another. */
export class CharacterAlignment {
  private readonly old: readonly Unit[];
  private readonly now: readonly Unit[];
  /** For each old character the new one; -1 for one that is gone. */
  private readonly to: readonly number[];

  constructor(old: string, now: string) {
    this.old = unitsOf(old);
    this.now = unitsOf(now);
    this.to = align(this.old, this.now);
  }

  /**
   * Where a stretch of the old word that starts at an offset starts in the new one: what was put in just before does
   * not belong to it. Sure where the characters at the edge are known, or one was exchanged for one.
   */
  start(offset: number): { at: number; sure: boolean } {
    let unit = this.old.findIndex((u) => u.end > offset);
    if (unit < 0) unit = this.old.length;
    return this.cut(unit, this.old[unit]?.start === offset, 'start');
  }

  /** The same for where it ends. */
  end(offset: number): { at: number; sure: boolean } {
    let unit = this.old.findIndex((u) => u.end >= offset);
    if (unit < 0) unit = this.old.length - 1;
    return this.cut(unit + 1, this.old[unit]?.end === offset, 'end');
  }

  /** The place in the new word of a cut before the old character `unit`. */
  private cut(unit: number, clean: boolean, edge: 'start' | 'end'): { at: number; sure: boolean } {
    const length = this.now.at(-1)?.end ?? 0;
    if (unit <= 0) return { at: 0, sure: clean };
    if (unit >= this.old.length) return { at: length, sure: clean };
    let left = unit - 1;
    while (left >= 0 && (this.to[left] ?? -1) < 0) left--;
    let right = unit;
    while (right < this.old.length && (this.to[right] ?? -1) < 0) right++;
    const newLeft = left < 0 ? -1 : (this.to[left] ?? -1);
    const newRight = right === this.old.length ? this.now.length : (this.to[right] ?? 0);
    const goneLeft = unit - 1 - left;
    const goneRight = right - unit;
    const between = newRight - newLeft - 1;
    // Exchanged one by one, or nothing in between but what was cut.
    const inStep = goneLeft + goneRight === between;
    // What is inside goes up to the cut, whatever became of what is outside.
    const isKnown = inStep || between === 0 || (edge === 'start' ? goneRight : goneLeft) === 0;
    const sure = clean && isKnown && !this.hasTwin(left, right, newLeft, newRight);
    if (inStep) return { at: this.now[newLeft + 1 + goneLeft]?.start ?? length, sure };
    // The edge keeps to the side that is inside.
    if (edge === 'start') {
      return { at: goneRight > 0 ? this.behind(newLeft) : (this.now[newRight]?.start ?? length), sure };
    }
    return { at: goneLeft > 0 ? (this.now[newRight]?.start ?? length) : this.behind(newLeft), sure };
  }

  /** True where a letter beside the cut stands twice in one word only: which of the two was it? */
  private hasTwin(left: number, right: number, newLeft: number, newRight: number): boolean {
    const twins = (units: readonly Unit[], isFree: (unit: number) => boolean, a: number, b: number) => {
      const isTwin = (unit: number, step: number) => {
        for (let at = unit + step; isFree(at); at += step)
          if (units[at]?.name === units[unit]?.name) return true;
        return false;
      };
      return isTwin(a, 1) || isTwin(a, -1) || isTwin(b, 1) || isTwin(b, -1);
    };
    const taken = new Set(this.to);
    const isFreeOld = (unit: number) => this.to[unit] === -1;
    const isFreeNew = (unit: number) => unit >= 0 && unit < this.now.length && !taken.has(unit);
    return twins(this.old, isFreeOld, left, right) !== twins(this.now, isFreeNew, newLeft, newRight);
  }

  private behind(unit: number): number {
    return unit < 0 ? 0 : (this.now[unit]?.end ?? 0);
  }
}

function unitsOf(word: string): Unit[] {
  return Array.from(word.matchAll(UNIT), ({ 0: unit, index }) => ({
    start: index,
    end: index + unit.length,
    name: unit.normalize('NFC').toLowerCase(),
  }));
}

/** A longest common subsequence; of equally long ones that with the earliest characters. */
function align(old: readonly Unit[], now: readonly Unit[]): number[] {
  const to = new Array<number>(old.length).fill(-1);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start]?.name === now[start]?.name) {
    to[start] = start;
    start++;
  }
  let end = 0;
  while (end < most - start && old[old.length - 1 - end]?.name === now[now.length - 1 - end]?.name) {
    to[old.length - 1 - end] = now.length - 1 - end;
    end++;
  }
  const [rows, columns] = [old.length - start - end, now.length - start - end];
  if (rows === 0 || columns === 0 || rows > LONGEST || columns > LONGEST) return to;
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  const same = (i: number, j: number) => old[start + i]?.name === now[start + j]?.name;
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j)) to[start + i++] = start + j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return to;
}
