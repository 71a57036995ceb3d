import type { Reported } from './checker.ts';

/** What was reported in each line of an article whose lines are joined by line breaks; by where it starts. */
export function byLine(lines: readonly string[], found: readonly Reported[]): Reported[][] {
  const ends: number[] = [];
  let at = 0;
  for (const line of lines) {
    at += line.length + 1;
    ends.push(at);
  }
  const all: Reported[][] = lines.map(() => []);
  for (const finding of found) {
    const line = ends.findIndex((end) => finding.start < end);
    all[line]?.push(finding);
  }
  return all;
}
