import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format, FormatWriter, Piece } from '../../../../server/src/core/formats/format.ts';
import { FORMATS } from '../../../../server/src/core/formats/registry.ts';
import { anyDataset } from './datasetArbitraries.ts';

const SCHEMA = { labels: [], relations: [], documentLabels: [], attributes: [] };

/** Any choice of a format's options. */
function anyOptions(format: Format): fc.Arbitrary<ReadonlyMap<string, string>> {
  const values = format.options.map((o) => fc.constantFrom(...(o.values ?? [o.byDefault])));
  return fc
    .tuple(...values)
    .map((chosen) => new Map(format.options.map((o, i) => [o.name, chosen[i] ?? o.byDefault])));
}

function openedWriter(format: Format, options: ReadonlyMap<string, string>): FormatWriter | undefined {
  return format.open?.({ name: 'data', align: 'strict', schema: SCHEMA, options });
}

/** The files that pieces make. */
function filesOf(pieces: readonly Piece[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, content } of pieces) {
    const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    files.set(file, (files.get(file) ?? '') + text);
  }
  return files;
}

/** True where a new writer in the midst of a dataset changes nothing in the files. */
function goesOn(format: Format, runs: number): boolean {
  return !fc.check(
    fc.property(anyDataset(), anyOptions(format), fc.nat(), (articles, options, at) => {
      const pieces = (writer: FormatWriter | undefined, from: number, to: number) =>
        articles.slice(from, to).flatMap((article) => writer?.add(article).pieces ?? []);
      const whole = openedWriter(format, options);
      const all = [...pieces(whole, 0, articles.length), ...(whole?.end().pieces ?? [])];
      const cut = at % (articles.length + 1);
      const second = openedWriter(format, options);
      const parts = [
        ...pieces(openedWriter(format, options), 0, cut),
        ...pieces(second, cut, articles.length),
        ...(second?.end().pieces ?? []),
      ];
      expect(filesOf(parts)).toEqual(filesOf(all));
    }),
    { numRuns: runs },
  ).failed;
}

describe('a format that says that articles do not depend on those before', () => {
  it.each(FORMATS.filter((f) => f.independent).map((f) => [f.name, f] as const))(
    '%s is written the same by a new writer in its midst',
    (_name, format) => {
      expect(goesOn(format, 200)).toBe(true);
    },
  );
});
