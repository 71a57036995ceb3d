import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildData } from '../../scripts/data/build-data.mjs';
import type { Severity } from '../../server/src/core/checks/finding.ts';
import { type Host, NEVER_CANCELLED } from '../../server/src/service/ports.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

/** What the product reports about a text: UTF-16 units of it. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
}

export interface Checker {
  /** What is found in an article; `declared`: the language that it is said to be in, else it is found out. */
  check(text: string, declared?: string): Promise<readonly Reported[]>;
}

const FOLDER = 'file:///bench';

/**
 * The product's own service over an empty folder: what an editor would show for a text, with all default settings.
 * `rules`: report these alone, by code or family.
 */
export async function createChecker(rules?: readonly string[]): Promise<Checker> {
  const dataFolder = join(import.meta.dirname, '../../.cache/language-data');
  await buildData(dataFolder);
  const host: Host = {
    files: { read: async () => undefined, list: async () => [] },
    data: (name) => readFile(join(dataFolder, name)),
    // Nobody else waits for this process: never pause.
    now: () => 0,
    pause: async () => undefined,
    random: () => 0,
    time: () => '2026-01-01T00:00:00Z',
    log: (line) => console.error(line),
  };
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  const project = await workspace.projects.of(`${FOLDER}/article.txt`);
  const wanted = (code: string) => rules?.some((r) => code === r || code.startsWith(`${r}/`)) ?? true;
  return {
    check: async (text, declared) => {
      const article = await workspace.articles.ofText(text, project, declared);
      const findings = await article.findings(NEVER_CANCELLED);
      return findings.filter((f) => wanted(f.rule));
    },
  };
}

/** True for what an annotator is warned of. */
export function isLoud({ severity }: Reported): boolean {
  return severity === 'error' || severity === 'warning';
}
