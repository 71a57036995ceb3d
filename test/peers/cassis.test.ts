import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributesJson } from '../../server/src/core/formats/cas/articleCas.ts';
import { OWN_LAYERS } from '../../server/src/core/formats/cas/ownTypes.ts';
import { casJson } from '../../server/src/core/formats/casJson.ts';
import { type DatasetArticle, partsOf } from '../../server/src/core/formats/dataset.ts';
import { xmi } from '../../server/src/core/formats/xmi.ts';
import { anyArticle } from '../property/core/formats/datasetArbitraries.ts';
import { writeDataset } from '../property/core/formats/roundTrip.ts';
import { asCassisReads, type CassisCas, type CassisView, whyNoCassis } from '../support/cassisReader.ts';

const reason = whyNoCassis();
const articles = fc.sample(anyArticle(), { seed: 6, numRuns: 150 });

describe(`dkpro-cassis reads what is written${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it.skipIf(reason).each([...OWN_LAYERS.keys()])('CAS JSON, layers %s', (layers) => {
    const files = articles.map((a) => {
      const written = writeDataset(casJson, [a], { options: { layers } });
      return { json: Buffer.from([...written.files.values()][0] ?? []).toString() };
    });
    const read = asCassisReads(files);
    for (const [i, article] of articles.entries())
      expect(summaryOfRead(read[i]), article.text).toEqual(summaryOf(article, layers));
  });

  it.skipIf(reason).each([...OWN_LAYERS.keys()])('XMI, layers %s', (layers) => {
    const written = articles.map((a) => writeDataset(xmi, [a], { options: { layers } }));
    const read = asCassisReads(
      written.map(({ files }) => {
        const text = (ending: string) =>
          Buffer.from([...files].find(([name]) => name.endsWith(ending))?.[1] ?? []).toString();
        return { xmi: text('.xmi'), types: [text('/TypeSystem.xml')] };
      }),
    );
    for (const [i, article] of articles.entries()) {
      const losses = written[i]?.losses.map((l) => l.loss) ?? [];
      const text = losses.find((l) => l.kind === 'article')?.now.text ?? article.text;
      expect(losses.every((l) => l.kind === 'article')).toBe(true);
      expect(summaryOfRead(read[i]), article.text).toEqual(summaryOf({ ...article, text }, layers));
    }
  });
});

/** What cassis must find: places in code points, the words that Python's slices give. */
function summaryOf(article: DatasetArticle, layers: string) {
  const { span, relation, ids } = OWN_LAYERS.get(layers) ?? {};
  if (!span || !relation) throw new Error(`no layers ${layers}`);
  const points = (offset: number) => [...article.text.slice(0, offset)].length;
  const json = (attributes: DatasetArticle['spans'][number]['attributes']) =>
    attributes.size === 0 ? {} : { attributes: attributesJson(attributes) };
  const given = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });
  const spans = new Map(
    article.spans.map((s) => [
      s.id,
      {
        type: span.type,
        place: [points(s.start), points(s.end)],
        words: article.text.slice(s.start, s.end),
        features: {
          [span.labelFeature]: s.label,
          ...given('id', ids ? s.id : undefined),
          ...given('identifier', s.entity),
          ...given('note', s.note),
          ...given(
            'parts',
            s.parts &&
              partsOf(s)
                .map((p) => `${p.start}-${p.end}`)
                .join(' '),
          ),
          ...json(s.attributes),
        },
      },
    ]),
  );
  const labels = new Map(article.relations.map((r) => [r.id, r.label]));
  /** What stands at an end of a relation: a span's place, a relation's label. */
  const endOf = (id: string) => spans.get(id)?.place ?? labels.get(id);
  const relations = article.relations.map((r) => ({
    type: relation.type,
    ends: [endOf(r.from), endOf(r.to)],
    features: {
      [relation.labelFeature]: r.label,
      ...given('id', ids ? r.id : undefined),
      ...given('note', r.note),
      ...json(r.attributes),
    },
  }));
  return {
    text: article.text,
    about: {
      documentId: article.path,
      documentTitle: article.path,
      language: article.language === 'und' ? 'x-unspecified' : article.language,
    },
    annotator: article.annotator,
    spans: sorted([...spans.values()]),
    relations: sorted(relations),
    labels: sorted(
      article.documentLabels.map((d) => ({ label: d.label, id: d.id, ...given('note', d.note) })),
    ),
  };
}

function summaryOfRead(cas: CassisCas | undefined) {
  if (!cas || 'failed' in cas) throw new Error(cas?.failed ?? 'nothing read');
  const [view]: readonly (CassisView | undefined)[] = cas.views;
  if (!view || cas.views.length !== 1) throw new Error('not one view');
  const of = (name: string) => view.structures.filter((s) => s.type.endsWith(name));
  const byId = new Map(view.structures.map((s) => [s.id, s]));
  const endOf = (value: unknown) => {
    const structure = byId.get((value as { ref: number }).ref);
    if (!structure?.features.Governor) return [structure?.begin, structure?.end];
    return structure.features.value ?? structure.features.label;
  };
  const annotations = view.structures.filter((s) => s.begin !== undefined && !s.type.endsWith('MetaData'));
  return {
    text: view.text,
    about: of('DocumentMetaData')[0]?.features,
    annotator: of('CASMetadata')[0]?.features.username,
    spans: sorted(
      annotations
        .filter((s) => !s.features.Governor)
        .map(({ type, begin, end, words, features }) => ({ type, place: [begin, end], words, features })),
    ),
    relations: sorted(
      annotations
        .filter((s) => s.features.Governor)
        .map(({ type, features: { Governor, Dependent, ...features } }) => ({
          type,
          ends: [endOf(Governor), endOf(Dependent)],
          features,
        })),
    ),
    labels: sorted(
      of('PressmarkDocumentLabel').map(({ features: { value: _, valueType: __, ...features } }) => features),
    ),
  };
}

function sorted<T extends object>(items: readonly T[]): T[] {
  const key = (item: T) =>
    JSON.stringify(item, (_, v: unknown) =>
      typeof v === 'object' && v !== null && !Array.isArray(v)
        ? Object.fromEntries(Object.entries(v).sort())
        : v,
    );
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
