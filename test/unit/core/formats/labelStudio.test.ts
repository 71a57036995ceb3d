import { describe, expect, it } from 'vitest';
import { labelStudio } from '../../../../server/src/core/formats/labelStudio.ts';
import { parseXml } from '../../../../server/src/core/formats/xml/parseXml.ts';
import { writeDataset } from '../../../property/core/formats/roundTrip.ts';
import { asLines, readText } from '../../../support/readText.ts';

const text = '😀 Ani di Bandung';
const region = (id: string, start: number, end: number, label: string, more: object = {}) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: [...text].slice(start, end).join(''), labels: [label] },
  ...more,
});
const person = region('a', 2, 5, 'PER');
const place = region('b', 9, 16, 'GPE');

describe('reading Label Studio', () => {
  it('reads what several people said of a task, their notes, relations and choices', async () => {
    const result = [
      { ...person, meta: { text: ['Sure?', 'Yes'] } },
      place,
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['in'], notes: 'weak' },
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: ['has'] },
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'bi' },
      {
        id: 'a',
        from_name: 'gender',
        to_name: 'text',
        type: 'choices',
        value: { start: 2, end: 5, choices: ['f'] },
      },
      {
        id: 'c',
        from_name: 'topic',
        to_name: 'text',
        type: 'choices',
        value: { choices: ['news', 'sport'] },
      },
      { id: 'd', from_name: 'summary', to_name: 'text', type: 'textarea', value: { text: ['Ani there'] } },
      { id: 'e', from_name: 'stars', to_name: 'text', type: 'rating', value: { rating: 3 } },
    ];
    const annotations = [
      { completed_by: { id: 3, email: 'ani@example.org' }, result },
      { completed_by: 4, result: [place], ground_truth: true },
      { completed_by: 5, result: [person] },
      { completed_by: 6, result: [person], was_cancelled: true },
    ];
    const read = await readText(
      labelStudio,
      JSON.stringify([
        { id: 9, data: { text }, annotations, predictions: [{ result: [] }], drafts: [{ result: [person] }] },
      ]),
    );
    expect(read.annotators).toEqual(['ani@example.org', 'gold', '5']);
    expect(read.names).toEqual(['9', '9', '9']);
    expect(read.spans).toEqual(['PER Ani gender=f #Sure?\nYes', 'GPE Bandung', 'GPE Bandung', 'PER Ani']);
    expect(read.relations).toEqual(['in PER GPE #weak', 'has GPE PER', 'relation PER GPE direction=bi']);
    expect(read.labels).toEqual(['topic=["news","sport"]', 'summary="Ani there"', 'stars=3']);
    expect(read.problems).toEqual([
      'information label-studio/predictions:-',
      'information label-studio/cancelled:-',
      'information label-studio/drafts:-',
    ]);
  });

  it('tells code points from the UTF-16 units of older versions by the words of regions', async () => {
    const old = [place, person].map((r) => ({
      ...r,
      value: { ...r.value, start: r.value.start + 1, end: r.value.end + 1 },
    }));
    const file = JSON.stringify([{ data: { text }, completions: [{ result: old }] }]);
    expect((await readText(labelStudio, file)).spans).toEqual(['PER Ani', 'GPE Bandung']);
  });

  it('reads predictions of tasks that nobody annotated, all, or none', async () => {
    const predictions = [{ model_version: 'bert', result: [person] }];
    const file = asLines(
      { data: { text }, predictions },
      { data: { text }, annotations: [{ result: [] }], predictions },
    );
    expect((await readText(labelStudio, file)).annotators).toEqual(['bert', undefined]);
    expect((await readText(labelStudio, file, { predictions: 'all' })).annotators).toEqual([
      'bert',
      undefined,
      'bert',
    ]);
    expect((await readText(labelStudio, file, { predictions: 'none' })).annotators).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('reads the short export, and tells what may be choices or data', async () => {
    const record = {
      text,
      id: 3,
      title: 'Market',
      ner: [{ start: 2, end: 5, text: 'Ani', labels: ['PER'] }],
      topic: { choices: ['news', 'sport'] },
      annotator: 1,
      annotation_id: 8,
      created_at: '2026-01-01',
      lead_time: 3.1,
    };
    const read = await readText(labelStudio, JSON.stringify([record]));
    expect([read.spans, read.labels, read.annotators, read.names]).toEqual([
      ['PER Ani'],
      ['topic=["news","sport"]'],
      ['1'],
      ['3'],
    ]);
    expect(read.problems).toEqual(['information label-studio/keys:-']);
  });

  it('reads HTML regions only where there is no HTML, several labels of a region as several spans', async () => {
    const xpath = {
      start: '/text()[1]',
      end: '/text()[1]',
      startOffset: 2,
      endOffset: 5,
      globalOffsets: { start: 2, end: 5 },
    };
    const html = {
      ...person,
      type: 'hypertextlabels',
      value: { ...xpath, hypertextlabels: ['PER', 'NORP'] },
    };
    const tasks = [text, `<p>${text}</p>`].map((t) => ({
      data: { body: t },
      annotations: [{ result: [html] }],
    }));
    const read = await readText(labelStudio, JSON.stringify(tasks));
    expect([read.spans, read.problems]).toEqual([['NORP Ani', 'PER Ani'], ['warning label-studio/markup:1']]);
  });

  it('tells of what it cannot use', async () => {
    const result = [
      region('a', 5, 2, 'X'),
      { ...person, value: { start: 2, end: 5 } },
      place,
      place,
      { type: 'relation', from_id: 'b', to_id: 'zz', labels: ['in'] },
      { id: 'q', from_name: 'box', type: 'rectanglelabels', value: { x: 1, rectanglelabels: ['Car'] } },
      null,
    ];
    const tasks = [
      { data: { text }, annotations: [{ result }] },
      { data: { image: 'https://example.org/a.png' } },
    ];
    const read = await readText(labelStudio, `${JSON.stringify(tasks[0])}\n${asLines(tasks[1], 'x')}`);
    expect(read.spans).toEqual(['GPE Bandung', 'GPE Bandung']);
    expect(read.problems).toEqual([
      'warning record/offsets:1',
      'warning record/label:1',
      'warning label-studio/kind:1',
      'warning record/relation:1',
      'warning record/no-text:2',
      'error record/shape:3',
    ]);
    const cut = await readText(labelStudio, JSON.stringify(tasks, null, 1).slice(0, 900));
    expect(cut.problems.at(-1)).toMatch(/^error json\/syntax:/);
  });
});

describe('writing for Label Studio', () => {
  const layer = {
    path: 'a.txt',
    text,
    language: 'id',
    spans: [{ id: 's 0', label: 'A&"<B>', start: 3, end: 6, attributes: new Map(), note: 'Sure?' }],
    relations: [],
    documentLabels: [{ id: 'd', label: 'topic', value: 'news' }],
  };

  it('puts layers of one article into one task, gold as ground truth, and a configuration beside it', () => {
    const layers = ['ani', 'gold'].map((annotator) => ({ ...layer, annotator }));
    const schema = {
      labels: ['PER'],
      relations: [{ name: 'in', from: [], to: [] }],
      documentLabels: [{ name: 'topic', values: ['sport'] }],
      attributes: [],
    };
    const { files } = writeDataset(labelStudio, [...layers, { ...layer, path: 'b.txt' }], { schema });
    const tasks = JSON.parse(new TextDecoder().decode(files.get('data.json'))) as Record<string, unknown>[];
    expect(tasks).toHaveLength(2);
    expect(tasks[0]).toMatchObject({
      data: { text, path: 'a.txt', language: 'id' },
      annotations: [
        {
          annotator: 'ani',
          result: [
            {
              id: 'region-1',
              from_name: 'label',
              value: { start: 2, end: 5, text: 'Ani' },
              meta: { text: ['Sure?'] },
            },
            { from_name: 'topic', type: 'choices', value: { choices: ['news'] } },
          ],
        },
        { annotator: 'gold', ground_truth: true },
      ],
    });
    const config = new TextDecoder().decode(files.get('data.config.xml'));
    expect(config).toContain('<Label value="A&amp;&quot;&lt;B&gt;"/>');
    for (const part of [
      '<Label value="PER"/>',
      '<Relation value="in"/>',
      '<Choice value="sport"/>',
      '<Choice value="news"/>',
    ])
      expect(config).toContain(part);
    expect(parseXml(files.get('data.config.xml') ?? new Uint8Array())).toMatchObject({ ok: true });
  });

  it('writes a list that is one even where there is nothing', () => {
    const { files } = writeDataset(labelStudio, []);
    expect(new TextDecoder().decode(files.get('data.json'))).toBe('[]\n');
  });
});
