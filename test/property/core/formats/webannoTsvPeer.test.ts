import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureName } from '../../../../server/src/core/formats/webannoTsv/layers.ts';
import { writtenValue } from '../../../../server/src/core/formats/webannoTsv/values.ts';
import { webannoTsv } from '../../../../server/src/core/formats/webannoTsv.ts';
import { type InceptionAnnotation, readAsInception } from '../../../support/inceptionTsv.ts';
import { anyArticle } from './datasetArbitraries.ts';
import { writeDataset } from './roundTrip.ts';
import { anyTsvLabel } from './webannoTsvLabels.ts';

const SPAN = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
const RELATION = 'webanno.custom.Relation';

describe('WebAnno TSV as INCEpTION reads it', () => {
  it('has the text and a line end, every span with its features, and every relation between spans', () => {
    fc.assert(
      fc.property(anyArticle({ label: anyTsvLabel }), (article) => {
        const [file = new Uint8Array()] = writeDataset(webannoTsv, [article]).files.values();
        const cas = readAsInception(Buffer.from(file).toString('utf8'));
        expect(cas.text).toBe(`${article.text}\n`);
        const key = (a: InceptionAnnotation): string => {
          const { value = 'NamedEntity', parts, ...features } = Object.fromEntries(a.features);
          // Where lines cannot say the place it is in `parts`; INCEpTION shows what the lines cover.
          const place = parts === undefined ? `${a.begin}-${a.end}` : parts;
          return JSON.stringify([value, place, Object.entries(features).sort()]);
        };
        const spanKeys = new Map(
          article.spans.map(({ id, label, start, end, parts, note, entity, attributes }) => {
            const place = (parts ?? [{ start, end }]).map((p) => `${p.start}-${p.end}`).join(' ');
            const features: Record<string, string> = {};
            if (note !== undefined) features.note = note;
            if (entity !== undefined) features.identifier = entity;
            for (const [name, value] of attributes)
              features[featureName(name, 'value')] = writtenValue(value);
            return [id, JSON.stringify([label, place, Object.entries(features).sort()])];
          }),
        );
        const found = cas.annotations.filter((a) => a.type === SPAN);
        expect(found.map(key).sort()).toEqual([...spanKeys.values()].sort());
        const relations = cas.annotations.filter((a) => a.type === RELATION);
        expect(
          relations
            .map((r) =>
              [
                r.features.get('value') ?? 'Relation',
                r.governor && key(r.governor),
                r.dependent && key(r.dependent),
              ].join('\n'),
            )
            .sort(),
        ).toEqual(
          article.relations
            .filter((r) => spanKeys.has(r.from) && spanKeys.has(r.to))
            .map((r) => [r.label, spanKeys.get(r.from), spanKeys.get(r.to)].join('\n'))
            .sort(),
        );
      }),
      { numRuns: 1500 },
    );
  });
});
