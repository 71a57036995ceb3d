import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../server/src/core/formats/csv.ts';
import { doccano } from '../../../../server/src/core/formats/doccano.ts';
import { labelStudio } from '../../../../server/src/core/formats/labelStudio.ts';
import { placeRead } from '../../../../server/src/core/formats/offsets/placeRead.ts';
import { prodigy } from '../../../../server/src/core/formats/prodigy.ts';
import { spacy, spacyDoc } from '../../../../server/src/core/formats/spacy.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { readDataset, writeDataset } from './roundTrip.ts';

const FORMATS = [spacy, spacyDoc, prodigy, doccano, labelStudio, csv];

/** Values that stand where others should. */
const oddValue = fc.constantFrom<unknown>(
  null,
  -1,
  1.5,
  1e308,
  '',
  'x',
  [],
  [[]],
  [null],
  [[0, 1, 'X']],
  [[1, 0, 'X']],
  {},
  { start: 0, end: 1, label: 'X' },
  { start: '0', end: {} },
  true,
  JSON.parse('{"__proto__":{"a":1},"constructor":[]}') as unknown,
);

/** Puts odd values at some places of a value. */
function spoilt(value: unknown, odd: readonly unknown[], at: { n: number }): unknown {
  if (at.n++ % 5 === odd.length % 5 && odd.length > 0) return odd[at.n % odd.length];
  if (Array.isArray(value)) return value.map((v) => spoilt(v, odd, at));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoilt(v, odd, at)]));
}

async function readAll(format: (typeof FORMATS)[number], content: string): Promise<void> {
  const files = new Map([[`f${format.endings[0]}`, new TextEncoder().encode(content)]]);
  const { articles, problems } = await readDataset(format, files);
  for (const problem of problems) expect(problem.message.template).not.toBe('');
  for (const article of articles) {
    const ids = [...article.spans, ...article.relations, ...article.documentLabels].map((a) => a.id);
    expect(new Set(ids).size).toBe(ids.length);
    placeRead(article, article.text === undefined ? '' : undefined);
  }
}

describe.each(FORMATS.map((f) => [f.name, f] as const))('%s', (_, format) => {
  it('reads any values, and files of which pieces were changed, without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), fc.array(oddValue, { maxLength: 9 }), async (articles, odd) => {
        for (const [name, bytes] of writeDataset(format, articles).files) {
          if (name.endsWith('.xml')) continue;
          const text = new TextDecoder().decode(bytes);
          const lines = text.split('\n').map((line) => {
            try {
              return JSON.stringify(spoilt(JSON.parse(line), odd, { n: 0 }));
            } catch {
              return line;
            }
          });
          await readAll(format, lines.join('\n'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads files that were cut anywhere, or that are something else, without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDataset(),
        fc.nat(4000),
        fc.oneof(fc.json(), fc.string(), fc.constantFrom('[', '"', '{"text":"a","spans":{}}', '[["a",{}]')),
        async (articles, cut, other) => {
          const [text] = [...writeDataset(format, articles).files.values()].map((b) =>
            new TextDecoder().decode(b),
          );
          await readAll(format, (text ?? '').slice(0, cut));
          await readAll(format, other);
        },
      ),
      { numRuns: 100 },
    );
  });
});
