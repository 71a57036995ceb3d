import type { Steps } from '../../steps.ts';

/** Numbers that are sorted or merged between two steps: some milliseconds. */
const NUMBERS_A_STEP = 1 << 15;

/** The numbers in ascending order, none of them NaN: runs are sorted, then merged two by two. */
export function* sortInSteps(numbers: readonly number[]): Steps<Float64Array> {
  let from = Float64Array.from(numbers);
  for (let start = 0; start < from.length; start += NUMBERS_A_STEP) {
    from.subarray(start, start + NUMBERS_A_STEP).sort();
    yield;
  }
  let into = new Float64Array(from.length);
  for (let run = NUMBERS_A_STEP; run < from.length; run *= 2) {
    for (let start = 0; start < from.length; start += 2 * run) yield* merge(from, into, start, run);
    [from, into] = [into, from];
  }
  return from;
}

/** Merges the run at `start` with the one behind it. */
function* merge(from: Float64Array, into: Float64Array, start: number, run: number): Steps<void> {
  const middle = Math.min(start + run, from.length);
  const end = Math.min(start + 2 * run, from.length);
  let left = start;
  let right = middle;
  for (let i = start; i < end; i++) {
    const isLeft = right >= end || (left < middle && (from[left] ?? 0) <= (from[right] ?? 0));
    into[i] = from[isLeft ? left++ : right++] ?? 0;
    if (i % NUMBERS_A_STEP === 0) yield;
  }
}
