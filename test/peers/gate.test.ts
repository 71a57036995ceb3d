import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../server/src/core/agreement/coding/cohen.ts';
import { observedAgreement } from '../../server/src/core/agreement/coding/observed.ts';
import { pairTable, type Ratings, type Value } from '../../server/src/core/agreement/coding/ratings.ts';
import { scottPi } from '../../server/src/core/agreement/coding/scott.ts';
import { measuredValue } from '../../server/src/core/agreement/measured.ts';
import { f1, tallySpans } from '../../server/src/core/agreement/spans/f1.ts';
import type { DatasetArticle } from '../../server/src/core/formats/dataset.ts';
import { gate } from '../../server/src/core/formats/gate.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { readDataset } from '../property/core/formats/roundTrip.ts';
import { bytesOf, notFetched, peerPath } from '../support/peerFiles.ts';

const GATE = 'GateNLP/gate-core';
const DKPRO = 'dkpro/dkpro-core';
const RESOURCES = 'src/test/resources/gate/resources';
const opera = peerPath(GATE, `${RESOURCES}/gate.ac.uk/tests/iaa/beijing-opera.xml`);
const outlook = peerPath(GATE, `${RESOURCES}/gate.ac.uk/tests/iaa/in-outlook-09-aug-2001.xml`);
const bt = peerPath(GATE, `${RESOURCES}/texts/keys/BT-chair-ind-11-May-2001M.xml`);
const ft = peerPath(GATE, `${RESOURCES}/gate.ac.uk/tests/annic/ft-bmi-09-may-2001.xml`);
const ner = peerPath(DKPRO, 'dkpro-core-io-gate-asl/src/test/resources/conll/2002/ner2002_ref_specific.xml');

/** The annotators' layers of a file, with their counts by label. */
async function layersOf(path: string, options: Record<string, string> = {}) {
  const file = new Map([[basename(path), bytesOf(path)]]);
  const { articles, problems } = await readDataset(gate, file, options);
  expect(problems.filter((p) => p.severity !== 'information')).toEqual([]);
  const [read] = articles;
  if (!read) throw new Error(`${path} gave no article`);
  const layers = new Map(placeRead(read).articles.map((a) => [a.annotator ?? '', a]));
  return { read, layers };
}

function counts(layer: DatasetArticle | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of layer?.spans ?? []) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/**
 * What two annotators say of the sentences that both marked and at least one says something of; to say nothing is a
 * category, as in GATE.
 */
function opinions(layers: ReadonlyMap<string, DatasetArticle>): Ratings {
  const [first, second] = ['ann1', 'ann2'].map(
    (name) =>
      new Map(
        layers
          .get(name)
          ?.spans.filter((s) => s.label === 'sent')
          .map((s) => [`${s.start}-${s.end}`, s.attributes.get('Op')]),
      ),
  );
  const rows = [...(first ?? [])]
    .filter(([place, op]) => second?.has(place) && (op ?? second.get(place)) !== undefined)
    .map(([place, op]) => [op, second?.get(place)].map((v): Value => (typeof v === 'string' ? v : 'none')));
  return { coders: 2, rows: rows.map((values) => ({ count: 1, values })) };
}

describe('GATE XML of other people', () => {
  it.skipIf(!opera)(
    `beijing-opera.xml${opera ? '' : ` (${notFetched(GATE)})`}: three annotators in named sets, 85 annotations`,
    async () => {
      const { read, layers } = await layersOf(opera ?? '', { segments: 'read' });
      expect(read.spans).toHaveLength(85);
      expect(['ann1', 'ann2', 'ann3'].map((name) => counts(layers.get(name)))).toEqual([
        { Location: 14, sent: 19, Os: 5 },
        { sent: 19, Os: 3 },
        { sent: 19, Os: 4 },
      ]);
      const words = layers.get('ann1')?.spans.filter((s) => s.label === 'Location');
      expect([...new Set(words?.map((s) => read.text?.slice(s.start, s.end)))]).toEqual([
        ...['Beijing', 'Peking', 'China', 'Tianjin', 'Shanghai', 'Taiwan', 'United States', 'Japan'],
      ]);
    },
  );

  it.skipIf(!opera || !outlook)(
    'beijing-opera.xml and in-outlook-09-aug-2001.xml: agreement as GATE’s TestClassificationMeasures has it',
    async () => {
      // Observed agreement, Cohen's kappa, Scott's pi of annotators 1 and 2, from gate-core's own test.
      const published = [
        [opera, 0.7777778, 0.6086957, 0.59550565],
        [outlook, 0.96875, 0.3263158, 0.3227513],
      ] as const;
      for (const [path, observed, kappa, pi] of published) {
        const ratings = opinions((await layersOf(path ?? '')).layers);
        const table = pairTable(ratings, 0, 1);
        expect(measuredValue(observedAgreement(ratings))).toBeCloseTo(observed, 6);
        expect(measuredValue(cohenKappa(table).measured)).toBeCloseTo(kappa, 6);
        expect(measuredValue(scottPi(table).measured)).toBeCloseTo(pi, 6);
      }
    },
  );

  it.skipIf(!opera)('beijing-opera.xml: two opinion phrases that two of three marked alike', async () => {
    const { layers } = await layersOf(opera ?? '');
    const phrases = ['ann1', 'ann2', 'ann3'].map(
      (name) => layers.get(name)?.spans.filter((s) => s.label === 'Os') ?? [],
    );
    const [a = [], b = [], c = []] = phrases;
    const strict = [tallySpans(a, b), tallySpans(a, c), tallySpans(b, c)].map((t) =>
      measuredValue(f1(t, 'strict')),
    );
    expect(strict).toEqual([4 / 8, 4 / 9, 4 / 7]);
  });

  it.skipIf(!ft)(
    `ft-bmi-09-may-2001.xml${ft ? '' : ` (${notFetched(GATE)})`}: windows-1252, a set Key, tokens that say their words`,
    async () => {
      const { read, layers } = await layersOf(ft ?? '', { segments: 'read' });
      expect(counts(layers.get('Key'))).toMatchObject({
        ...{ Organization: 13, Location: 12, Percent: 8, Date: 8, Money: 6, Person: 3, Token: 513 },
      });
      const tokens = read.spans.filter((s) => s.label === 'Token');
      expect(tokens.filter((t) => words(read.text, t) !== t.attributes.get('string'))).toEqual([]);
      expect((await layersOf(ft ?? '')).read.spans).toHaveLength(13 + 12 + 8 + 8 + 6 + 3);
    },
  );

  it.skipIf(!bt)(
    `BT-chair-ind-11-May-2001M.xml${bt ? '' : ` (${notFetched(GATE)})`}: CDATA, no ids, names as its document says them`,
    async () => {
      const { read, layers } = await layersOf(bt ?? '');
      expect(counts(layers.get('nercAS'))).toMatchObject({
        ...{ Organization: 9, Date: 4, Location: 2, Person: 3, Money: 7 },
      });
      const organizations = read.spans.filter((s) => s.label === 'Organization');
      expect(new Set(organizations.map((s) => words(read.text, s)?.replace(/\s+/g, ' ')))).toEqual(
        new Set(['BT', 'BT Wireless', 'BT Cellnet', 'British Telecom', 'Yell']),
      );
      expect(new Set(read.spans.map((s) => s.id)).size).toBe(read.spans.length);
    },
  );

  it.skipIf(!ner)(
    `ner2002_ref_specific.xml${ner ? '' : ` (${notFetched(DKPRO)})`}: version 3, values of Java classes`,
    async () => {
      const { read } = await layersOf(ner ?? '');
      expect(read.spans.map((s) => [s.label, words(read.text, s)])).toEqual([
        ['Organization', 'Real Madrid'],
        ['Person', 'Wolff'],
        ['Person', 'Del Bosque'],
        ['Location', 'Argentina'],
      ]);
      for (const span of read.spans) {
        expect(span.attributes.get('string')).toBe(words(read.text, span));
        expect(span.attributes.get('length')).toBe(words(read.text, span)?.length);
      }
    },
  );
});

function words(text: string | undefined, { parts }: { parts: readonly { start: number; end: number }[] }) {
  return text?.slice(parts[0]?.start, parts[0]?.end);
}
