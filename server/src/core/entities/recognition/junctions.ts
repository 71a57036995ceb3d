import type { Gazetteer } from '../gazetteer.ts';
import type { Reading } from '../mention.ts';
import { standsAlone } from '../wordScan.ts';

/** So much of a line's end and of the next one's start is looked at: longer names are seldom broken in two. */
const SIDE = 48;
/** A longer line was not wrapped at a width. */
const WIDEST_LINE = 200;
const SENTENCE_END = /[.!?…:;。！？।]["'”’»)\]]*$/u;

/** A name that begins on one line and ends on the next; UTF-16 units of each. */
export interface Crossing {
  readonly start: number;
  /** Where it ends in the second line, exclusive. */
  readonly endBelow: number;
  readonly readings: readonly Reading[];
}

/**
 * The names that a line break splits, where lines are paragraphs of their own: only between a line that does not end a
 * sentence and the one directly below it. In scripts without blanks the break stands inside a word; a hyphen at the
 * line's end may be the word's own or the break's.
 */
export function namesAcross(
  gazetteer: Gazetteer,
  first: string,
  second: string,
  language: string,
): Crossing[] {
  if (first.length > WIDEST_LINE || SENTENCE_END.test(first.slice(-4))) return [];
  const tail = tailOf(first);
  const head = headOf(second);
  if (tail === '' || head === '' || !mayCross(tail, head)) return [];
  const unspaced = isUnspaced(tail.charCodeAt(tail.length - 1)) && isUnspaced(head.charCodeAt(0));
  const hyphen = /\p{L}[-\u00ad\u2010]$/u.test(tail);
  const whole = hyphen || unspaced ? tail : `${tail}\n`;
  const found = crossing(gazetteer, whole, head, language, first.length - tail.length);
  if (found.length > 0 || !hyphen) return found;
  return crossing(gazetteer, tail.slice(0, -1), head, language, first.length - tail.length);
}

function crossing(
  gazetteer: Gazetteer,
  before: string,
  head: string,
  language: string,
  shift: number,
): Crossing[] {
  return gazetteer
    .candidates(before + head, language)
    .filter(({ start, end }) => start < before.trimEnd().length && end > before.length)
    .map(({ start, end, readings }) => ({ start: start + shift, endBelow: end - before.length, readings }));
}

/** In scripts with capitals, one of the words at the break begins with one. */
function mayCross(tail: string, head: string): boolean {
  let from = tail.length;
  while (from > 0 && !/\s/.test(tail.charAt(from - 1))) from--;
  return startsName(head) || startsName(tail.slice(from));
}

function startsName(word: string): boolean {
  const first = word.charAt(0);
  return (
    first !== first.toLowerCase() || (first.toLowerCase() === first.toUpperCase() && /\p{L}/u.test(first))
  );
}

function tailOf(line: string): string {
  if (line.length <= SIDE) return line;
  const tail = line.slice(-SIDE);
  const blank = tail.search(/\s/);
  return blank < 0 ? tail : tail.slice(blank + 1);
}

function headOf(line: string): string {
  if (line.length <= SIDE) return line;
  const head = line.slice(0, SIDE);
  const blank = head.search(/\s\S*$/);
  return blank < 0 ? head : head.slice(0, blank);
}

function isUnspaced(unit: number): boolean {
  return standsAlone(unit) && !(unit >= 0xac00 && unit <= 0xd7a3);
}
