import { ANNOTATION, ANNOTATION_BASE, type CasType, DOCUMENT_ANNOTATION, STRING } from './types.ts';

/** The types that annotations are written as; docs/formats/uima.md describes them. */
export const SPAN = 'webanno.custom.PressmarkSpan';
export const RELATION = 'webanno.custom.PressmarkRelation';
export const DOCUMENT_LABEL = 'webanno.custom.PressmarkDocumentLabel';
/** DKPro's, and INCEpTION's built-in layer. */
export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
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

const SPAN_FEATURES = ['value', 'identifier', 'note', 'attributes', 'parts', 'id'];

/** What is declared in what is written; `span` is the type of spans. */
export function ownTypes(span: string): readonly CasType[] {
  return [
    ...META_DATA,
    type(
      span,
      ANNOTATION,
      SPAN_FEATURES,
      {},
      'A span: value is its label, identifier its entity, attributes a JSON object, parts the UTF-16 offsets of the parts of a discontinuous span.',
    ),
    type(
      RELATION,
      ANNOTATION,
      ['value', 'note', 'attributes', 'id'],
      { [FROM]: ANNOTATION, [TO]: ANNOTATION },
      'A relation from Governor to Dependent: value is its label, attributes a JSON object.',
    ),
    type(
      DOCUMENT_LABEL,
      ANNOTATION_BASE,
      ['label', 'value', 'valueType', 'note', 'id'],
      {},
      'A label of the document as a whole. valueType is boolean, number or list (value is then a JSON array), absent for text.',
    ),
  ];
}

/** Types that are known where a file comes without its type system. */
export const WELL_KNOWN: readonly CasType[] = [
  ...ownTypes(SPAN),
  type(NAMED_ENTITY, ANNOTATION, SPAN_FEATURES),
  type(`${SEGMENTS}.Token`, ANNOTATION, ['id', 'order']),
  type(`${SEGMENTS}.Sentence`, ANNOTATION, ['id']),
  type(
    'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency',
    ANNOTATION,
    ['DependencyType', 'flavor'],
    { [FROM]: `${SEGMENTS}.Token`, [TO]: `${SEGMENTS}.Token` },
  ),
];
