import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TestRepository } from '../support/repository.ts';
import { BUNDLE, buildCommandLine } from './commandLine.ts';

const ROOT = join(import.meta.dirname, '../..');
const ARTICLE = 'Rusia mengundang Taliban ke Moskow.\n\nKemarin Presiden Jokowi berbicara di Hanoi.\n';

/** One block of a shell, with what it finds in its environment. */
interface Block {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Every `run:` of the GitHub workflow, as its runner would start it on a pull request against main. */
function githubBlocks(): Block[] {
  const workflow = parse(readFileSync(join(ROOT, 'docs/examples/github-actions.yml'), 'utf8'));
  return Object.values(workflow.jobs as Record<string, { steps: Record<string, unknown>[] }>)
    .flatMap(({ steps }) => steps)
    .filter((step) => typeof step.run === 'string')
    .map((step) => ({
      script: String(step.run),
      env: { ...workflow.env, ...filled(step.env), GITHUB_STEP_SUMMARY: 'summary.md' },
    }));
}

/** Every item of a `script:` of the GitLab pipeline. */
function gitlabBlocks(): Block[] {
  const { variables, ...jobs } = parse(readFileSync(join(ROOT, 'docs/examples/gitlab-ci.yml'), 'utf8'));
  return Object.values(jobs as Record<string, { script: string[]; variables: object }>).flatMap((job) =>
    job.script.map((script) => ({ script, env: { ...variables, ...filled(job.variables) } })),
  );
}

/** Variables with what the service fills in. */
function filled(variables: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables ?? {}).map(([name, value]) => [
      name,
      String(value)
        .replace(/\$\{\{ *github\.base_ref *\}\}/, 'main')
        .replace('$CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'main'),
    ]),
  );
}

let packed = '';

beforeAll(async () => {
  await buildCommandLine();
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-pack-'));
  const { stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const [{ filename }] = JSON.parse(stdout || `no package: ${stderr}`);
  packed = join(folder, filename);
}, 300_000);

/** A corpus whose main branch is good, with a server's copy of it to compare with; checked out on a branch of its own. */
function corpus(): TestRepository {
  const repository = TestRepository.init();
  repository.write('pressmark.json', '{}');
  repository.write('a.txt', ARTICLE);
  mkdirSync(repository.path('tools'));
  copyFileSync(packed, repository.path('tools/pressmark.tgz'));
  tag(repository, 'Hanoi', 'GPE');
  repository.commitAll('the corpus');
  const server = join(mkdtempSync(join(realpathSync(tmpdir()), 'pressmark-server-')), 'corpus.git');
  repository.git('clone', '--quiet', '--bare', repository.folder, server);
  repository.git('remote', 'add', 'origin', server);
  repository.git('fetch', '--quiet', 'origin');
  repository.git('switch', '--quiet', '-c', 'tags');
  return repository;
}

function tag(repository: TestRepository, quote: string, label: string): void {
  const args = [BUNDLE, 'annotate', 'a.txt', '--label', label, '--quote', quote];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: repository.folder,
    encoding: 'utf8',
    // What is kept of the articles of tests is none of the user's.
    env: { ...process.env, XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'pressmark-cache-')) },
  });
  if (status !== 0) throw new Error(stderr);
}

/** Runs the blocks one after the other until one fails. `failed`: its script, if one did. */
function runs(repository: TestRepository, blocks: readonly Block[]) {
  const prefix = mkdtempSync(join(tmpdir(), 'pressmark-global-'));
  let out = '';
  for (const { script, env } of blocks) {
    const done = spawnSync('bash', ['-e', '-c', script], {
      cwd: repository.folder,
      encoding: 'utf8',
      env: {
        PATH: [join(prefix, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
        HOME: prefix,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        npm_config_prefix: prefix,
        npm_config_cache: join(prefix, 'cache'),
        npm_config_offline: 'true',
        npm_config_update_notifier: 'false',
        ...env,
      },
    });
    out += done.stdout + done.stderr;
    if (done.status !== 0) return { failed: script.trim(), out };
  }
  return { failed: undefined, out };
}

describe.each([
  ['GitHub', githubBlocks(), 'summary.md', 'pressmark validate --format github'],
  ['GitLab', gitlabBlocks(), 'annotation-changes.md', 'pressmark validate'],
])('the example for %s, as it stands', (_, blocks, summary, validate) => {
  it('passes on a branch whose tags fit, and tells what it did', () => {
    const repository = corpus();
    tag(repository, 'Taliban', 'ORG');
    repository.write('a.txt', `Pembaruan.\n\n${ARTICLE}`);
    repository.commitAll('tag');
    const { failed, out } = runs(repository, blocks);
    expect({ failed, out }).toMatchObject({ failed: undefined });
    const told = readFileSync(repository.path(summary), 'utf8');
    expect(told).toContain('| 3 | <code>shared</code> | <code>+ ORG Taliban</code> |');
    expect(JSON.parse(readFileSync(repository.path('findings.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
  }, 300_000);

  it('fails where a tag no longer fits its text', () => {
    const repository = corpus();
    repository.write('a.txt', 'Rusia mengundang Taliban ke Moskow.\n');
    repository.commitAll('cut');
    const { failed, out } = runs(repository, blocks);
    expect({ failed, out }).toMatchObject({ failed: validate });
    expect(out).toContain('Hanoi');
    expect(readFileSync(repository.path(summary), 'utf8')).toContain('no longer in the text');
  }, 300_000);
});

it('has actions at a version, and everything from what files say in variables', () => {
  const text = readFileSync(join(ROOT, 'docs/examples/github-actions.yml'), 'utf8');
  const uses = [...text.matchAll(/uses: *(\S+)/g)].map(([, name]) => name);
  expect(uses.every((name) => /^[\w-]+\/[\w/-]+@v\d+$/.test(name ?? ''))).toBe(true);
  // A branch may be called `$(rm -rf ~)`: expressions do not belong into scripts.
  for (const { script } of githubBlocks()) expect(script).not.toContain('${{');
});
