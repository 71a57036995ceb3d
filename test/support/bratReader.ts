import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { peerPath } from './peerFiles.ts';

/** What brat's own module makes of an article; ids are replaced by what they stand for. */
export interface BratView {
  readonly entities: readonly unknown[];
  readonly triggers: readonly unknown[];
  readonly events: readonly unknown[];
  readonly relations: readonly unknown[];
  readonly equivalences: readonly unknown[];
  readonly attributes: readonly unknown[];
  readonly normalizations: readonly unknown[];
  readonly notes: readonly unknown[];
  readonly failed: readonly string[];
  readonly errors: readonly string[];
}

const MODULE = peerPath('nlplab/brat', 'server/src/annotation.py');

/** Why brat's module cannot be asked here; undefined where it can. */
export function whyNoBrat(): string | undefined {
  if (!MODULE) return 'annotation.py of nlplab/brat is not here: node scripts/peers.mjs fetches it';
  return spawnSync('python3', ['--version']).status === 0 ? undefined : 'python3 is not here';
}

/** Has brat's module read articles; throws what it says where it fails. */
export function asBratReads(articles: readonly { text: string; ann: string }[]): BratView[] {
  const script = new URL('../peers/brat_reader.py', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync('python3', [script, dirname(MODULE ?? '')], {
    input: JSON.stringify(articles),
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as BratView[];
}
