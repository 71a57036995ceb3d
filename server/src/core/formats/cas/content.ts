import type { AttributeValue } from '../../annotations/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { OffsetUnit } from '../readArticle.ts';
import type { Structure } from './cas.ts';
import { type CasGraph, textIn } from './graph.ts';
import { shortName } from './kinds.ts';
import { NAMED_ENTITY, RELATION, SPAN } from './ownTypes.ts';
import { readAttributes, readParts } from './ownValues.ts';

/** How types and values become labels; options of the formats. */
export interface CasReading {
  /** `value`: a value that says a kind is the label; `type`: the type's name always is. */
  readonly label: 'value' | 'type';
  /** Whether tokens and sentences are annotations too. */
  readonly segments: boolean;
  /** What offsets count. */
  readonly unit: OffsetUnit;
}

/** What a structure says, its place and its references apart. */
export interface Content {
  readonly label: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** The id that it gives itself, of no use where another has the same. */
  readonly id?: string;
  readonly note?: string;
  readonly entity?: string;
  readonly parts?: readonly TextRange[];
  /** Whether it names parts that are none. */
  readonly badParts: boolean;
}

/** Features whose value is a label, by DKPro's names and the usual ones, the surest first. */
const LABELS: readonly string[] = [
  'value',
  'label',
  'PosValue',
  'chunkValue',
  'constituentType',
  'DependencyType',
  'referenceType',
  'category',
];

/** What a structure says; features in `skip` are left out. */
export function contentOf(
  graph: CasGraph,
  structure: Structure,
  reading: CasReading,
  skip: ReadonlySet<string>,
): Content {
  const lineage = graph.cas.types.lineage(structure.type);
  const isOwn = [SPAN, NAMED_ENTITY, RELATION].some((type) => lineage.includes(type));
  const text = (name: string): string | undefined => textIn(structure.features.get(name));
  const byValue = reading.label === 'value' || structure.type === SPAN || structure.type === RELATION;
  const labelFeature = byValue ? LABELS.find((name) => text(name)) : undefined;
  const used = new Set([...PLACE, ...skip, ...(labelFeature === undefined ? [] : [labelFeature])]);
  const own: { id?: string; note?: string; entity?: string; parts?: readonly TextRange[] } = {};
  let attributes: ReadonlyMap<string, AttributeValue> | undefined;
  let badParts = false;
  const take = (name: string): string | undefined => {
    const value = used.has(name) ? undefined : text(name);
    if (value !== undefined) used.add(name);
    return value;
  };
  if (isOwn) {
    attributes = readAttributes(text('attributes') ?? '');
    if (attributes) used.add('attributes');
    const id = take('id');
    const note = take('note');
    const entity = take('identifier');
    const parts = take('parts');
    if (id) own.id = id;
    if (note !== undefined) own.note = note;
    if (entity !== undefined) own.entity = entity;
    const read = parts === undefined ? undefined : readParts(parts);
    if (read) own.parts = read;
    badParts = Boolean(parts) && !read;
  }
  return {
    label: (labelFeature === undefined ? undefined : text(labelFeature)) ?? shortName(structure.type),
    attributes: new Map([...valuesOf(graph, structure, used), ...(attributes ?? [])]),
    ...own,
    badParts,
  };
}

const PLACE: readonly string[] = ['sofa', 'begin', 'end'];

/** The features that are values, and those of structures that only hold values, as `feature.value`. */
export function valuesOf(
  graph: CasGraph,
  structure: Structure,
  skip: ReadonlySet<string>,
): [string, AttributeValue][] {
  const values: [string, AttributeValue][] = [];
  for (const [name, value] of structure.features) {
    if (skip.has(name)) continue;
    if (value.kind === 'value') values.push([name, value.value]);
    else if (value.kind === 'unclear' && !graph.targets(structure, name)) values.push([name, value.text]);
    else {
      const list = graph.values(structure, name);
      if (list) values.push([name, list]);
    }
  }
  return values;
}
