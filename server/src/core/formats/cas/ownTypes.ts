import { LAYOUTS, type LayerName } from '../webannoTsv/layers.ts';
import { ANNOTATION, ANNOTATION_BASE, type CasType, DOCUMENT_ANNOTATION, STRING } from './types.ts';

/** A type for spans and one for relations, each with the feature that holds the label. */
export interface OwnLayers {
  readonly span: LayerName;
  readonly relation: LayerName;
  /** Whether ids are written: the layers that INCEpTION has are no place for them, and its JSON reader would refuse them. */
  readonly ids?: boolean;
}

/**
 * The types that annotations are written as, by the option `layers`; docs/formats/uima.md describes them. The first is
 * what people get who choose nothing.
 */
export const OWN_LAYERS: ReadonlyMap<string, OwnLayers> = new Map<string, OwnLayers>([
  ...LAYOUTS,
  [
    'pressmark',
    {
      span: { type: 'webanno.custom.PressmarkSpan', labelFeature: 'value' },
      relation: { type: 'webanno.custom.PressmarkRelation', labelFeature: 'value' },
      ids: true,
    },
  ],
]);

/** The label features of all types that annotations are written as. */
export const OWN_LABELS: ReadonlyMap<string, string> = new Map(
  [...OWN_LAYERS.values()].flatMap(({ span, relation }) =>
    [span, relation].map(({ type, labelFeature }): [string, string] => [type, labelFeature]),
  ),
);

export const DOCUMENT_LABEL = 'webanno.custom.PressmarkDocumentLabel';
export const DOCUMENT_META_DATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
/** INCEpTION's: whose annotations of which document a CAS holds. */
export const CAS_META_DATA = 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata';

/** The names of ends of relations in WebAnno and INCEpTION. */
export const FROM = 'Governor';
export const TO = 'Dependent';

/** What `DocumentAnnotation.language` says where the language is not known. */
export const NO_LANGUAGE = 'x-unspecified';

const SEGMENTS = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type';

function type(
  name: string,
  supertype: string,
  strings: readonly string[],
  others: Readonly<Record<string, string>> = {},
  description?: string,
): CasType {
  return {
    name,
    supertype,
    ...(description === undefined ? {} : { description }),
    features: new Map([
      ...strings.map((feature): [string, { range: string }] => [feature, { range: STRING }]),
      ...Object.entries(others).map(([feature, range]): [string, { range: string }] => [feature, { range }]),
    ]),
  };
}

const META_DATA: readonly CasType[] = [
  type(
    DOCUMENT_META_DATA,
    DOCUMENT_ANNOTATION,
    ['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'],
    { isLastSegment: 'uima.cas.Boolean' },
  ),
  type(CAS_META_DATA, ANNOTATION_BASE, ['projectName', 'sourceDocumentName', 'username'], {
    projectId: 'uima.cas.Long',
    sourceDocumentId: 'uima.cas.Long',
    lastChangedOnDisk: 'uima.cas.Long',
  }),
];

/** What is declared in what is written. */
export function ownTypes({ span, relation, ids = false }: OwnLayers): readonly CasType[] {
  return [...META_DATA, spanType(span, ids), relationType(relation, ids), DOCUMENT_LABEL_TYPE];
}

function spanType({ type: name, labelFeature }: LayerName, ids: boolean): CasType {
  return type(
    name,
    ANNOTATION,
    [labelFeature, 'identifier', 'note', 'attributes', 'parts', ...(ids ? ['id'] : [])],
    {},
    `A span: ${labelFeature} is its label, identifier its entity, attributes a JSON object, parts the UTF-16 offsets of the parts of a discontinuous span.`,
  );
}

function relationType({ type: name, labelFeature }: LayerName, ids: boolean): CasType {
  return type(
    name,
    ANNOTATION,
    [labelFeature, 'note', 'attributes', ...(ids ? ['id'] : [])],
    { [FROM]: ANNOTATION, [TO]: ANNOTATION },
    `A relation from Governor to Dependent: ${labelFeature} is its label, attributes a JSON object.`,
  );
}

const DOCUMENT_LABEL_TYPE = type(
  DOCUMENT_LABEL,
  ANNOTATION_BASE,
  ['label', 'value', 'valueType', 'note', 'id'],
  {},
  'A label of the document as a whole. valueType is boolean, number or list (value is then a JSON array), absent for text.',
);

/** Types that are known where a file comes without its type system. */
export const WELL_KNOWN: readonly CasType[] = [
  ...META_DATA,
  ...[...OWN_LAYERS.values()].flatMap(({ span, relation }) => [
    spanType(span, true),
    relationType(relation, true),
  ]),
  DOCUMENT_LABEL_TYPE,
  type(`${SEGMENTS}.Token`, ANNOTATION, ['id'], {
    parent: ANNOTATION,
    lemma: ANNOTATION,
    stem: ANNOTATION,
    pos: ANNOTATION,
    morph: ANNOTATION,
    order: 'uima.cas.Integer',
  }),
  type(`${SEGMENTS}.Sentence`, ANNOTATION, ['id']),
  type(
    'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency',
    ANNOTATION,
    ['DependencyType', 'flavor'],
    { [FROM]: `${SEGMENTS}.Token`, [TO]: `${SEGMENTS}.Token` },
  ),
];
