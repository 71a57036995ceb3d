import { type ChangedLines, isLineEnd } from './changedLines.ts';

const LF = 10;
const CR = 13;

/** The UTF-16 offsets at which lines begin; lines end with LF, CRLF or CR. The first is always 0. */
export function lineStarts(text: string): Uint32Array {
  return Uint32Array.from([0, ...startsWithin(text, 0, text.length)]);
}

/** {@link lineStarts} after an edit, from those before it: only the changed lines are looked at. */
export function lineStartsAfter(before: Uint32Array, text: string, change: ChangedLines): Uint32Array {
  const { from, oldTo, newTo } = change;
  // Where a line end may have become, or ceased to be, half of a CRLF, all of them are counted again.
  const splits = text.charCodeAt(from - 1) === CR;
  const joins = text.charCodeAt(newTo - 1) === CR && text.charCodeAt(newTo) === LF;
  if (splits || joins) return lineStarts(text);
  const head = before.subarray(0, upperBound(before, from));
  const tail = before.subarray(upperBound(before, oldTo));
  const middle = [...startsWithin(text, from, newTo)].filter((start) => start > from);
  const starts = new Uint32Array(head.length + middle.length + tail.length);
  starts.set(head);
  starts.set(middle, head.length);
  const shift = newTo - oldTo;
  for (let i = 0; i < tail.length; i++) starts[head.length + middle.length + i] = (tail[i] ?? 0) + shift;
  return starts;
}

/** The starts of the lines behind the line ends of a stretch. */
function* startsWithin(text: string, from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (!isLineEnd(unit)) continue;
    if (unit === CR && text.charCodeAt(i + 1) === LF) i++;
    yield i + 1;
  }
}

/** How many of the sorted numbers are at most `value`. */
export function upperBound(numbers: Uint32Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
