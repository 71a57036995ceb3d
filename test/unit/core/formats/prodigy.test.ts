import { describe, expect, it } from 'vitest';
import { prodigy } from '../../../../server/src/core/formats/prodigy.ts';
import { writeDataset } from '../../../property/core/formats/roundTrip.ts';
import { asLines, readText } from '../../../support/readText.ts';

const text = 'Pasar 😀 Bandung dibuka Ani';
const tokens = [
  { text: 'Pasar', start: 0, end: 5, id: 0, ws: true },
  { text: '😀', start: 6, end: 7, id: 1, ws: true },
  { text: 'Bandung', start: 8, end: 15, id: 2, ws: true },
  { text: 'dibuka', start: 16, end: 22, id: 3, ws: true },
  { text: 'Ani', start: 23, end: 26, id: 4, ws: false },
];

describe('reading Prodigy', () => {
  it('takes spans by characters or by tokens, with the words that the tokens say', async () => {
    const spans = [
      { start: 8, end: 15, label: 'GPE' },
      { token_start: 0, token_end: 2, label: 'FAC' },
    ];
    const read = await readText(prodigy, asLines({ text, tokens, spans, _annotator_id: 'ani' }));
    expect(read).toMatchObject({
      spans: ['FAC Pasar 😀 Bandung', 'GPE Bandung'],
      annotators: ['ani'],
      problems: [],
    });
    expect(read.articles[0]?.spans[0]?.parts).toEqual([{ start: 8, end: 15, quote: 'Bandung' }]);
  });

  it('leaves out what was not accepted and tells how much, and reads it where asked', async () => {
    const span = { start: 0, end: 5, label: 'FAC' };
    const file = asLines(
      { text, spans: [span], answer: 'reject' },
      { text, spans: [span], answer: 'ignore' },
      { text, spans: [span, { ...span, label: 'ORG', answer: 'reject' }], answer: 'accept' },
      { text, spans: [span], answer: 'reject' },
    );
    const read = await readText(prodigy, file);
    expect(read.spans).toEqual(['FAC Pasar']);
    expect(read.problems).toEqual([
      'information prodigy/answer:3',
      'information prodigy/answer:1',
      'information prodigy/answer:2',
    ]);
    expect((await readText(prodigy, file, { answers: 'all' })).spans).toHaveLength(4);
  });

  it('ties relations to spans by places, by tokens, and makes spans of bare tokens', async () => {
    const spans = [
      { start: 8, end: 15, token_start: 2, token_end: 2, label: 'GPE' },
      { start: 23, end: 26, token_start: 4, token_end: 4, label: 'PER' },
    ];
    const relations = [
      { head: 4, child: 2, head_span: spans[1], child_span: spans[0], label: 'in' },
      { head: 4, child: 2, label: 'near' },
      { head: 4, child: 3, label: 'did' },
      { head: 4, child: 99, label: 'lost' },
    ];
    const read = await readText(prodigy, asLines({ text, tokens, spans, relations }));
    expect(read.relations).toEqual(['in PER GPE', 'near PER GPE', 'did PER TOKEN']);
    expect(read.problems).toEqual(['warning record/relation:1']);
  });

  it('takes a chosen Wikidata id for the entity of the span, and other choices for labels of the article', async () => {
    const spans = [{ start: 8, end: 15, label: 'GPE', text: 'Bandung' }];
    const options = [{ id: 'Q10389' }, { id: 'NIL_other', text: 'None of these' }];
    const linked = { text, spans, options, accept: ['Q10389'], _view_id: 'choice', answer: 'accept' };
    const nil = { ...linked, accept: ['NIL_other'] };
    const chosen = { text, options: [{ id: 'sport' }, { id: 2 }], accept: ['sport', 2], answer: 'accept' };
    const read = await readText(prodigy, asLines(linked, nil, chosen));
    expect(read.spans).toEqual(['GPE Bandung →Q10389', 'GPE Bandung']);
    expect(read.labels).toEqual(['sport=true', '2=true']);
  });

  it('takes a rejected class for one that the article has not', async () => {
    const read = await readText(
      prodigy,
      asLines({ text, label: 'SPORT', answer: 'reject' }, { text, label: 'SPORT', answer: 'accept' }),
    );
    expect(read.labels).toEqual(['SPORT=false', 'SPORT=true']);
  });

  it('tells of bad spans, missing texts and other shapes, with their lines', async () => {
    const bad = [
      { start: 5, end: 0, label: 'A' },
      { start: 0, end: 1e9, label: 'B' },
      { start: '0', end: 5, label: 'C' },
      { start: 0, end: 5 },
      { start: 0, end: 5, label: 'FAC' },
    ];
    const file = `${asLines({ text, spans: bad }, { html: '<b>' }, [1])}{"text":"cut`;
    const read = await readText(prodigy, file);
    expect(read.spans).toEqual(['FAC Pasar']);
    expect(read.problems).toEqual([
      'warning record/offsets:1',
      'warning record/offsets:1',
      'warning record/offsets:1',
      'warning record/label:1',
      'warning record/no-text:2',
      'error record/shape:3',
      'error json/syntax:4',
    ]);
  });

  it('writes tokens with the blanks that make up the text, and relations by the last tokens of spans', () => {
    const span = { attributes: new Map(), start: 0, end: 5 };
    const article = {
      path: 'a.txt',
      text: 'Pasar  baru\n😀',
      language: 'id',
      annotator: 'ani',
      spans: [
        { ...span, id: 's0', label: 'FAC' },
        { ...span, id: 's1', label: 'GPE', start: 7, end: 11 },
      ],
      relations: [{ id: 'r0', label: 'is', from: 's0', to: 's1', attributes: new Map() }],
      documentLabels: [{ id: 'd0', label: 'topic', value: 'economy' }],
    };
    const file = writeDataset(prodigy, [article]).files.get('data.jsonl');
    const task = JSON.parse(new TextDecoder().decode(file)) as Record<string, unknown>;
    expect(task.tokens).toEqual([
      { text: 'Pasar', start: 0, end: 5, id: 0, ws: true },
      { text: ' ', start: 6, end: 7, id: 1, ws: false },
      { text: 'baru', start: 7, end: 11, id: 2, ws: false },
      { text: '\n', start: 11, end: 12, id: 3, ws: false },
      { text: '😀', start: 12, end: 13, id: 4, ws: false },
    ]);
    expect(task).toMatchObject({
      answer: 'accept',
      accept: ['topic=economy'],
      _annotator_id: 'ani',
      meta: { path: 'a.txt', language: 'id', annotator: 'ani' },
      relations: [{ head: 0, child: 2, label: 'is' }],
    });
  });
});
