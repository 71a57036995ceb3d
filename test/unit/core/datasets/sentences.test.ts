import { parquetReadObjects } from 'hyparquet/src/index.js';
import { describe, expect, it } from 'vitest';
import { SENTENCE_COLUMNS } from '../../../../server/src/core/datasets/sentenceColumns.ts';
import { sentenceFeatures } from '../../../../server/src/core/datasets/sentenceFeatures.ts';
import { type SentenceFormat, sentenceWriter } from '../../../../server/src/core/datasets/sentenceRows.ts';
import {
  isPositive,
  type JudgedFinding,
  type SentenceRecord,
  sentenceClass,
} from '../../../../server/src/core/datasets/sentences.ts';
import { readTable, unguarded } from '../../../../server/src/core/formats/csv/table.ts';
import type { Lexicon } from '../../../../server/src/core/text/lexicon/lexicon.ts';

const SENTENCE = { start: 10, end: 30 };

function finding(standing: JudgedFinding['standing'], start = 12, end = 14): JudgedFinding {
  return { rule: 'fused/case', severity: 'warning', standing, start, end, why: 'Two words.', numbers: [2] };
}

function classOf(
  findings: readonly JudgedFinding[],
  tags: readonly { label: string; parts: { start: number; end: number }[] }[] = [],
  done = true,
) {
  return sentenceClass(SENTENCE, { findings, tags, done });
}

describe('the class of a sentence', () => {
  it.each([
    ['clean', [], true],
    ['unjudged', [], false],
    ['clean', [finding('open', 30, 40), finding('open', 0, 10)], true],
    ['open', [finding('open')], true],
    ['open', [finding('dismissed'), finding('disputed')], true],
    ['dismissed', [finding('dismissed')], false],
    ['confirmed', [finding('dismissed'), finding('open'), finding('confirmed')], false],
  ] as const)('is %s', (expected, findings, done) => {
    expect(classOf(findings, [], done).class).toBe(expected);
  });

  it('is the label that a person gave, before all findings', () => {
    const tag = { label: 'GARBLED', parts: [{ start: 0, end: 15 }] };
    expect(classOf([finding('dismissed')], [tag])).toMatchObject({
      class: 'GARBLED',
      labels: ['GARBLED'],
      tagged: 0.25,
    });
  });

  it('is, of several labels, the one on most of it; what is tagged twice counts once', () => {
    const tags = [
      { label: 'GARBLED', parts: [{ start: 10, end: 14 }] },
      { label: 'GARBLED', parts: [{ start: 10, end: 14 }] },
      {
        label: 'UNTRANSLATED',
        parts: [
          { start: 10, end: 13 },
          { start: 20, end: 23 },
        ],
      },
    ];
    expect(classOf([], tags)).toMatchObject({
      class: 'UNTRANSLATED',
      labels: ['GARBLED', 'UNTRANSLATED'],
      tagged: 0.3,
    });
  });

  it('does not spread to the next sentence', () => {
    expect(classOf([], [{ label: 'GARBLED', parts: [{ start: 30, end: 40 }] }]).class).toBe('clean');
  });

  it('is positive where a person said that it is bad', () => {
    expect(['GARBLED', 'confirmed', 'dismissed', 'open', 'clean', 'unjudged'].map(isPositive)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

const KNOWN: Readonly<Record<string, readonly string[]>> = { id: ['orang', 'itu'], en: ['house', 'the'] };
const lexicon: Lexicon = {
  key: 'x',
  of: (language) => {
    const words = Object.hasOwn(KNOWN, language) ? KNOWN[language] : undefined;
    return words && { commonness: (word) => (words.includes(word) ? 3 : 0) };
  },
};

describe('the features of a sentence', () => {
  const evidence = { language: 'id', declared: true, identifier: undefined, lexicon };

  it('count characters by code points, and words by what is known of them', () => {
    expect(sentenceFeatures('Orang 😀 itu the xyz 12', [{ start: 0, end: 5 }], evidence)).toEqual({
      language: 'id',
      declared: true,
      identified: null,
      confidence: null,
      eldMargin: null,
      fasttextMargin: null,
      characters: 22,
      words: 4,
      letters: 14 / 22,
      digits: 2 / 22,
      nonAscii: 1 / 22,
      capitals: 1 / 14,
      brokenCharacters: 0,
      longestWord: 5,
      unknownWords: 0.5,
      foreignWords: 0.25,
      marked: 5 / 22,
    });
  });

  it('count broken characters, and say nothing of words in a language that is not known', () => {
    const features = sentenceFeatures('a\ufffdb\u0001\ue000\tc', [], { ...evidence, language: 'xx' });
    expect(features).toMatchObject({ brokenCharacters: 3, unknownWords: null, foreignWords: null });
  });

  it('are numbers for a text of nothing', () => {
    const { unknownWords, ...features } = sentenceFeatures('', [], evidence);
    expect(unknownWords).toBeNull();
    expect(Object.values(features).filter((value) => Number.isNaN(value))).toEqual([]);
  });
});

const RECORD: SentenceRecord = {
  id: 'a b.txt#3',
  article: 'a b.txt',
  start: 3,
  end: 9,
  text: '=Ani, "ya"\u2028',
  class: 'GARBLED',
  labels: ['GARBLED'],
  tagged: 1 / 3,
  findings: [finding('open')],
  features: sentenceFeatures('=Ani', [], { language: 'id', declared: false, identifier: undefined, lexicon }),
};
const CLEAN: SentenceRecord = { ...RECORD, id: 'a b.txt#9', class: 'clean', labels: [], findings: [] };

function written(format: SentenceFormat): Uint8Array {
  const writer = sentenceWriter(format, 'train');
  const pieces = [...writer.add([RECORD]), ...writer.add([]), ...writer.add([CLEAN]), ...writer.end()];
  expect(new Set(pieces.map(({ file }) => file))).toEqual(new Set([`train.${format}`]));
  return new Uint8Array(Buffer.concat(pieces.map(({ content }) => Buffer.from(content))));
}

describe('sentences in files', () => {
  it('are records of the same columns in all formats', async () => {
    const jsonl = Buffer.from(written('jsonl')).toString().trimEnd().split('\n');
    const records = jsonl.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records[0]).toMatchObject({
      id: 'a b.txt#3',
      text: RECORD.text,
      class: 'GARBLED',
      tagged_share: 0.333333,
      rules: ['fused/case'],
      evidence: ['Two words.'],
      evidence_numbers: ['[2]'],
      identified: null,
    });
    expect(Object.keys(records[0] ?? {})).toEqual(SENTENCE_COLUMNS.map(({ name }) => name));

    const bytes = written('parquet');
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
    expect(rows).toEqual(records);

    const [head, ...cells] = [...readTable(Buffer.from(written('csv')).toString(), ',')];
    expect(head?.cells).toEqual(SENTENCE_COLUMNS.map(({ name }) => name));
    expect(cells).toHaveLength(2);
    for (const [i, row] of cells.entries()) {
      const record = records[i] ?? {};
      for (const [at, { name }] of SENTENCE_COLUMNS.entries()) {
        const value = record[name];
        const cell = unguarded(row.cells[at]);
        if (value === null) expect(cell).toBeUndefined();
        else expect(cell).toBe(typeof value === 'object' ? JSON.stringify(value) : String(value));
      }
    }
  });

  it('are a whole file where there are none', async () => {
    for (const format of ['jsonl', 'csv', 'parquet'] as const) {
      const pieces = sentenceWriter(format, 'x').end();
      const bytes = new Uint8Array(Buffer.concat(pieces.map(({ content }) => Buffer.from(content))));
      if (format === 'parquet')
        expect(await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })).toEqual([]);
      if (format === 'csv') expect(Buffer.from(bytes).toString()).toMatch(/^id,article,.*\n$/);
    }
  });
});
