import { describe, expect, it } from 'vitest';
import { measuredValue } from '../../../../server/src/core/agreement/measured.ts';
import { MEASURE_NAMES, type MeasureName } from '../../../../server/src/core/agreement/measures.ts';
import { AgreementPass } from '../../../../server/src/service/agreement/agreement.ts';
import { comparedPeople } from '../../../../server/src/service/agreement/people.ts';
import type { AgreementQuestion, AgreementReport } from '../../../../server/src/service/agreement/report.ts';
import { NEVER_CANCELLED } from '../../../../server/src/service/ports.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { sidecarOf, type Tag } from '../../../support/agreementCorpus.ts';
import { FOLDER } from '../../../support/lsp/client.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const MARKET =
  'Anna Kern met Lin Wu in Hanoi. The bank of Oslo paid 😀 Anna Kern well.\r\nA line wiht errors here.\r\n';
const MARKET_TEXT = MARKET.replaceAll('\r\n', '\n');
const PROJECT = JSON.stringify({
  annotators: ['ana', 'ben', 'cem'],
  labels: [{ name: 'PER' }, { name: 'ORG' }, { name: 'LOC' }, { name: 'GARBLED', sentence: true }],
  documentLabels: [{ name: 'topic', values: ['trade', 'war'] }],
});

async function agreement(
  files: Readonly<Record<string, string>>,
  question: Partial<AgreementQuestion> = {},
  kept?: string,
): Promise<AgreementReport> {
  const host = new MemoryHost();
  Object.assign(host, { keptTexts: { get: async () => kept, put: async () => undefined } });
  for (const [path, content] of Object.entries({ 'pressmark.json': PROJECT, ...files }))
    host.write(`${FOLDER}/${path}`, content);
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  const people = comparedPeople(await workspace.projects.all(), question.annotators);
  if ('refused' in people) throw new Error(people.refused.template);
  const articles = (await workspace.corpus.articles()).map(({ uri }) => uri);
  const measures = new Set(MEASURE_NAMES);
  return new AgreementPass(workspace, people.annotators, {
    articles,
    measures,
    disagreements: 100,
    ...question,
  }).run(NEVER_CANCELLED, () => undefined);
}

/** Two people's tags on one article. */
const pair = (a: readonly Tag[], b: readonly Tag[]) => ({
  'a.txt': MARKET,
  'a.txt.ana.ann.json': sidecarOf(MARKET_TEXT, a),
  'a.txt.ben.ann.json': sidecarOf(MARKET_TEXT, b),
});

function value(report: AgreementReport, measure: MeasureName, subject = 'spans', label?: string) {
  const figure = report.together.find(
    (f) => f.measure === measure && f.subject === subject && f.label === label,
  );
  return figure && measuredValue(figure.measured);
}

describe('agreement on a corpus', () => {
  it('compares spans, labels, document labels and sentences of two people', async () => {
    const files = {
      'a.txt': MARKET,
      'a.txt.ana.ann.json': sidecarOf(
        MARKET_TEXT,
        [
          ['Anna Kern', 'PER'],
          ['Lin Wu', 'PER'],
          ['Hanoi', 'LOC'],
          ['The bank', 'ORG'],
          ['A line wiht errors here.', 'GARBLED'],
        ],
        { values: [['topic', 'trade']] },
      ),
      'a.txt.ben.ann.json': sidecarOf(
        MARKET_TEXT,
        [
          ['Anna Kern', 'PER'],
          ['Lin Wu', 'ORG'],
          ['Hanoi', 'LOC'],
          ['The bank of Oslo', 'ORG'],
        ],
        { values: [['topic', 'war']] },
      ),
    };
    const report = await agreement(files);
    expect(value(report, 'f1')).toBeCloseTo(0.5, 12);
    expect(value(report, 'boundary')).toBeCloseTo(0.75, 12);
    expect(value(report, 'overlap')).toBeCloseTo(0.75, 12);
    expect(value(report, 'partial')).toBeCloseTo(0.875, 12);
    expect(value(report, 'raw', 'labels')).toBeCloseTo(2 / 3, 12);
    expect(value(report, 'raw', 'document:topic')).toBe(0);
    expect(value(report, 'raw', 'sentence:GARBLED')).toBeCloseTo(2 / 3, 12);
    expect(value(report, 'kappa', 'sentence:GARBLED')).toBe(0);
    expect(value(report, 'f1', 'spans', 'PER')).toBeCloseTo(2 / 3, 12);
    expect(value(report, 'gamma')).toBeGreaterThan(0);
    expect(report.pairs.map(({ a, b, articles }) => [a, b, articles])).toEqual([
      ['ana', 'ben', 1],
      ['ana', 'cem', 0],
      ['ben', 'cem', 0],
    ]);
    expect(
      report.disagreements.map((d) => [d.kind, d.line, d.column, d.text, d.ofA?.label, d.ofB?.label]),
    ).toEqual([
      ['label', 1, 15, 'Lin Wu', 'PER', 'ORG'],
      ['boundary', 1, 32, 'The bank of Oslo', 'ORG', 'ORG'],
      ['value', 1, 1, '', undefined, undefined],
      ['value', 2, 1, 'A line wiht errors here.', undefined, undefined],
    ]);
  });

  it('counts what a person tagged twice in a sentence once', async () => {
    const third: Tag = ['A line ', 'GARBLED'];
    const report = await agreement(pair([third, third], []));
    expect(value(report, 'raw', 'sentence:GARBLED')).toBeUndefined();
    expect(report.disagreementCount).toBe(0);
  });

  it('takes only what both called done, unless it is told otherwise', async () => {
    const unfinished = {
      ...pair([['Hanoi', 'LOC']], [['Hanoi', 'LOC']]),
      'a.txt.ben.ann.json': sidecarOf(MARKET_TEXT, [['Hanoi', 'LOC']], { done: false }),
    };
    const strict = await agreement(unfinished);
    expect(strict.articles).toEqual({ all: 1, compared: 0, notDone: 1 });
    expect(value(strict, 'f1')).toBeUndefined();
    expect(strict.annotators.map((a) => [a.annotator, a.begun, a.done])).toEqual([
      ['ana', 1, 1],
      ['ben', 1, 0],
      ['cem', 0, 0],
    ]);
    expect(value(await agreement(unfinished, { unfinished: true }), 'f1')).toBe(1);
  });

  it('compares spans where they are now, and leaves out and counts what is not certain', async () => {
    const before = 'Kern met Wu in Hanoi on Friday, and they left for Oslo after lunch.\n';
    const files = {
      'a.txt': `A new first line.\n${before.replace('Oslo', '')}`,
      'a.txt.ana.ann.json': sidecarOf(before, [
        ['Hanoi', 'LOC'],
        ['Oslo', 'LOC'],
      ]),
      'a.txt.ben.ann.json': sidecarOf(`A new first line.\n${before.replace('Oslo', '')}`, [['Hanoi', 'LOC']]),
    };
    const report = await agreement(files, {}, before);
    expect(value(report, 'f1')).toBe(1);
    const [ana] = report.annotators;
    expect((ana?.review ?? 0) + (ana?.lost ?? 0)).toBe(1);
    expect(ana?.changed).toBe(1);
  });

  it('names articles whose sidecar cannot be read, and does not compare them', async () => {
    const report = await agreement({
      ...pair([['Hanoi', 'LOC']], [['Hanoi', 'LOC']]),
      'a.txt.ben.ann.json': '{"pressmark":1,"annotations":[{]}',
    });
    expect(report.skipped.map(({ uri }) => uri)).toEqual([`${FOLDER}/a.txt`]);
    expect(report.articles.compared).toBe(0);
  });

  it('keeps to the labels that are asked for', async () => {
    const files = pair(
      [
        ['Hanoi', 'LOC'],
        ['Lin Wu', 'PER'],
      ],
      [['Hanoi', 'LOC']],
    );
    expect(value(await agreement(files, { labels: ['LOC'] }), 'f1')).toBe(1);
    expect(value(await agreement(files), 'f1')).toBeCloseTo(2 / 3, 12);
  });

  it('compares with the gold layer where it is named', async () => {
    const files = {
      ...pair([['Hanoi', 'LOC']], [['Lin Wu', 'PER']]),
      'a.txt.gold.ann.json': sidecarOf(MARKET_TEXT, [['Hanoi', 'LOC']], { done: false }),
    };
    const report = await agreement(files, { annotators: ['Ana', 'gold'] });
    expect(report.pairs.map(({ a, b }) => [a, b])).toEqual([['ana', 'gold']]);
    expect(value(report, 'f1')).toBe(1);
  });

  it('has no interval for a handful of articles, and the same one twice for more', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => {
        const tags: Tag[] = [['Hanoi', 'LOC'], ...(i % 3 === 0 ? ([['Lin Wu', 'PER']] as const) : [])];
        return Object.entries(pair([['Hanoi', 'LOC']], tags)).map(
          ([path, text]) => [path.replace('a.txt', `a${i}.txt`), text] as const,
        );
      }).flat(),
    );
    const interval = (report: AgreementReport) =>
      report.together.find((f) => f.measure === 'f1' && f.label === undefined)?.interval;
    const first = interval(await agreement(many));
    expect(first?.low).toBeLessThan(6 / 7);
    expect(first?.high).toBeGreaterThan(6 / 7);
    expect(interval(await agreement(many))).toEqual(first);
    expect(interval(await agreement(pair([['Hanoi', 'LOC']], [['Hanoi', 'LOC']])))).toBeUndefined();
  });

  it('says who can be compared', async () => {
    await expect(agreement({ 'pressmark.json': '{}', 'a.txt': MARKET })).rejects.toThrow('at least two');
    await expect(agreement({ 'a.txt': MARKET }, { annotators: ['ana', 'zoe'] })).rejects.toThrow(
      'is not an annotator',
    );
    await expect(agreement({ 'a.txt': MARKET }, { annotators: ['ana', 'ANA'] })).rejects.toThrow(
      'at least two',
    );
  });
});
