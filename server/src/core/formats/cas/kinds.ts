import type { Structure } from './cas.ts';
import { type CasGraph, isContainer, isValueContainer } from './graph.ts';
import { CAS_META_DATA, DOCUMENT_LABEL, DOCUMENT_META_DATA, FROM, TO } from './ownTypes.ts';
import { ANNOTATION, ANNOTATION_BASE, DOCUMENT_ANNOTATION } from './types.ts';

/** What a structure is to a dataset. `helper`: a part of others, read with them. */
export type StructureKind =
  | 'metadata'
  | 'relation'
  | 'segment'
  | 'span'
  | 'documentLabel'
  | 'documentValues'
  | 'helper';

/** What a structure is, by its type where that is known, else by its features. */
export function kindOf(graph: CasGraph, structure: Structure): StructureKind {
  const { types } = graph.cas;
  const { type } = structure;
  if (isContainer(type) || isValueContainer(type)) return 'helper';
  if (types.isA(type, DOCUMENT_ANNOTATION) || type === DOCUMENT_META_DATA || type === CAS_META_DATA)
    return 'metadata';
  if (endFeatures(graph, structure)) return 'relation';
  if (graph.isAnnotation(structure)) return isSegment(graph, type) ? 'segment' : 'span';
  if (type === DOCUMENT_LABEL) return 'documentLabel';
  // INCEpTION's layers of document metadata; heads of chains and links of slots hold references.
  const holdsValues = [...structure.features.values()].some(
    (v) => v.kind === 'value' || v.kind === 'unclear',
  );
  const refers = [...structure.features.keys()].some((f) => f !== 'sofa' && graph.targets(structure, f));
  const inView = types.isA(type, ANNOTATION_BASE) ?? structure.features.has('sofa');
  return holdsValues && !refers && inView ? 'documentValues' : 'helper';
}

/** Pairs of features by which type systems name the two ends of a relation. */
const END_NAMES: readonly (readonly [from: string, to: string])[] = [
  [FROM, TO],
  ['governor', 'dependent'],
  ['source', 'target'],
  ['from', 'to'],
  ['arg1', 'arg2'],
];

/**
 * The features that hold the ends of a relation: such as are named so, or the only two of its type that refer to
 * annotations of the same type. Undefined for what is no relation.
 */
export function endFeatures(graph: CasGraph, structure: Structure): readonly [string, string] | undefined {
  const { types } = graph.cas;
  const features = types.features(structure.type);
  const refers = (name: string): boolean => {
    const declared = features.get(name);
    return declared
      ? types.kind(declared.range) === 'reference'
      : graph.targets(structure, name)?.many === false;
  };
  for (const pair of END_NAMES) if (pair.every(refers)) return pair;
  // WebAnno's names mean nothing else, so that one of them alone is a relation that lacks its other end.
  if (!types.has(structure.type) && (refers(FROM) || refers(TO))) return [FROM, TO];
  const references = [...features].filter(
    ([name, { range }]) => name !== 'sofa' && ['reference', 'references'].includes(types.kind(range)),
  );
  const [a, b] = references;
  if (!a || !b || references.length > 2 || a[1].range !== b[1].range) return undefined;
  return types.kind(a[1].range) === 'reference' && types.isA(a[1].range, ANNOTATION)
    ? [a[0], b[0]]
    : undefined;
}

/** Whether annotations of a type only say how the text is made up: words, sentences, marks of HTML and PDF, tag sets. */
function isSegment(graph: CasGraph, type: string): boolean {
  return graph.cas.types
    .lineage(type)
    .some(
      (name) => SEGMENTS.has(shortName(name)) || /^org\.dkpro\.core\.api\.(?:xml|pdf)\.type\./.test(name),
    );
}

const SEGMENTS: ReadonlySet<string> = new Set(['Token', 'BaseToken', 'Sentence', 'TagsetDescription']);

/** A type's name without its package. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
