/** A feature of a type: what its values are. */
export interface FeatureType {
  /** Name of the range type, e.g. `uima.cas.String`. */
  readonly range: string;
  /** Several structures may refer to the same array, so that it is a structure of its own (multiple references allowed). */
  readonly shared?: boolean;
}

/** A type and its own features, without those that it inherits. */
export interface CasType {
  readonly name: string;
  readonly supertype: string;
  readonly description?: string;
  readonly features: ReadonlyMap<string, FeatureType>;
}

export const TOP = 'uima.cas.TOP';
export const SOFA = 'uima.cas.Sofa';
export const ANNOTATION_BASE = 'uima.cas.AnnotationBase';
export const ANNOTATION = 'uima.tcas.Annotation';
export const DOCUMENT_ANNOTATION = 'uima.tcas.DocumentAnnotation';
export const FS_ARRAY = 'uima.cas.FSArray';
export const FS_LIST = 'uima.cas.FSList';
export const STRING = 'uima.cas.String';

function type(name: string, supertype: string, features: Record<string, string> = {}): CasType {
  return {
    name,
    supertype,
    features: new Map(Object.entries(features).map(([feature, range]) => [feature, { range }])),
  };
}

/** What every CAS has without saying so (UIMA References, 4). */
const BUILT_IN: readonly CasType[] = [
  type(SOFA, TOP, {
    sofaNum: 'uima.cas.Integer',
    sofaID: STRING,
    mimeType: STRING,
    sofaString: STRING,
    sofaURI: STRING,
    sofaArray: TOP,
  }),
  type(ANNOTATION_BASE, TOP, { sofa: SOFA }),
  type(ANNOTATION, ANNOTATION_BASE, { begin: 'uima.cas.Integer', end: 'uima.cas.Integer' }),
  type(DOCUMENT_ANNOTATION, ANNOTATION, { language: STRING }),
  type(FS_ARRAY, TOP, { elements: FS_ARRAY }),
  type(FS_LIST, TOP),
  type('uima.cas.EmptyFSList', FS_LIST),
  type('uima.cas.NonEmptyFSList', FS_LIST, { head: TOP, tail: TOP }),
  ...['Boolean', 'Byte', 'Short', 'Integer', 'Long', 'Float', 'Double', 'String'].map((name) =>
    type(`uima.cas.${name}Array`, TOP, { elements: `uima.cas.${name}Array` }),
  ),
  ...['Integer', 'Float', 'String'].flatMap((name) => [
    type(`uima.cas.${name}List`, TOP),
    type(`uima.cas.Empty${name}List`, `uima.cas.${name}List`),
    type(`uima.cas.NonEmpty${name}List`, `uima.cas.${name}List`, {
      head: `uima.cas.${name}`,
      // The next node, never a list written within this one.
      tail: TOP,
    }),
  ]),
];

/** How the values of a range stand in a file. */
export type RangeKind = 'text' | 'number' | 'boolean' | 'list' | 'references' | 'reference';

/** Deeper than any type system that people use; a type that is based on more others counts as unknown. */
const MAX_LINEAGE = 100;

/** The types that a CAS knows: the built-in ones and those that its type system declares. */
export class TypeSystem {
  readonly #types: ReadonlyMap<string, CasType>;
  /** What was worked out before: a file asks the same of thousands of structures. */
  readonly #lineages = new Map<string, readonly string[]>();
  readonly #features = new Map<string, ReadonlyMap<string, FeatureType>>();

  constructor(types: Iterable<CasType>) {
    const known = new Map(BUILT_IN.map((t) => [t.name, t]));
    for (const one of types) {
      const before = known.get(one.name);
      known.set(
        one.name,
        before ? { ...one, features: new Map([...before.features, ...one.features]) } : one,
      );
    }
    this.#types = known;
  }

  has(name: string): boolean {
    return name === TOP || this.#types.has(name);
  }

  /** The type itself and the types that it is based on, nearest first; ends where one is not known or comes again. */
  lineage(name: string): readonly string[] {
    const before = this.#lineages.get(name);
    if (before) return before;
    const names = new Set<string>();
    for (
      let at: string | undefined = name;
      at !== undefined && !names.has(at) && names.size < MAX_LINEAGE;
    ) {
      names.add(at);
      at = this.#types.get(at)?.supertype;
    }
    const line = [...names];
    this.#lineages.set(name, line);
    return line;
  }

  /** Whether a type is, or is based on, another one; undefined where its line breaks off at an unknown type. */
  isA(name: string, ancestor: string): boolean | undefined {
    const line = this.lineage(name);
    if (line.includes(ancestor)) return true;
    return line.at(-1) === TOP ? false : undefined;
  }

  /** A feature of a type, inherited ones included. */
  feature(name: string, feature: string): FeatureType | undefined {
    return this.features(name).get(feature);
  }

  /** All features of a type, inherited ones included. */
  features(name: string): ReadonlyMap<string, FeatureType> {
    const before = this.#features.get(name);
    if (before) return before;
    const features = new Map<string, FeatureType>();
    for (const one of this.lineage(name))
      for (const [feature, type] of this.#types.get(one)?.features ?? [])
        if (!features.has(feature)) features.set(feature, type);
    this.#features.set(name, features);
    return features;
  }

  /** Types that are based on themselves. */
  cyclic(): readonly string[] {
    const cyclic: string[] = [];
    const seen = new Set<string>();
    for (const first of this.#types.keys()) {
      const line: string[] = [];
      let at: string | undefined = first;
      for (; at !== undefined && !seen.has(at); at = this.#types.get(at)?.supertype) {
        seen.add(at);
        line.push(at);
      }
      const from = at === undefined ? -1 : line.indexOf(at);
      if (from >= 0) cyclic.push(...line.slice(from, from + MAX_LINEAGE));
    }
    return cyclic;
  }

  /** How values of a range stand in a file. */
  kind(range: string): RangeKind {
    const simple = SIMPLE.get(range);
    if (simple) return simple;
    if (range === FS_ARRAY || range === FS_LIST || range.endsWith('[]')) return 'references';
    if (/^uima\.cas\.[A-Z][a-z]+(?:Array|List)$/.test(range)) return 'list';
    // Types that allow a few strings only are based on String.
    return this.isA(range, STRING) === true ? 'text' : 'reference';
  }
}

const SIMPLE: ReadonlyMap<string, RangeKind> = new Map([
  [STRING, 'text'],
  ['uima.cas.Boolean', 'boolean'],
  ...['Byte', 'Short', 'Integer', 'Long', 'Float', 'Double'].map((name): [string, RangeKind] => [
    `uima.cas.${name}`,
    'number',
  ]),
  ...['Boolean', 'Byte', 'Short', 'Integer', 'Long', 'Float', 'Double', 'String'].map(
    (name): [string, RangeKind] => [`uima.cas.${name}[]`, 'list'],
  ),
]);
