import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../../../server/src/core/formats/dataset.ts';
import { FORMATS } from '../../../../server/src/core/formats/registry.ts';
import { writeDataset } from '../../../property/core/formats/roundTrip.ts';

const OURS = ['spacy', 'spacy-doc', 'prodigy', 'doccano', 'label-studio', 'csv'];

function article(spans: number): DatasetArticle {
  const text = 'Warga Bandung datang sejak sore. '.repeat(400);
  return {
    path: 'a.txt',
    text,
    language: 'id',
    spans: Array.from({ length: spans }, (_, i) => ({
      id: `s${i}`,
      label: 'GPE',
      start: 33 * i + 6,
      end: 33 * i + 13,
      attributes: new Map(),
    })),
    relations: [],
    documentLabels: [],
  };
}

describe.each(OURS)('%s', (name) => {
  it.each([0, 1, 300])('is recognised by its beginning, however long the article, with %i spans', (spans) => {
    const format = FORMATS.find((f) => f.name === name);
    if (!format) throw new Error(`there is no ${name}`);
    for (const [file, bytes] of writeDataset(format, [article(spans)]).files) {
      if (!/\.(?:jsonl?|csv)$/.test(file)) continue;
      const head = new TextDecoder().decode(bytes).slice(0, 4096);
      const by = FORMATS.map((f) => [f.name, f.recognise(file, head)] as const).sort((a, b) => b[1] - a[1]);
      expect(by[0]?.[0], JSON.stringify(by.slice(0, 4))).toBe(name);
      expect(by[0]?.[1]).toBeGreaterThan(by[1]?.[1] ?? 0);
    }
  });
});
