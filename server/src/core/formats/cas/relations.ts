import type { AttributeValue } from '../../annotations/model.ts';
import type { Structure } from './cas.ts';
import { type CasReading, contentOf, valuesOf } from './content.ts';
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
export function relationOf(
  graph: CasGraph,
  structure: Structure,
  reading: CasReading,
  tally: Tally,
): CasRelation | undefined {
  const ends = endFeatures(graph, structure);
  if (!ends) return undefined;
  const [from, to] = ends.map((name) => graph.targets(structure, name)?.found[0]);
  if (!from || !to) {
    tally.add('loose-end', structure.line);
    return undefined;
  }
  const { parts: _, entity, badParts: __, ...content } = contentOf(graph, structure, reading, new Set(ends));
  // Relations have no entity of their own here: the feature stays what it is elsewhere, a value.
  const attributes =
    entity === undefined ? content.attributes : new Map([['identifier', entity], ...content.attributes]);
  return { ...content, attributes, structure, from, to, line: structure.line };
}

/**
 * The relations that features of an annotation are: one for each annotation that a feature refers to, named by the
 * feature (`next` of a chain by the link's `referenceRelation`), or by the role of the slot that leads to it.
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
        const attributes = new Map(valuesOf(graph, target, new Set(['role', 'target'])));
        yield { ...base, to: slot.to, label: slot.role || feature, attributes };
      } else if (graph.isAnnotation(target)) {
        const named = feature === 'next' ? textIn(structure.features.get('referenceRelation')) : undefined;
        yield { ...base, to: target, label: named || feature, attributes: new Map() };
      } else if (!isValueContainer(target.type) && kindOf(graph, target) !== 'metadata')
        tally.add('left-structures', target.line || structure.line, shortName(target.type));
    }
  }
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
  return to ? { role: textIn(link.features.get('role')), to } : 'empty';
}
