import { mergeSidecars } from '../../server/src/core/annotations/merge3.ts';
import { type History, historyOfSize, SHARED } from './history.ts';

/** Milliseconds of this process's processor time that merges take, sorted; nothing for files of which only one side changed. */
export function mergeTimes(histories: readonly History[], rounds: number): number[] {
  const texts = histories.flatMap(({ base, ours, theirs }) => {
    const [b, o, t] = [base, ours.at(-1), theirs.at(-1)].map((files) => files?.get(SHARED));
    return b === undefined || o === undefined || t === undefined || b === o || b === t || o === t
      ? []
      : [[b, o, t] as const];
  });
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    for (const [base, ours, theirs] of texts) {
      const before = process.cpuUsage();
      mergeSidecars(base, ours, theirs);
      // The first rounds warm the engine up, as a language server is.
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times.push((user + system) / 1000);
    }
  }
  return times.sort((a, b) => a - b);
}

/** The same for files of a size. */
export function sizedTimes(seed: string, size: Parameters<typeof historyOfSize>[1]): number[] {
  const histories = Array.from({ length: 5 }, (_, i) => historyOfSize(`${seed} ${i}`, size));
  return mergeTimes(histories, 20);
}

/** The value below which this share of sorted numbers lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
