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
  return JSON.parse(run('brat_reader.py', dirname(MODULE ?? ''), JSON.stringify(articles))) as BratView[];
}

/** What brat's module makes of an `annotation.conf`: arguments of the names of each section, and its warnings. */
export interface BratConfiguration {
  readonly sections: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly warnings: readonly string[];
}

/** Has brat's module read an `annotation.conf`; undefined where that module is not here. */
export function asBratConfigures(configuration: string): BratConfiguration | undefined {
  const module = peerPath('nlplab/brat', 'server/src/projectconfig.py');
  if (!module) return undefined;
  return JSON.parse(run('brat_configuration.py', dirname(module), configuration)) as BratConfiguration;
}

function run(script: string, folder: string, input: string): string {
  const path = new URL(`../peers/${script}`, import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync('python3', [path, folder], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
