/** Types that INCEpTION knows of every project, or that its template for basic annotation makes. */
export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
export const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
export const POS = 'de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS';
export const DEPENDENCY = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency';
export const ANY_ANNOTATION = 'uima.tcas.Annotation';

/** Types of annotations that each stand on one token. */
export const OF_TOKENS: ReadonlySet<string> = new Set([
  TOKEN,
  POS,
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma',
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Stem',
  'de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.morph.MorphologicalFeatures',
]);

/** A layer, and the feature of it that holds the label. */
export interface LayerName {
  /** Name of the UIMA type. */
  readonly type: string;
  readonly labelFeature: string;
}

/** Where annotations go that are of no other layer. */
export interface Layout {
  readonly span: LayerName;
  readonly relation: LayerName;
  /** Attributes are one feature that holds JSON, so that the layer has the same features whatever the project has. */
  readonly wholeAttributes?: boolean;
}

/** The feature that holds all attributes. */
export const ATTRIBUTES_FEATURE = 'attributes';

/** The layers that spans and relations without the attribute `layer` are written to, by the option `layers`. */
export const LAYOUTS: ReadonlyMap<string, Layout> = new Map([
  [
    'named-entity',
    {
      span: { type: NAMED_ENTITY, labelFeature: 'value' },
      relation: { type: 'webanno.custom.Relation', labelFeature: 'value' },
    },
  ],
  [
    'basic',
    {
      span: { type: 'custom.Span', labelFeature: 'label' },
      relation: { type: 'custom.Relation', labelFeature: 'label' },
    },
  ],
  [
    'pressmark',
    {
      span: { type: 'webanno.custom.PressmarkSpan', labelFeature: 'value' },
      relation: { type: 'webanno.custom.PressmarkRelation', labelFeature: 'value' },
      wholeAttributes: true,
    },
  ],
]);

const OWN: ReadonlyMap<string, string> = new Map(
  [...LAYOUTS.values()].flatMap(({ span, relation }) =>
    [span, relation].map(({ type, labelFeature }): [string, string] => [type, labelFeature]),
  ),
);

/** Features that hold a label, the first that a layer has counts. */
export const LABEL_FEATURES: readonly string[] = [
  ...['value', 'label', 'PosValue', 'chunkValue', 'constituentType', 'DependencyType', 'category'],
];
/** Features of links in chains and of slots, which stand in columns of their own kind. */
export const CHAIN_TYPE = 'referenceType';
export const CHAIN_LINK = 'referenceRelation';
export const ROLE = 'role';

/** The attribute that says of which layer something is, where it is none of those that labels are written to. */
export const LAYER_ATTRIBUTE = 'layer';
/** The attribute that says of a relation which slot of its first end it fills. */
export const SLOT_ATTRIBUTE = 'slot';

/** What the label is where a layer has no label for an annotation: the type's name without its package. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/**
 * The attribute `layer`: `type`, or `type:feature` where the label is not in `value`, as UIMA names features. Undefined
 * for layers that annotations are written to without it.
 */
export function layerAttribute({ type, labelFeature }: LayerName): string | undefined {
  if (OWN.get(type) === labelFeature) return undefined;
  return labelFeature === 'value' ? type : `${type}:${labelFeature}`;
}

const TYPE_NAME = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+$/;
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_]*$/;

/** What an attribute `layer` names; undefined where it is anything else, or names a layer that needs no attribute. */
export function layerOf(value: unknown): LayerName | undefined {
  if (typeof value !== 'string') return undefined;
  const colon = value.indexOf(':');
  const type = colon < 0 ? value : value.slice(0, colon);
  const labelFeature = colon < 0 ? 'value' : value.slice(colon + 1);
  const known =
    LABEL_FEATURES.includes(labelFeature) || [CHAIN_TYPE, CHAIN_LINK, ROLE].includes(labelFeature);
  if (!known || value === `${type}:value` || !TYPE_NAME.test(type)) return undefined;
  if (OWN.has(type) || type === TOKEN || type === SENTENCE || type.startsWith('uima.')) return undefined;
  return { type, labelFeature };
}

/** Whether something can be the name of a feature of a UIMA type. */
export function isIdentifier(name: unknown): name is string {
  return typeof name === 'string' && IDENTIFIER.test(name);
}

/** Features that hold something else than an attribute. */
const TAKEN: ReadonlySet<string> = new Set([
  ...[
    'begin',
    'end',
    'sofa',
    'identifier',
    'note',
    'parts',
    ATTRIBUTES_FEATURE,
    LAYER_ATTRIBUTE,
    SLOT_ATTRIBUTE,
  ],
  ...['Governor', 'Dependent', 'first', 'next', ROLE, 'target', CHAIN_TYPE, CHAIN_LINK],
]);
const ENCODED = 'attr_';

/**
 * The feature that holds an attribute. Features are named by letters, digits and `_`; other names, and those that
 * mean something else, are written `attr_` with `_20_` for a blank. Reversed by `attributeName`.
 */
export function featureName(attribute: string, labelFeature: string): string {
  const order = LABEL_FEATURES.indexOf(attribute);
  const free =
    !TAKEN.has(attribute) &&
    !attribute.startsWith(ENCODED) &&
    !/^(?:ROLE|BT)_/.test(attribute) &&
    (order < 0 || order > LABEL_FEATURES.indexOf(labelFeature));
  if (free && isIdentifier(attribute)) return attribute;
  return ENCODED + attribute.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`);
}

/** The attribute that a feature holds. */
export function attributeName(feature: string): string {
  if (feature.startsWith(ENCODED)) {
    const name = feature
      .slice(ENCODED.length)
      .replace(/_([0-9a-f]{1,4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (ENCODED + name.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`) === feature)
      return name;
  }
  return feature === LAYER_ATTRIBUTE || feature === SLOT_ATTRIBUTE ? `${feature}_` : feature;
}
