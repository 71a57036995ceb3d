import { spawnSync } from 'node:child_process';
import { peerPath } from './peerFiles.ts';

/** A structure as dkpro-cassis has understood it; offsets are code points. */
export interface CassisStructure {
  readonly id: number;
  readonly type: string;
  readonly begin?: number;
  readonly end?: number;
  readonly words?: string;
  readonly features: Readonly<Record<string, unknown>>;
}

export interface CassisView {
  readonly name: string;
  readonly text: string | null;
  readonly structures: readonly CassisStructure[];
}

export type CassisCas = { readonly views: readonly CassisView[] } | { readonly failed: string };

const PACKAGE = peerPath('dkpro/dkpro-cassis', 'src');
/** Debian's Python, for which its packages are, before whichever is first on the path. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

const IMPORTS =
  'import lxml, attr, sortedcontainers, toposort, more_itertools, deprecation, importlib_resources';

function python(): string | undefined {
  return PYTHONS.find((p) => spawnSync(p, ['-c', IMPORTS]).status === 0);
}

/** Why dkpro-cassis cannot be asked here; undefined where it can. */
export function whyNoCassis(): string | undefined {
  if (!PACKAGE) return 'the source of dkpro/dkpro-cassis is not here: node scripts/peers.mjs fetches it';
  if (python()) return undefined;
  return 'what dkpro-cassis needs is not here (Debian: python3-lxml python3-attr python3-sortedcontainers python3-toposort python3-more-itertools python3-deprecation python3-importlib-resources)';
}

/** Has dkpro-cassis read CASes; throws what it says where Python fails. */
export function asCassisReads(
  files: readonly ({ xmi: string; types: readonly string[] } | { json: string })[],
): CassisCas[] {
  const script = new URL('../peers/cassis_reader.py', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(python() ?? 'python3', [script, PACKAGE ?? ''], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as CassisCas[];
}
