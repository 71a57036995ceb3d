import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { progress, table } from '../rules/table.ts';
import { type History, historyOf, SCENARIOS } from './history.ts';
import { type Fault, judge, type Verdict } from './judge.ts';
import { BenchRepository, removeFolder, temporaryFolder } from './repository.ts';
import { mergeTimes, quantile, sizedTimes } from './speed.ts';

const WAYS = ['plain git', 'with the driver', 'plain git, then resolve'] as const;
type Way = (typeof WAYS)[number];

interface Result {
  readonly history: History;
  readonly way: Way;
  readonly verdict: Verdict;
}

/** Runs the benchmark. Throws, with a sentence for the reader, where the arguments make no sense. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      histories: { type: 'string', default: '540' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '0' },
    },
  });
  const count = Number(values.histories);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`--histories is a number, not ${values.histories}`);
  await build();
  const histories = Array.from({ length: count }, (_, i) => historyOf(values.seed, i));
  const results = joinAll(histories);
  console.log(outcomeTable(results));
  console.log(faultTable(results));
  console.log(speedTable(histories, values.seed));
  for (const { history, way, verdict } of shown(results).slice(0, Number(values.show))) {
    console.log(history.name, history.scenario, history.method, way, JSON.stringify(verdict));
  }
}

function joinAll(histories: readonly History[]): Result[] {
  const folder = temporaryFolder();
  const results: Result[] = [];
  try {
    const plain = new BenchRepository(join(folder, 'plain'), histories);
    const driven = new BenchRepository(join(folder, 'driven'), histories);
    driven.install();
    for (const [i, history] of histories.entries()) {
      if (i % 20 === 0) progress(`${i}/${histories.length} histories`);
      const verdict = judge(history, plain.join(history), true);
      results.push({ history, way: 'plain git', verdict });
      const resolved = verdict.stopped ? judge(history, plain.resolve(history), false) : verdict;
      results.push({ history, way: 'plain git, then resolve', verdict: resolved });
      plain.reset();
      results.push({ history, way: 'with the driver', verdict: judge(history, driven.join(history), false) });
      driven.reset();
    }
  } finally {
    removeFolder(folder);
    progress('');
  }
  return results;
}

/** A true conflict that git did not stop at, and any fault of a file that it went on with. */
function isSilentlyWrong({ stopped, isConflict, faults }: Verdict): boolean {
  return stopped ? faults.length > 0 : isConflict || faults.length > 0;
}

function isNeedless({ stopped, isConflict }: Verdict): boolean {
  return stopped && !isConflict;
}

function outcomeTable(results: readonly Result[]): string {
  const rows = SCENARIOS.flatMap((scenario) =>
    WAYS.map((way) => {
      const own = results
        .filter((r) => r.history.scenario === scenario && r.way === way)
        .map((r) => r.verdict);
      const count = (is: (verdict: Verdict) => boolean) => own.filter(is).length;
      return [
        scenario,
        way,
        own.length,
        count((v) => v.isConflict),
        count((v) => v.stopped),
        count(isNeedless),
        count(isSilentlyWrong),
      ];
    }),
  );
  return table(
    'Two branches brought together',
    'By merge, rebase and cherry-pick in turn. “To decide”: both branches say different things of one annotation.',
    ['scenario', 'way', 'histories', 'to decide', 'stopped', 'needlessly', 'silently wrong'],
    rows,
  );
}

function faultTable(results: readonly Result[]): string {
  const faults = new Map<string, number>();
  for (const { way, verdict } of results) {
    for (const fault of new Set(verdict.faults.map((f): Fault => f.fault))) {
      faults.set(`${way}\0${fault}`, (faults.get(`${way}\0${fault}`) ?? 0) + 1);
    }
  }
  const rows = [...faults].map(([key, count]) => [...key.split('\0'), count]);
  return table(
    'What is wrong',
    'Histories with such a fault, in files that git did not mark.',
    ['way', 'fault', 'histories'],
    rows,
  );
}

function speedTable(histories: readonly History[], seed: string): string {
  const row = (what: string, times: readonly number[]) => [
    what,
    times.length,
    quantile(times, 0.5).toFixed(2),
    quantile(times, 0.95).toFixed(2),
  ];
  const large = { annotations: 1000, operations: 30 };
  return table(
    'Milliseconds of processor time of a merge in process',
    'Three texts in, one text and a report out; both sides changed.',
    ['files', 'merges', 'median', 'p95'],
    [
      row('the histories above', mergeTimes(histories, 5)),
      row('1,000 annotations, 30 changes on either side', sizedTimes(seed, { ...large, corrected: false })),
      row(
        'the same, and the article was corrected: most tags moved',
        sizedTimes(seed, { ...large, corrected: true }),
      ),
    ],
  );
}

function shown(results: readonly Result[]): Result[] {
  return results.filter(
    ({ way, verdict }) => isSilentlyWrong(verdict) || (way !== 'plain git' && isNeedless(verdict)),
  );
}
