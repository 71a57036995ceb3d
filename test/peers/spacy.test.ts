import { describe, expect, it } from 'vitest';
import { spacy, spacyDoc } from '../../server/src/core/formats/spacy.ts';
import { bytesOf } from '../support/peerFiles.ts';
import { jsonLinesOf, peerFile, readPeer, roundTrip, wordsOf } from '../support/peerRecords.ts';

const PROJECTS = 'explosion/projects';

describe('files of those who train spaCy', () => {
  it.for([
    ['pipelines/ner_demo/assets/train.json', 2, 3],
    ['pipelines/spancat_demo/assets/train.json', 3, 4],
  ] as const)('%s: %i pairs of text and annotations, %i entities', async ([path, texts, entities], ctx) => {
    const file = peerFile(ctx, PROJECTS, path);
    type Pair = [string, { entities: [number, number, string][] }];
    const pairs = JSON.parse(Buffer.from(bytesOf(file)).toString()) as Pair[];
    const expected = pairs.flatMap(([text, { entities: e }]) =>
      e.map(([start, end, label]) => `${label}:${[...text].slice(start, end).join('')}`),
    );
    const { articles, layers, problems } = await readPeer(spacy, file);
    expect([articles.length, expected.length, problems]).toEqual([texts, entities, []]);
    expect(wordsOf(layers)).toEqual(expected);
    expect([await roundTrip(spacy, layers), await roundTrip(spacyDoc, layers)]).toEqual([0, 0]);
  });

  it.for([
    ['pipelines/textcat_demo/assets/docs_issues_eval.jsonl', 'exclusive classes, CRLF in texts'],
    ['pipelines/textcat_multilabel_demo/assets/cooking-dev.jsonl', 'many classes, HTML in texts'],
  ] as const)('%s: cats as document labels (%s)', async ([path], ctx) => {
    const file = peerFile(ctx, PROJECTS, path);
    const expected = jsonLinesOf(file).flatMap(({ cats }) =>
      Object.entries(cats as Record<string, number>).map(([name, score]) => `${name}=${score === 1}`),
    );
    const { articles, layers, problems } = await readPeer(spacy, file);
    expect(articles.map((a) => a.text)).toEqual(jsonLinesOf(file).map((r) => r.text));
    const found = layers.flatMap((a) => a.documentLabels.map((l) => `${l.label}=${String(l.value)}`));
    expect([found, problems]).toEqual([expected, []]);
    expect(await roundTrip(spacy, layers)).toBe(0);
  });
});
