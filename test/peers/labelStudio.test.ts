import { describe, expect, it } from 'vitest';
import { labelStudio } from '../../server/src/core/formats/labelStudio.ts';
import { peerFile, readPeer, roundTrip, wordsOf } from '../support/peerRecords.ts';

const LABEL_STUDIO = 'HumanSignal/label-studio';
const EXAMPLE = 'web/libs/editor/src/examples/named_entity';

describe('files of Label Studio', () => {
  it.for([
    [`${EXAMPLE}/annotations/1.json`, undefined, 'one task as an object over many lines, its annotation'],
    [`${EXAMPLE}/tasks.json`, 'model 1', 'a list of tasks, a prediction of a model'],
  ] as const)('%s: by %s (%s)', async ([path, annotator], ctx) => {
    const { layers, problems, placed } = await readPeer(labelStudio, peerFile(ctx, LABEL_STUDIO, path));
    expect(wordsOf(layers)).toEqual(['Date:February 22']);
    expect(layers.map((l) => [l.annotator, l.spans[0]?.start, l.spans[0]?.end])).toEqual([
      [annotator, 343, 354],
    ]);
    expect([problems, placed.flatMap((p) => p.unsure)]).toEqual([[], []]);
    expect(await roundTrip(labelStudio, layers)).toBe(0);
  });
});
