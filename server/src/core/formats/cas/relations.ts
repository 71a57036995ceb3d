import type { AttributeValue } from '../../annotations/model.ts';
import { CHAIN_LINK, LAYER_ATTRIBUTE, ROLE, SLOT_ATTRIBUTE } from '../webannoTsv/layers.ts';
import type { Structure } from './cas.ts';
import { contentOf, valuesOf } from './content.ts';
import { type CasGraph, isValueContainer, textIn } from './graph.ts';
import { endFeatures, kindOf, shortName } from './kinds.ts';
import type { Tally } from './tally.ts';

/** A relation as a CAS has it, its ends not yet looked for among what is read. */
export interface CasRelation {
  /** The structure that it is; absent where it is a feature of its first end. */
  readonly structure?: Structure;
  readonly from: Structure;
  readonly to: Structure;
  readonly label: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly id?: string;
  readonly note?: string;
  readonly line: number;
}

/** The relation that a structure is; undefined, and told, where it lacks an end. */
export function relationOf(graph: CasGraph, structure: Structure, tally: Tally): CasRelation | undefined {
  const ends = endFeatures(graph, structure);
  if (!ends) return undefined;
  const [from, to] = ends.map((name) => graph.targets(structure, name)?.found[0]);
  if (!from || !to) {
    tally.add('loose-end', structure.line);
    return undefined;
  }
  const content = contentOf(graph, structure, ends);
  // Entities and parts are of spans only: of relations they stay values.
  const kept = ['identifier', 'parts'].flatMap((name): [string, string][] => {
    const value = textIn(structure.features.get(name));
    return value === undefined ? [] : [[name, value]];
  });
  const { id, note, label } = content;
  return {
    structure,
    from,
    to,
    label,
    attributes: new Map([...content.attributes, ...kept]),
    ...(id === undefined ? {} : { id }),
    ...(note === undefined ? {} : { note }),
    line: structure.line,
  };
}

/**
 * The relations that features of an annotation are: one for each annotation that a feature refers to, named by the
 * feature, `next` of a chain by the link's `referenceRelation`, a slot by its role. The attributes `layer` and `slot`
 * say what it was.
 */
export function* featureRelations(
  graph: CasGraph,
  structure: Structure,
  tally: Tally,
): Generator<CasRelation> {
  for (const feature of structure.features.keys()) {
    if (feature === 'sofa') continue;
    const targets = graph.targets(structure, feature);
    if (!targets) continue;
    const base = { from: structure, line: structure.line };
    for (let n = 0; n < targets.missing; n++) tally.add('loose-end', structure.line);
    for (const target of targets.found) {
      const slot = slotOf(graph, target);
      if (slot === 'empty') tally.add('loose-end', target.line || structure.line);
      else if (slot) {
        const attributes = new Map<string, AttributeValue>([
          [LAYER_ATTRIBUTE, `${target.type}:${ROLE}`],
          [SLOT_ATTRIBUTE, feature],
          ...valuesOf(graph, target, new Set([ROLE, 'target'])),
        ]);
        yield { ...base, to: slot.to, label: slot.role || feature, attributes };
      } else if (graph.isAnnotation(target)) {
        yield { ...base, to: target, ...featureRelation(structure, feature) };
      } else if (!isValueContainer(target.type) && kindOf(graph, target) !== 'metadata')
        tally.add('left-structures', target.line || structure.line, shortName(target.type));
    }
  }
}

/** What a reference of an annotation to another says: a link of a chain has a name for it. */
function featureRelation(
  { type, features }: Structure,
  feature: string,
): Pick<CasRelation, 'label' | 'attributes'> {
  const link = isChainLink(type, feature);
  const label = link ? textIn(features.get(CHAIN_LINK)) || shortName(type) : feature;
  const layer = link ? `${type}:${CHAIN_LINK}` : type;
  return {
    label,
    attributes: new Map([[LAYER_ATTRIBUTE, layer], ...(link ? [] : [[SLOT_ATTRIBUTE, feature] as const])]),
  };
}

/** Whether a feature leads from a link of a chain to the next, by WebAnno's names. */
export function isChainLink(type: string, feature: string): boolean {
  return feature === 'next' && type.endsWith('Link');
}

/** A link with a role, as slots of WebAnno have them; `empty` where nothing is at its end. */
function slotOf(
  graph: CasGraph,
  link: Structure,
): { readonly role: string | undefined; readonly to: Structure } | 'empty' | undefined {
  if (graph.isAnnotation(link)) return undefined;
  const isLink = link.features.has('target') || graph.cas.types.feature(link.type, 'target') !== undefined;
  if (!isLink) return undefined;
  const to = graph.targets(link, 'target')?.found[0];
  return to ? { role: textIn(link.features.get(ROLE)), to } : 'empty';
}
