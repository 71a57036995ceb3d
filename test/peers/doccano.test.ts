import { describe, expect, it } from 'vitest';
import { csv } from '../../server/src/core/formats/csv.ts';
import { doccano } from '../../server/src/core/formats/doccano.ts';
import { codesOf, peerFile, readPeer, roundTrip, wordsOf } from '../support/peerRecords.ts';

const DOCCANO = 'doccano/doccano';
const IMPORT = 'backend/data_import/tests/data';
const EXPORT = 'backend/data_export/pipeline/examples';

/** Words of spans, classes of articles, relations and problems of a file of doccano's. */
const FILES: [path: string, found: string[], codes: Record<string, number>][] = [
  [`${IMPORT}/sequence_labeling/example.jsonl`, ['LOC:e'], { 'record/no-text': 1 }],
  [`${IMPORT}/sequence_labeling/example_overlapping.jsonl`, ['LOC:e', 'LOC:e'], {}],
  [
    `${IMPORT}/relation_extraction/example.jsonl`,
    [
      'ORG:Google',
      'DATE:September 4, 1998',
      'PERSON:Larry Page',
      'PERSON:Sergey Brin',
      'foundedAt>',
      'foundedBy>',
      'foundedBy>',
    ],
    {},
  ],
  [
    `${IMPORT}/intent/example.jsonl`,
    ['LOC:e', 'positive=true', 'positive=true', 'LOC:e'],
    { 'record/no-text': 1 },
  ],
  [`${IMPORT}/text_classification/example.jsonl`, ['positive=true', 'positive=true', 'negative=true'], {}],
  [
    `${IMPORT}/text_classification/example.json`,
    ['positive=true', 'positive=true', 'negative=true'],
    { 'record/no-text': 1 },
  ],
  [`${IMPORT}/seq2seq/example.jsonl`, ['label1=true'], { 'record/no-text': 2 }],
  [
    `${EXPORT}/sequence_labeling/example.jsonl`,
    ['ORG:EU', 'MISC:German', 'PERSON:Peter Blackburn', 'PERSON:Obama'],
    {},
  ],
  [
    `${EXPORT}/intent_detection/example.jsonl`,
    ['City:Find a flight from Memphis', 'City:Tacoma', 'flight=true', 'City:Los Angeles', 'airport=true'],
    {},
  ],
];

describe('files of doccano', () => {
  it.for(FILES)('%s', async ([path, expected, codes], ctx) => {
    const { layers, problems } = await readPeer(doccano, peerFile(ctx, DOCCANO, path));
    const found = layers.flatMap((a) => [
      ...wordsOf([a]),
      ...a.documentLabels.map((l) => `${l.label}=${String(l.value)}`),
      ...a.relations.map((r) => `${r.label}>`),
    ]);
    expect([found, codesOf(problems)]).toEqual([expected, codes]);
    expect(await roundTrip(doccano, layers)).toBe(0);
  });

  it('seq2seq texts are left out where the person says that they are texts', async (ctx) => {
    const file = peerFile(ctx, DOCCANO, `${IMPORT}/seq2seq/example.jsonl`);
    const { layers, problems } = await readPeer(doccano, file, { strings: 'texts' });
    expect(layers.flatMap((a) => a.documentLabels)).toEqual([]);
    expect(codesOf(problems)).toEqual({ 'doccano/text': 1, 'record/no-text': 2 });
  });

  it.for([
    [`${IMPORT}/example.utf16.csv`, ['AAA Positive', 'BBB Positive', 'CCC Negative'], {}],
    [
      `${IMPORT}/text_classification/example.csv`,
      ['exampleA positive', 'exampleB '],
      { 'record/no-text': 2 },
    ],
    [
      `${IMPORT}/text_classification/example_out_of_order_columns.csv`,
      ['exampleA positive', 'exampleB '],
      { 'record/no-text': 1 },
    ],
    [`${IMPORT}/text_classification/example.invalid.2.csv`, [], { 'csv/cells': 1 }],
  ] as const)('%s as a table', async ([path, expected, codes], ctx) => {
    const { layers, problems } = await readPeer(csv, peerFile(ctx, DOCCANO, path));
    const found = layers.map((a) => `${a.text} ${a.documentLabels.map((l) => l.label).join()}`);
    if (expected.length > 0) expect(found).toEqual(expected);
    expect(codesOf(problems)).toEqual(codes);
  });
});
