import type { AttributeValue } from '../../annotations/model.ts';
import { readAttributes } from '../cas/ownValues.ts';
import type { ReadPart } from '../readArticle.ts';
import { type Layer, layerName } from './header.ts';
import {
  ATTRIBUTES_FEATURE,
  attributeName,
  CHAIN_LINK,
  LAYER_ATTRIBUTE,
  layerAttribute,
  shortName,
} from './layers.ts';
import type { Unit } from './readUnits.ts';
import { readValue } from './values.ts';

/** The label of an annotation, or its layer's name where it has none. */
export function labelOf(layer: Layer, values: ReadonlyMap<string, string>): string {
  return values.get(layer.labelFeature ?? '') || shortName(layer.type);
}

/** What a layer's features say beyond label, note and entity. `more`: features that are attributes of relations. */
export function attributesOf(
  layer: Layer,
  values: ReadonlyMap<string, string>,
  more: readonly string[] = [],
): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  const { type, labelFeature } = layerName(layer);
  const named = layerAttribute({ type, labelFeature });
  if (named !== undefined) attributes.set(LAYER_ATTRIBUTE, named);
  const json = named === undefined ? values.get(ATTRIBUTES_FEATURE) : undefined;
  const whole = json === undefined ? undefined : readAttributes(json);
  for (const [name, value] of whole ?? []) attributes.set(name, value);
  for (const [feature, value] of values) {
    if (whole && feature === ATTRIBUTES_FEATURE) continue;
    if (feature === layer.labelFeature || feature === 'note') continue;
    if (layer.kind === 'chain' && feature === CHAIN_LINK) continue;
    if ((feature === 'identifier' || feature === 'parts') && !more.includes(feature)) continue;
    attributes.set(attributeName(feature), readValue(value));
  }
  return attributes;
}

/** From the first line to the last, as INCEpTION reads it. */
export function partOf(units: readonly Unit[]): ReadPart {
  const [first] = units;
  let quote = '';
  let end = first?.start ?? 0;
  for (const unit of units) {
    quote += unit.start > end && quote !== '' ? ` ${unit.form}` : unit.form;
    end = unit.end;
  }
  return { start: first?.start ?? 0, end: Math.max(end, first?.start ?? 0), quote };
}

const PARTS = /^\d{1,15}-\d{1,15}(?: \d{1,15}-\d{1,15}){0,999}$/;

/** The feature `parts`: where a span stands that is not all of what its lines cover. */
export function placesIn(feature: string | undefined): ReadPart[] | undefined {
  if (feature === undefined || !PARTS.test(feature)) return undefined;
  const places = feature.split(' ').map((part) => {
    const [start = 0, end = 0] = part.split('-').map(Number);
    return { start, end };
  });
  const ordered = places.every(
    (p, i) => p.start <= p.end && (i === 0 || p.start > (places[i - 1]?.end ?? 0)),
  );
  return ordered ? places : undefined;
}
