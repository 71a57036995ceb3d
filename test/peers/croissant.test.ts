import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CardFacts } from '../../server/src/core/datasets/card/facts.ts';
import { croissant } from '../../server/src/core/datasets/croissant.ts';
import { NO_DESCRIPTION } from '../../server/src/core/project/description.ts';
import { datasetFacts, FACT_FILES } from '../support/datasetFacts.ts';
import { notFetched, peerPath } from '../support/peerFiles.ts';

/** The judgement of mlcroissant, the library of Croissant's makers. */
interface Judgement {
  readonly missing?: string;
  readonly errors?: string;
  readonly warnings?: readonly string[];
  readonly name?: string;
  readonly files?: readonly string[];
  readonly records?: Readonly<Record<string, readonly unknown[]>>;
}

const library = peerPath('mlcommons/croissant', 'python/mlcroissant');
/** Debian's own, which has Debian's packages. */
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((path) => existsSync(path));
const folder = mkdtempSync(join(tmpdir(), 'pressmark-croissant-'));
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
for (const [name, content] of FACT_FILES) writeFileSync(join(folder, name), content);
afterAll(() => rmSync(folder, { recursive: true }));

function judged(facts: CardFacts): Judgement {
  const file = join(folder, 'croissant.json');
  writeFileSync(file, croissant(facts));
  const script = new URL('croissant_judge.py', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(python ?? 'python3', [script, library ?? '', file], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Judgement;
}

function whyNot(): string | undefined {
  if (!library) return notFetched('mlcommons/croissant');
  if (!python) return 'python3 is not here';
  const { missing } = judged(datasetFacts(sha256));
  return missing === undefined ? undefined : `mlcroissant cannot run here: ${missing}`;
}

const reason = whyNot();

describe('Croissant metadata, read by mlcroissant', () => {
  it('is valid without a warning, and leads to the records of the files', (ctx) => {
    if (reason) return ctx.skip(reason);
    expect(judged(datasetFacts(sha256))).toEqual({
      warnings: [],
      name: 'berita',
      files: ['files/test.jsonl', 'files/train.jsonl'],
      records: {
        splits: [
          { 'splits/name': 'train', 'splits/url': 'cr:TrainingSplit' },
          { 'splits/name': 'test', 'splits/url': 'cr:TestSplit' },
        ],
        'records/train': [
          { 'records/train/id': 'a.txt#0', 'records/train/tokens': ['Ani', 'datang'] },
          { 'records/train/id': 'b.txt#0', 'records/train/tokens': ['Hà', 'Nội'] },
        ],
        'records/test': [{ 'records/test/id': 'c.txt#0', 'records/test/tokens': ['Budi'] }],
      },
    });
  }, 60_000);

  it('is valid with file sets, splits of odd names, and nothing that the team said', (ctx) => {
    if (reason) return ctx.skip(reason);
    const facts = datasetFacts(sha256);
    const { summary } = facts;
    const [split] = summary.splits;
    const judgement = judged({
      ...facts,
      project: { ...facts.project, dataset: NO_DESCRIPTION },
      summary: {
        ...summary,
        name: 'a/b c',
        format: { name: 'brat', title: 'brat standoff' },
        splits: split
          ? [
              { ...split, name: 'Phần 1' },
              { ...split, name: 'b' },
            ]
          : [],
        files: [
          { kind: 'files', folder: 'Phần 1/', ending: '.ann', files: 2, bytes: 9, split: 'Phần 1' },
          { kind: 'files', folder: 'Phần 1/', ending: '.txt', files: 2, bytes: 9, split: 'Phần 1' },
        ],
      },
    });
    expect(judgement.errors).toBeUndefined();
    expect(judgement.name).toBe('a-b-c');
    expect(judgement.files).toHaveLength(2);
    expect(judgement.records?.splits).toEqual([{ 'splits/name': 'Phần 1' }, { 'splits/name': 'b' }]);
  }, 60_000);
});
