import { describe, expect, it } from 'vitest';
import {
  compareTexts,
  compareTextsInSteps,
  type TextComparison,
} from '../../../../../server/src/core/annotations/anchor/compareTexts.ts';
import { anchorOf } from '../../../../../server/src/core/annotations/create.ts';
import type { Host } from '../../../../../server/src/service/ports.ts';
import { runSteps } from '../../../../../server/src/service/stepping.ts';

/** A text of numbered sentences, and what an editor made of it: every fifth word another, one part moved. */
function versions(sentences: number): [string, string] {
  const lines = Array.from(
    { length: sentences },
    (_, at) => `Utusan ke-${at} tiba di kota ${at % 17} pada hari ${at % 7}, kata saksi ${at * 31}.`,
  );
  const moved = [...lines.slice(9), ...lines.slice(0, 9)];
  return [lines.join('\n'), moved.join('\n').replace(/tiba di kota 5/g, 'datang ke kota 5')];
}

function steps(old: string, text: string): { yields: number; comparison: TextComparison } {
  const running = compareTextsInSteps(old, text);
  for (let yields = 0; ; yields++) {
    const step = running.next();
    if (step.done) return { yields, comparison: step.value };
  }
}

describe('compareTextsInSteps', () => {
  it('may be interrupted the more often the longer the texts are', () => {
    const [short, long] = [steps(...versions(300)).yields, steps(...versions(3000)).yields];
    expect(short).toBeGreaterThan(10);
    expect(long).toBeGreaterThan(6 * short);
  });

  it('finds what is found in one piece', () => {
    const [old, text] = versions(400);
    const { comparison } = steps(old, text);
    const whole = compareTexts(old, text);
    for (let start = 0; start + 12 < old.length; start += 97) {
      const anchor = anchorOf({ article: old, range: { start, end: start + 12 }, suffix: '' });
      expect(comparison.locate(anchor)).toEqual(whole.locate(anchor));
    }
  });

  it('stops where it is cancelled', async () => {
    const [old, text] = versions(2000);
    const running = compareTextsInSteps(old, text);
    let paused = 0;
    let now = 0;
    // A clock on which every step takes a frame.
    const host = {
      now: () => (now += 16),
      pause: async () => {
        paused++;
      },
    } as unknown as Host;
    const cancel = {
      get isCancellationRequested() {
        return paused >= 3;
      },
    };
    await expect(runSteps(running, host, cancel)).rejects.toThrow();
    expect(paused).toBe(3);
    expect(running.next().done).toBe(false);
  });
});
