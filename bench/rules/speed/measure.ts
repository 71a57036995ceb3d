/** Something whose time is measured; the name is its row in the table. */
export interface Runner {
  readonly name: string;
  run(): Promise<void>;
}

/** Seconds of processor time, of all threads, that a run takes: other work on the machine does not count. */
export async function cpuSeconds(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The times of some runners, in turn, so that a slow minute of the machine hits all of them; one list for each. */
export async function interleaved(runners: readonly Runner[], rounds: number): Promise<number[][]> {
  const times: number[][] = runners.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, runner] of runners.entries()) times[i]?.push(await cpuSeconds(() => runner.run()));
  }
  return times;
}
