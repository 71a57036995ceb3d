import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { newArticleReview, newReview } from '../../server/src/core/annotations/create.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { refusalRule } from '../../server/src/core/suggestions/suggestion.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\n';
const PROJECT = '{ "annotators": ["ana", "budi"] }';
const STATUS = { kind: 'status', id: 'status', status: 'done', rev: '0123456789ab', extra: [] } as const;

beforeAll(buildCommandLine, 60_000);

/** Ana has refused suggestions and is done; budi has tagged. */
async function refused(): Promise<Corpus> {
  const rule = refusalRule('ORG');
  const here = { article: ARTICLE, range: { start: 9, end: 16 }, verdict: 'dismissed', rule } as const;
  const corpus = new Corpus({
    'a.txt': ARTICLE,
    'pressmark.json': PROJECT,
    'a.txt.ana.ann.json': serializeSidecar([
      newArticleReview({ rule, word: 'Moskow', suffix: 'aaaaaa' }),
      newReview({ ...here, suffix: 'aaaaaa' }),
      STATUS,
    ]),
  });
  await corpus.run(['annotate', 'a.txt', '--label', 'GPE', '--quote', 'Moskow', '--by', 'budi']);
  return corpus;
}

describe('refused suggestions on the command line', () => {
  it('are valid, and shown for what they are', async () => {
    const corpus = await refused();
    expect(await corpus.run(['validate'])).toMatchObject({ code: 0 });
    const { out } = await corpus.run(['show', 'a.txt']);
    expect(out).toContain('refused the suggestion ORG: Taliban');
    expect(out).toContain('refused every suggestion ORG: Moskow');
  });

  it('are told in words when what changed is compared', async () => {
    const corpus = await refused();
    const { out } = await corpus.run(['textconv', 'a.txt.ana.ann.json']);
    expect(out).toContain('refused the suggestion ORG: “Taliban”');
  });

  it('count as no verdict on any rule', async () => {
    const corpus = await refused();
    const { rules } = await corpus.json(contracts.StatsOutput, 'stats', '--format', 'json');
    expect(rules.map((r) => r.rule).filter((rule) => rule.startsWith('suggestion'))).toEqual([]);
    expect(rules.map((r) => r.dismissed + r.past.dismissed)).toEqual(rules.map(() => 0));
  });

  it('are nothing to settle, and not gold', async () => {
    const corpus = await refused();
    const { out } = await corpus.run(['adjudicate', '--all', '--rule', 'majority', '--format', 'json']);
    expect(out).toContain('Moskow');
    expect(out).not.toContain('suggestion/ORG');
    expect((await corpus.run(['show', 'a.txt', '--layer', 'gold'])).out).not.toContain('refused');
  });

  it('are named among what an export leaves out', async () => {
    const corpus = await refused();
    const { out, err } = await corpus.run(['export', '--to', 'conllu', '--layer', 'ana', '--out', 'set']);
    expect(out + err).toContain('2 refused suggestions: not part of this export');
    expect(out + err).not.toContain('reviews of findings');
  });
});
