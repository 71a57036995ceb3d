import { describe, expect, it } from 'vitest';
import { doccano } from '../../../../server/src/core/formats/doccano.ts';
import { writeDataset } from '../../../property/core/formats/roundTrip.ts';
import { asLines, readText } from '../../../support/readText.ts';

const text = 'Pasar 😀 Bandung';

describe('reading doccano', () => {
  it('counts UTF-16 units as its editor does, says so where it matters, and code points where asked', async () => {
    const read = await readText(doccano, asLines({ text, label: [[9, 16, 'GPE']] }));
    expect([read.spans, read.problems]).toEqual([['GPE Bandung'], ['information doccano/offsets:1']]);
    const inCodePoints = asLines({ text, label: [[8, 15, 'GPE']] });
    expect((await readText(doccano, inCodePoints, { offsets: 'codePoints' })).spans).toEqual(['GPE Bandung']);
    expect((await readText(doccano, asLines({ text: 'Bandung', label: [[0, 7, 'GPE']] }))).problems).toEqual(
      [],
    );
  });

  it('reads every shape of its exports', async () => {
    const file = asLines(
      {
        id: 4,
        text: 'Ani di Bandung',
        entities: [
          { id: 11, label: 'PER', start_offset: 0, end_offset: 3 },
          { id: 12, label: 'GPE', start_offset: 7, end_offset: 14 },
        ],
        relations: [{ id: 1, from_id: 11, to_id: 12, type: 'in' }],
        Comments: [{ id: 1, comment: 'Sure?' }],
      },
      { id: 5, data: 'Ani', label: ['sport', 'news'], Comments: ['Odd'] },
      { text: 'Ani', labels: ['sport'] },
      { text: 'Ani', cats: ['news'], entities: [[0, 3, 'PER']] },
      { text: 'Ani', label: 'news' },
      { text: 'Ani', annotations: [{ label: 21, start_offset: 0, end_offset: 3, user: 2 }] },
      { text: 'Ani', annotations: [{ label: 7, user: 2 }] },
    );
    const read = await readText(doccano, file);
    expect(read.spans).toEqual(['PER Ani', 'GPE Bandung', 'PER Ani', '21 Ani']);
    expect(read.relations).toEqual(['in PER GPE']);
    expect(read.labels).toEqual([
      'comment="Sure?"',
      'sport=true',
      'news=true',
      'comment="Odd"',
      'sport=true',
      'news=true',
      'news=true',
      '7=true',
    ]);
    expect(read.problems).toEqual([]);
  });

  it('leaves out what people wrote instead of labels, and tells so', async () => {
    const file = asLines({ text, label: ['x'.repeat(101)] });
    expect((await readText(doccano, file)).problems).toContain('warning doccano/text:1');
    const short = await readText(doccano, asLines({ text: 'Halo', label: ['Hello'] }), { strings: 'texts' });
    expect([short.labels, short.problems]).toEqual([[], ['warning doccano/text:1']]);
  });

  it('tells of bad labels, doubled ids, loose relations and missing texts', async () => {
    const entity = { id: 1, label: 'PER', start_offset: 0, end_offset: 3 };
    const file = `${asLines(
      { text: 'Ani', label: [[3, 0, 'X'], [0, 3], [0, 99, 'X'], {}] },
      {
        text: 'Ani',
        entities: [entity, { ...entity, label: 'ORG' }],
        relations: [{ from_id: 1, to_id: 9, type: 'x' }],
      },
      { label: [] },
      'x',
    )}{"text"`;
    const read = await readText(doccano, file);
    expect(read.spans).toEqual(['ORG Ani', 'PER Ani']);
    expect(read.problems).toEqual([
      'warning record/offsets:1',
      'warning doccano/label:1',
      'warning record/offsets:1',
      'warning record/label:1',
      'warning record/duplicate-id:2',
      'warning record/relation:2',
      'warning record/no-text:3',
      'error record/shape:4',
      'error json/syntax:5',
    ]);
  });
});

describe('writing for doccano', () => {
  it('gives entities whole numbers as ids, the same keys in every record, and says what offsets count', () => {
    const span = { attributes: new Map(), start: 9, end: 16 };
    const article = {
      path: 'a.txt',
      text,
      language: 'id',
      spans: [
        { ...span, id: 'x', label: 'FAC', start: 0, end: 5 },
        { ...span, id: 'y', label: 'GPE' },
      ],
      relations: [{ id: 'r', label: 'in', from: 'x', to: 'y', attributes: new Map() }],
      documentLabels: [{ id: 'd', label: 'news', value: true }],
    };
    const bare = { ...article, path: 'b.txt', spans: [], relations: [], documentLabels: [] };
    const read = (options: Record<string, string>) =>
      new TextDecoder()
        .decode(writeDataset(doccano, [article, bare], { options }).files.get('data.jsonl'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const [first, second] = read({});
    expect(first).toEqual({
      text,
      entities: [
        { id: 1, label: 'FAC', start_offset: 0, end_offset: 5 },
        { id: 2, label: 'GPE', start_offset: 9, end_offset: 16 },
      ],
      relations: [{ id: 1, from_id: 1, to_id: 2, type: 'in' }],
      cats: ['news'],
      meta: { path: 'a.txt', language: 'id', offsets: 'utf16' },
    });
    expect(Object.keys(second ?? {})).toEqual(Object.keys(first ?? {}));
    expect(read({ shape: 'label', offsets: 'codePoints' })[0]).toMatchObject({
      label: [
        [0, 5, 'FAC'],
        [8, 15, 'GPE'],
      ],
    });
  });
});
