import type { AttributeValue } from '../../annotations/model.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import {
  type DatasetArticle,
  type DatasetDocumentLabel,
  type DatasetRelation,
  type DatasetSpan,
  partsOf,
} from '../dataset.ts';
import { jsonLine } from '../jsonLines.ts';
import { encoded, entityIri, NAMESPACE, PREFIX } from './iri.ts';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** On a body: the attribute, or the document label, whose value it is. */
export const ATTRIBUTE = `${PREFIX}:attribute`;
/** On such a body: the value as JSON, where it is no string. */
export const JSON_VALUE = `${PREFIX}:json`;

/** Characters before and after the words, as in sidecars. */
const AROUND = 32;

/**
 * An article's annotations as one Annotation Collection, an annotation a line. `text` is the text as it is written
 * beside, `source` that file's IRI, relative to this one.
 */
export function annotationCollection(article: DatasetArticle, text: string, source: string): string {
  const targets = new Targets(text, source);
  const items = [
    ...article.spans.map((s) => spanItem(s, targets)),
    ...article.relations.map(relationItem),
    ...article.documentLabels.map((l) => documentItem(l, source)),
  ];
  const head = {
    '@context': [CONTEXT, { [PREFIX]: NAMESPACE }],
    id: '#/collection',
    type: 'AnnotationCollection',
    label: article.path,
    language: article.language,
    ...(article.annotator === undefined ? {} : { creator: { type: 'Person', nickname: article.annotator } }),
    total: items.length,
    first: { id: '#/page', type: 'AnnotationPage', partOf: '#/collection', startIndex: 0, items: [] },
  };
  const [before = '', after = ''] = splitLast(jsonLine(head).trimEnd(), '[]');
  return `${before}[\n${items.map((item) => jsonLine(item).trimEnd()).join(',\n')}\n]${after}\n`;
}

function spanItem(span: DatasetSpan, targets: Targets): object {
  const places = partsOf(span).map((part) => targets.at(part));
  return {
    id: idOf(span.id),
    type: 'Annotation',
    motivation: 'tagging',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: span.label },
      ...(span.entity === undefined
        ? []
        : [{ type: 'SpecificResource', purpose: 'identifying', source: entityIri(span.entity) }]),
      ...details(span),
    ],
    target: places.length === 1 ? places[0] : places,
  };
}

/** From its target, to what its first body names. */
function relationItem(relation: DatasetRelation): object {
  return {
    id: idOf(relation.id),
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: idOf(relation.to) },
      { type: 'TextualBody', purpose: 'tagging', value: relation.label },
      ...details(relation),
    ],
    target: idOf(relation.from),
  };
}

function documentItem({ id, label, value, note }: DatasetDocumentLabel, source: string): object {
  return {
    id: idOf(id),
    type: 'Annotation',
    motivation: 'classifying',
    body: [valueBody('classifying', label, value), ...noteBodies(note)],
    target: source,
  };
}

function details({ attributes, note }: Pick<DatasetSpan, 'attributes' | 'note'>): object[] {
  return [
    ...[...attributes].map(([name, value]) => valueBody('describing', name, value)),
    ...noteBodies(note),
  ];
}

function valueBody(purpose: string, name: string, value: AttributeValue): object {
  const said = typeof value === 'object' ? value.join(', ') : String(value);
  const json = typeof value === 'string' ? {} : { [JSON_VALUE]: JSON.stringify(value) };
  return { type: 'TextualBody', purpose, value: said, [ATTRIBUTE]: name, ...json };
}

function noteBodies(note: string | undefined): object[] {
  return note === undefined
    ? []
    : [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/plain' }];
}

function idOf(id: string): string {
  return `#${encoded(id)}`;
}

/** Stretches of a text, each by its words and by its position in code points. */
class Targets {
  private readonly text: string;
  private readonly source: string;
  private readonly offsets: TextOffsets;

  constructor(text: string, source: string) {
    this.text = text;
    this.source = source;
    this.offsets = new TextOffsets(text);
  }

  at({ start, end }: TextRange): object {
    const { text, offsets } = this;
    const [from, to] = [offsets.toCodePoint(start), offsets.toCodePoint(end)];
    const before = text.slice(offsets.toUtf16(Math.max(0, from - AROUND)), start);
    const after = text.slice(end, offsets.toUtf16(to + AROUND));
    return {
      source: this.source,
      selector: [
        { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: before, suffix: after },
        { type: 'TextPositionSelector', start: from, end: to },
      ],
    };
  }
}

function splitLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
