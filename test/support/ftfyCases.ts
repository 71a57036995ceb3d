import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A text and what it should read, from the test cases of python-ftfy. */
export interface FtfyCase {
  readonly label: string;
  readonly original: string;
  readonly expected: string;
}

const FILES = ['in-the-wild', 'known-failures', 'language-names', 'negative', 'synthetic'];

/** The 161 cases of ftfy, from `shared/bench/ftfy` beside the project or above it; undefined where there is none. */
export function ftfyCases(): FtfyCase[] | undefined {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const cases = join(folder, 'shared/bench/ftfy');
    if (!existsSync(cases)) continue;
    return FILES.flatMap((file) => {
      const read: Record<string, string>[] = JSON.parse(readFileSync(join(cases, `${file}.json`), 'utf8'));
      return read.map(({ label = '', original = '', fixed = '', 'fixed-encoding': encoding }) => ({
        label,
        original,
        expected: encoding ?? fixed,
      }));
    });
  }
  return undefined;
}

/** How a repair does on cases: damaged ones changed, sound ones changed, and texts that came out right. */
export function score(cases: readonly FtfyCase[], repair: (text: string) => string) {
  const damaged = cases.filter((c) => c.expected !== c.original);
  const sound = cases.filter((c) => c.expected === c.original);
  const changed = (some: readonly FtfyCase[]) => some.filter((c) => repair(c.original) !== c.original).length;
  return {
    damaged: damaged.length,
    found: changed(damaged),
    sound: sound.length,
    alarms: changed(sound),
    cases: cases.length,
    exact: cases.filter((c) => repair(c.original) === c.expected).length,
  };
}
