import { describe, expect, it } from 'vitest';
import { historyOf, SHARED } from '../../../bench/merge/history.ts';
import { judge } from '../../../bench/merge/judge.ts';
import type { Outcome } from '../../../bench/merge/repository.ts';
import { mergeSidecars } from '../../../server/src/core/annotations/merge3.ts';

const HISTORIES = Array.from({ length: 240 }, (_, n) => historyOf('test', n)).filter(
  ({ scenario }) => scenario !== 'own files',
);

/** The texts of the file that both branches changed: before, on one, on the other. */
function textsOf({ base, ours, theirs }: (typeof HISTORIES)[number]): [string, string, string] {
  const [b, o, t] = [base, ours.at(-1), theirs.at(-1)].map((files) => files?.get(SHARED) ?? '');
  return [b ?? '', o ?? '', t ?? ''];
}

function outcome(text: string, isStopped: boolean): Outcome {
  return { unmerged: isStopped ? [SHARED] : [], files: new Map([[SHARED, text]]) };
}

describe('generated histories', () => {
  it('are merged as their operations say, and stop where they contradict each other', () => {
    let stops = 0;
    for (const history of HISTORIES) {
      const merged = mergeSidecars(...textsOf(history));
      if (!merged.ok) throw new Error(merged.reason.template);
      const verdict = judge(history, outcome(merged.text, merged.conflicts.length > 0), false);
      expect({ name: history.name, ...verdict }).toMatchObject({ faults: [], stopped: verdict.isConflict });
      if (verdict.stopped) stops++;
    }
    expect(stops).toBeGreaterThan(20);
    expect(stops).toBeLessThan(HISTORIES.length / 2);
  });

  it('are judged: what only takes one side is wrong', () => {
    const faults = HISTORIES.map((history) => {
      const [, ours] = textsOf(history);
      return judge(history, outcome(ours, false), false).faults.map(({ fault }) => fault);
    });
    expect(new Set(faults.flat())).toEqual(new Set(['lost', 'doubled', 'content', 'undecided']));
  });
});
