import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPath } from './shared.ts';

/** A text and what it should read, from the test cases of python-ftfy. */
export interface FtfyCase {
  readonly label: string;
  readonly original: string;
  readonly expected: string;
}

const FILES = ['in-the-wild', 'known-failures', 'language-names', 'negative', 'synthetic'];

/** The 161 cases of ftfy, from `shared/bench/ftfy`; undefined where there is none. */
export function ftfyCases(): FtfyCase[] | undefined {
  const folder = sharedPath('bench/ftfy');
  if (folder === undefined) return undefined;
  return FILES.flatMap((file) => {
    const read: Record<string, string>[] = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
    return read.map(({ label = '', original = '', fixed = '', 'fixed-encoding': encoding }) => ({
      label,
      original,
      expected: encoding ?? fixed,
    }));
  });
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
