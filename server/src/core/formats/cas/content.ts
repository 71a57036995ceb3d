import type { AttributeValue } from '../../annotations/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { OffsetUnit } from '../readArticle.ts';
import {
  attributeName,
  CHAIN_TYPE,
  LABEL_FEATURES,
  LAYER_ATTRIBUTE,
  layerAttribute,
} from '../webannoTsv/layers.ts';
import type { Structure } from './cas.ts';
import { type CasGraph, textIn } from './graph.ts';
import { shortName } from './kinds.ts';
import { OWN_LABELS } from './ownTypes.ts';
import { readAttributes, readParts } from './ownValues.ts';

/** How a CAS is read; options of the formats. */
export interface CasReading {
  /** Whether tokens and sentences are annotations too. */
  readonly segments: boolean;
  /** What offsets count. */
  readonly unit: OffsetUnit;
  /** How sure that is, as in `ReadArticle`. */
  readonly unitIs?: 'stated';
}

/** What a structure says, its place and its references apart. */
export interface Content {
  readonly label: string;
  /** With `layer`, the type and the feature of the label, where it is none of the types that annotations are written as. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** The id that it gives itself, of no use where another has the same. */
  readonly id?: string;
  readonly note?: string;
  readonly entity?: string;
  readonly parts?: readonly TextRange[];
}

/** Features whose value is a label, the surest first; `referenceType` that of links of chains. */
const LABELS: readonly string[] = [...LABEL_FEATURES, 'constituentType', CHAIN_TYPE];

/** What a structure says; features in `skip` are left out. */
export function contentOf(graph: CasGraph, structure: Structure, skip: readonly string[] = []): Content {
  const { type, features } = structure;
  const text = (name: string): string | undefined => textIn(features.get(name));
  const ownLabel = OWN_LABELS.get(type);
  const labelFeature = ownLabel ?? LABELS.find((name) => text(name));
  const used = new Set(['sofa', 'begin', 'end', ...skip]);
  const take = (name: string): string | undefined => {
    const value = used.has(name) ? undefined : text(name);
    if (value !== undefined) used.add(name);
    return value;
  };
  const label = (labelFeature && take(labelFeature)) || shortName(type);
  const note = take('note');
  const entity = take('identifier');
  const parts = readParts(text('parts') ?? '');
  if (parts) used.add('parts');
  const id = ownLabel === undefined ? undefined : take('id');
  const attributes = ownLabel === undefined ? undefined : readAttributes(text('attributes') ?? '');
  if (attributes) used.add('attributes');
  const layer =
    ownLabel === undefined ? layerAttribute({ type, labelFeature: labelFeature ?? 'value' }) : undefined;
  return {
    label,
    attributes: new Map([
      ...(layer === undefined ? [] : [[LAYER_ATTRIBUTE, layer] as const]),
      ...valuesOf(graph, structure, used),
      ...(attributes ?? []),
    ]),
    ...(id === undefined ? {} : { id }),
    ...(note === undefined ? {} : { note }),
    ...(entity === undefined ? {} : { entity }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/** The features that are values, arrays of values among them, by the names of the attributes that they are. */
export function valuesOf(
  graph: CasGraph,
  structure: Structure,
  skip: ReadonlySet<string>,
): [string, AttributeValue][] {
  const values: [string, AttributeValue][] = [];
  for (const [name, value] of structure.features) {
    if (skip.has(name)) continue;
    const attribute = attributeName(name);
    if (value.kind === 'value') values.push([attribute, value.value]);
    else if (value.kind === 'unclear' && !graph.targets(structure, name))
      values.push([attribute, value.text]);
    else {
      const list = graph.values(structure, name);
      if (list) values.push([attribute, list]);
    }
  }
  return values;
}
