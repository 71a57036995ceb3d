import type { WordTable } from './wordTable.ts';

/** A word of a list that one edit makes of another one. */
export interface Neighbour {
  readonly word: string;
  readonly commonness: number;
}

const FIRST_LETTER = 0x61;
const LAST_LETTER = 0x7a;

/**
 * The words of a list, of a commonness or more, that one slip makes of a word of letters a to z: two neighbours
 * swapped, one letter too many, changed, or too few. The commonest first; of equally common ones in the order of these
 * slips. The first letter stays but where two are swapped: fingers slip later. Some 50 look-ups a letter.
 */
export function neighboursOf(word: string, table: WordTable, least: number): readonly Neighbour[] {
  const { length } = word;
  const units = new Uint16Array(length + 1);
  const found = new Map<string, number>();
  const look = (size: number): void => {
    const commonness = table.findUnits(units, size);
    if (commonness >= least) found.set(String.fromCharCode(...units.subarray(0, size)), commonness);
  };
  const write = (): void => {
    for (let i = 0; i < length; i++) units[i] = word.charCodeAt(i);
  };

  write();
  for (let i = 0; i + 1 < length; i++) {
    swap(units, i);
    look(length);
    swap(units, i);
  }
  for (let i = 1; i < length; i++) {
    write();
    units.copyWithin(i, i + 1);
    look(length - 1);
  }
  for (let i = 1; i < length; i++) {
    write();
    for (let letter = FIRST_LETTER; letter <= LAST_LETTER; letter++) {
      units[i] = letter;
      look(length);
    }
  }
  for (let i = 1; i <= length; i++) {
    write();
    units.copyWithin(i + 1, i, length);
    for (let letter = FIRST_LETTER; letter <= LAST_LETTER; letter++) {
      units[i] = letter;
      look(length + 1);
    }
  }
  found.delete(word);
  return [...found]
    .map(([neighbour, commonness]) => ({ word: neighbour, commonness }))
    .sort((a, b) => b.commonness - a.commonness);
}

function swap(units: Uint16Array, at: number): void {
  const first = units[at] ?? 0;
  units[at] = units[at + 1] ?? 0;
  units[at + 1] = first;
}
