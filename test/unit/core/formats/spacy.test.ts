import { describe, expect, it } from 'vitest';
import { spacy, spacyDoc } from '../../../../server/src/core/formats/spacy.ts';
import { writeDataset } from '../../../property/core/formats/roundTrip.ts';
import { asLines, readText } from '../../../support/readText.ts';

const text = 'Ani 😀 di Bandung';

describe('reading what spaCy is trained with', () => {
  it('reads pairs, as lines and as a list', async () => {
    const pair = [
      text,
      {
        entities: [
          [0, 3, 'PER'],
          [9, 16, 'GPE'],
        ],
        cats: { NEWS: 1, SPORT: 0.0, ODD: 0.25 },
      },
    ];
    for (const file of [asLines(pair), JSON.stringify([pair]), JSON.stringify([pair], null, 2)]) {
      const read = await readText(spacy, file);
      expect(read.spans).toEqual(['PER Ani', 'GPE Bandung']);
      expect(read.labels).toEqual(['NEWS=true', 'SPORT=false', 'ODD=0.25']);
      expect(read.problems).toEqual([]);
    }
  });

  it('reads objects with groups of spans, whose entities are not read twice', async () => {
    const record = {
      text,
      entities: [
        [0, 3, 'PER'],
        [9, 16, 'FAC'],
      ],
      spans: {
        sc: [
          [0, 3, 'PER', 'Q1'],
          [0, 16, 'EVENT'],
        ],
        other: [{ start: 9, end: 16, label: 'GPE', kb_id: '' }],
      },
      links: { '(9, 16)': { Q2: 0.4, Q10389: 0.6 } },
    };
    const read = await readText(spacy, asLines(record));
    expect(read.spans).toEqual([
      'EVENT Ani 😀 di Bandung group=sc',
      'PER Ani →Q1 group=sc',
      'FAC Bandung →Q10389',
      'GPE Bandung →Q10389 group=other',
    ]);
  });

  it('reads documents with what is kept of spans beside them', async () => {
    const doc = {
      text,
      ents: [{ start: 0, end: 3, label: 'PER' }],
      tokens: [{ id: 0, start: 0, end: 3 }],
      sents: [{ start: 0, end: 16 }],
      underscore_span: { sure: [{ start: 0, end: 3, value: true }] },
      _: { source: 'x' },
    };
    const read = await readText(spacyDoc, asLines(doc));
    expect([read.spans, read.problems]).toEqual([['PER Ani sure=true'], ['information spacy/underscore:1']]);
  });

  it('reads the training JSON of version 2, its texts and its tags', async () => {
    const token = (orth: string, ner: string) => ({ orth, ner });
    const tokens = [token('Ani', 'U-PER'), token('Ha', 'B-GPE'), token('Noi', 'L-GPE'), token('!', 'O')];
    const paragraph = {
      raw: '😀 Ani  Ha Noi!',
      sentences: [{ tokens: tokens.slice(0, 2) }, { tokens: tokens.slice(2) }],
      cats: [{ label: 'NEWS', value: 1 }],
    };
    const file = JSON.stringify([{ id: 7, paragraphs: [paragraph, { sentences: [{ tokens }] }] }]);
    const read = await readText(spacy, file);
    expect(read.spans).toEqual(['PER Ani', 'GPE Ha Noi', 'PER Ani', 'GPE Ha Noi']);
    expect([read.names, read.labels]).toEqual([['7-1', '7-2'], ['NEWS=true']]);
    expect(read.articles.map((a) => [a.text, a.textIs])).toEqual([
      ['😀 Ani  Ha Noi!', 'given'],
      ['Ani Ha Noi ! ', 'built'],
    ]);
  });

  it('reads tags beside words, and tells where they do not fit', async () => {
    const tagged = { words: ['Ani', '😀', 'di', 'Bandung'], entities: ['U-PER', 'O', null, 'U-GPE'] };
    const read = await readText(
      spacy,
      asLines(
        { text, ...tagged },
        { text, ...tagged, words: ['Ani'] },
        { text, ...tagged, words: ['Ani', 'x', 'di', 'B'] },
      ),
    );
    expect(read.spans).toEqual(['PER Ani', 'GPE Bandung', 'PER Ani']);
    expect(read.problems).toEqual(['warning spacy/tags:2', 'warning spacy/tags:3']);
  });

  it('tells of what is no entity, no text and no record', async () => {
    const file = asLines(
      {
        text,
        entities: [
          [0, 3],
          [3, 0, 'X'],
          [0, 3, 'PER'],
        ],
      },
      { entities: [] },
      'x',
      ['a', 1],
    );
    const read = await readText(spacy, file);
    expect(read.spans).toEqual(['PER Ani']);
    expect(read.problems).toEqual([
      'warning spacy/entity:1',
      'warning record/offsets:1',
      'warning record/no-text:2',
      'error record/shape:3',
      'error record/shape:4',
    ]);
  });
});

describe('writing for spaCy', () => {
  const span = { attributes: new Map(), id: 's0', label: 'PER', start: 0, end: 2 };
  const article = {
    path: 'a.txt',
    text: 'Ani datang',
    language: 'id',
    spans: [span, { ...span, id: 's1', label: 'X', end: 10 }],
    relations: [{ id: 'r0', label: 'is', from: 's0', to: 's1', attributes: new Map() }],
    documentLabels: [],
  };

  it('puts the longest of overlapping spans into the entities, and all into the group', () => {
    const file = writeDataset(spacy, [article]).files.get('data.jsonl');
    expect(JSON.parse(new TextDecoder().decode(file))).toMatchObject({
      entities: [[0, 10, 'X']],
      spans: {
        sc: [
          [0, 2, 'PER'],
          [0, 10, 'X'],
        ],
      },
    });
  });

  it('tells of spans that cut tokens, and of relations that hang on them', () => {
    const strict = writeDataset(spacyDoc, [article], { align: 'strict' }).losses.map(({ loss }) => loss);
    expect(strict.map((l) => [l.kind, l.reasons[0]?.code, l.now])).toEqual([
      ['span', 'cuts-token', undefined],
      ['relation', 'end-dropped', undefined],
    ]);
    const [expanded] = writeDataset(spacyDoc, [article], { align: 'expand' }).losses;
    expect(expanded?.loss).toMatchObject({ kind: 'span', now: { start: 0, end: 3 } });
  });
});
