import type { AttributeValue } from '../../annotations/model.ts';
import type { DatasetArticle } from '../dataset.ts';
import { xmlCharacters } from '../xml/writeXml.ts';
import type { Cas, FeatureValue, Structure } from './cas.ts';
import {
  CAS_META_DATA,
  DOCUMENT_LABEL,
  DOCUMENT_META_DATA,
  FROM,
  NO_LANGUAGE,
  type OwnLayers,
  ownTypes,
  TO,
} from './ownTypes.ts';
import { TypeSystem } from './types.ts';

/** Id of the only sofa of a CAS that is written. */
const SOFA_ID = 1;

/** An article as a CAS of one view; `layers` are the types that its annotations get. */
export function articleCas(article: DatasetArticle, layers: OwnLayers): Cas {
  const { text } = article;
  const ids = new Map<string, number>();
  const structures: Structure[] = [];
  let last = SOFA_ID;
  const add = (type: string, features: readonly (readonly [string, FeatureValue] | undefined)[]): void => {
    const id = ++last;
    const own: (readonly [string, FeatureValue])[] = [['sofa', { kind: 'reference', id: SOFA_ID }]];
    for (const feature of features) if (feature) own.push(feature);
    structures.push({ id, type, line: 0, features: new Map(own) });
  };
  add(DOCUMENT_META_DATA, [
    number('begin', 0),
    number('end', text.length),
    string('language', article.language === 'und' ? NO_LANGUAGE : article.language),
    string('documentTitle', article.path),
    string('documentId', article.path),
  ]);
  if (article.annotator !== undefined)
    add(CAS_META_DATA, [string('sourceDocumentName', article.path), string('username', article.annotator)]);
  // Ids come first: a relation may stand before the one that it leads to.
  for (const [i, item] of [...article.spans, ...article.relations].entries()) ids.set(item.id, last + 1 + i);
  for (const one of article.spans)
    add(layers.span.type, [
      number('begin', one.start),
      number('end', one.end),
      string(layers.span.labelFeature, one.label),
      string('identifier', one.entity),
      string('note', one.note),
      attributesFeature(one.attributes),
      string('parts', one.parts?.map((p) => `${p.start}-${p.end}`).join(' ')),
      layers.ids ? idFeature(one.id) : undefined,
    ]);
  const places = placesOf(article);
  for (const one of article.relations) {
    const place = places(one.id);
    add(layers.relation.type, [
      number('begin', place.start),
      number('end', place.end),
      reference(FROM, ids.get(one.from)),
      reference(TO, ids.get(one.to)),
      string(layers.relation.labelFeature, one.label),
      string('note', one.note),
      attributesFeature(one.attributes),
      layers.ids ? idFeature(one.id) : undefined,
    ]);
  }
  for (const one of article.documentLabels) {
    const { value, type } = plainValue(one.value);
    add(DOCUMENT_LABEL, [
      string('label', one.label),
      string('value', value),
      string('valueType', type),
      string('note', one.note),
      idFeature(one.id),
    ]);
  }
  return {
    types: new TypeSystem(ownTypes(layers)),
    sofas: [{ id: SOFA_ID, name: '_InitialView', text, line: 0 }],
    structures,
    views: [{ sofa: SOFA_ID, members: structures.map((s) => s.id) }],
  };
}

function number(name: string, value: number): readonly [string, FeatureValue] {
  return [name, { kind: 'value', value }];
}

function string(name: string, value: string | undefined): readonly [string, FeatureValue] | undefined {
  return value === undefined ? undefined : [name, { kind: 'value', value }];
}

function reference(name: string, id: number | undefined): readonly [string, FeatureValue] | undefined {
  return id === undefined ? undefined : [name, { kind: 'reference', id }];
}

/** An id that XML cannot hold is of no use in any file: the reader gives another. */
function idFeature(id: string): readonly [string, FeatureValue] | undefined {
  return xmlCharacters(id) === id ? string('id', id) : undefined;
}

function attributesFeature(
  attributes: ReadonlyMap<string, AttributeValue>,
): readonly [string, FeatureValue] | undefined {
  return attributes.size === 0 ? undefined : string('attributes', attributesJson(attributes));
}

/** Attributes as one JSON object, in which no character is left that XML could not hold. */
export function attributesJson(attributes: ReadonlyMap<string, AttributeValue>): string {
  return `{${[...attributes].map(([name, value]) => `${json(name)}:${json(value)}`).join(',')}}`;
}

/** JSON escapes control characters and half characters by itself. */
function json(value: AttributeValue): string {
  return JSON.stringify(value).replace(/[\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}

/** A value as text, and what it was where it was no text; `readPlainValue` reads it. */
function plainValue(value: AttributeValue): { value: string; type?: string } {
  if (typeof value === 'string') return { value };
  if (typeof value === 'object') return { value: json(value), type: 'list' };
  return { value: String(value), type: typeof value };
}

/** Where a relation is put: at the place of what it leads to, as INCEpTION does. */
function placesOf(article: DatasetArticle): (id: string) => { start: number; end: number } {
  const spans = new Map(article.spans.map((s) => [s.id, s]));
  const relations = new Map(article.relations.map((r) => [r.id, r]));
  return (id) => {
    const seen = new Set<string>();
    for (let at = id; !seen.has(at); ) {
      seen.add(at);
      const span = spans.get(at);
      if (span) return span;
      at = relations.get(at)?.to ?? at;
    }
    return { start: 0, end: 0 };
  };
}
