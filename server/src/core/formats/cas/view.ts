import type { ReadDocumentLabel, ReadRelation, ReadSpan } from '../readArticle.ts';
import { CHAIN_LINK } from '../webannoTsv/layers.ts';
import type { Structure } from './cas.ts';
import { type CasReading, contentOf, valuesOf } from './content.ts';
import { type CasGraph, numberIn, textIn } from './graph.ts';
import { type StructureKind, shortName } from './kinds.ts';
import { readPlainValue } from './ownValues.ts';
import { type CasRelation, featureRelations, isChainLink, relationOf } from './relations.ts';
import type { Tally } from './tally.ts';

/** The annotations of a view. */
export interface ReadView {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
  readonly documentLabels: readonly ReadDocumentLabel[];
}

/** Reads what belongs to a view; what cannot be read is counted. */
export function readView(
  graph: CasGraph,
  structures: readonly Structure[],
  kinds: ReadonlyMap<Structure, StructureKind>,
  reading: CasReading,
  tally: Tally,
): ReadView {
  const ids = new Ids(structures);
  const relations = relationsIn(graph, structures, kinds, reading, tally);
  // Tokens, and what is in no view, are there for the relations that lead to them.
  const needed = new Set(relations.flatMap((r) => [r.from, r.to]));
  const spans: ReadSpan[] = [];
  const documentLabels: ReadDocumentLabel[] = [];
  const itemIds = new Map<Structure, string>();
  for (const structure of structures) {
    const kind = kinds.get(structure);
    if (kind === 'segment' && !reading.segments && !needed.has(structure)) {
      tally.add('segments', structure.line, shortName(structure.type));
    } else if (kind !== 'metadata' && !graph.isIndexed(structure) && !needed.has(structure))
      tally.add('not-indexed', structure.line);
    else if (kind === 'span' || kind === 'segment') {
      const span = spanOf(graph, structure, tally, ids);
      if (!span) continue;
      spans.push(span);
      itemIds.set(structure, span.id);
    } else if (kind === 'documentLabel') documentLabels.push(...ownDocumentLabel(structure, ids));
    else if (kind === 'documentValues') documentLabels.push(...documentValues(graph, structure, ids));
  }
  return { spans, relations: accepted(relations, itemIds, ids, tally), documentLabels };
}

/** Relations, and references of annotations to others, of what is in a view. */
function relationsIn(
  graph: CasGraph,
  structures: readonly Structure[],
  kinds: ReadonlyMap<Structure, StructureKind>,
  reading: CasReading,
  tally: Tally,
): readonly CasRelation[] {
  const relations: CasRelation[] = [];
  for (const structure of structures) {
    const kind = kinds.get(structure);
    if (graph.isOverfull) break;
    if (!graph.isIndexed(structure)) continue;
    if (kind === 'relation') {
      const relation = relationOf(graph, structure, tally);
      if (relation) relations.push(relation);
    } else if (kind === 'span' || (kind === 'segment' && reading.segments))
      for (const relation of featureRelations(graph, structure, tally)) relations.push(relation);
  }
  return relations;
}

function spanOf(graph: CasGraph, structure: Structure, tally: Tally, ids: Ids): ReadSpan | undefined {
  const start = numberIn(structure.features.get('begin'));
  const end = numberIn(structure.features.get('end'));
  if (!isOffset(start) || !isOffset(end) || start > end) {
    tally.add('bad-offsets', structure.line);
    return undefined;
  }
  // What a link of a chain says of the next is the relation's; the last one keeps it.
  const next = isChainLink(structure.type, 'next') && graph.targets(structure, 'next')?.found.length;
  const { id, parts, ...content } = contentOf(graph, structure, next ? [CHAIN_LINK] : []);
  const fits = !parts || (parts[0]?.start === start && parts.at(-1)?.end === end);
  if (!fits) tally.add('bad-parts', structure.line);
  return {
    ...content,
    id: ids.take(id, 's'),
    parts: parts && fits ? parts : [{ start, end }],
    line: structure.line,
  };
}

function isOffset(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && (value ?? -1) >= 0;
}

function ownDocumentLabel(structure: Structure, ids: Ids): ReadDocumentLabel[] {
  const text = (name: string): string | undefined => textIn(structure.features.get(name));
  const note = text('note');
  return [
    {
      id: ids.take(text('id'), 'd'),
      label: text('label') || shortName(structure.type),
      value: readPlainValue(text('value') ?? '', text('valueType')),
      ...(note === undefined ? {} : { note }),
      line: structure.line,
    },
  ];
}

/** A structure without a place that only holds values, as INCEpTION's layers of document metadata: a label for each. */
function documentValues(graph: CasGraph, structure: Structure, ids: Ids): ReadDocumentLabel[] {
  const values = valuesOf(graph, structure, new Set(['sofa']));
  const short = shortName(structure.type);
  return values.map(([name, value]) => ({
    id: ids.take(undefined, 'd'),
    label: values.length === 1 ? short : `${short}.${name}`,
    value,
    line: structure.line,
  }));
}

/** The relations whose two ends are read, directly or as relations that are; the others are counted. */
function accepted(
  relations: readonly CasRelation[],
  itemIds: Map<Structure, string>,
  ids: Ids,
  tally: Tally,
): readonly ReadRelation[] {
  const waiting = new Map<Structure, CasRelation[]>();
  const read = new Map<CasRelation, ReadRelation>();
  const queue = [...relations];
  for (let i = 0; i < queue.length; i++) {
    const relation = queue[i];
    if (!relation) continue;
    const missing = [relation.from, relation.to].find((end) => !itemIds.has(end));
    if (missing) {
      const others = waiting.get(missing);
      if (others) others.push(relation);
      else waiting.set(missing, [relation]);
      continue;
    }
    const { structure, from, to, id: wanted, ...rest } = relation;
    const id = ids.take(wanted, 'r');
    read.set(relation, { ...rest, id, from: itemIds.get(from) ?? '', to: itemIds.get(to) ?? '' });
    if (structure) {
      itemIds.set(structure, id);
      for (const next of waiting.get(structure) ?? []) queue.push(next);
      waiting.delete(structure);
    }
  }
  for (const { line } of [...waiting.values()].flat()) tally.add('loose-end', line);
  return relations.flatMap((relation) => read.get(relation) ?? []);
}

/** Gives each item an id that no other has: its own where it may keep it. */
class Ids {
  readonly #taken = new Set<string>();
  readonly #wanted: ReadonlySet<string>;
  #next = 1;

  constructor(structures: readonly Structure[]) {
    this.#wanted = new Set(structures.flatMap((s) => textIn(s.features.get('id')) ?? []));
  }

  take(wanted: string | undefined, prefix: string): string {
    let id = wanted ?? '';
    while (id === '' || this.#taken.has(id) || (id !== wanted && this.#wanted.has(id)))
      id = `${prefix}${this.#next++}`;
    this.#taken.add(id);
    return id;
  }
}
