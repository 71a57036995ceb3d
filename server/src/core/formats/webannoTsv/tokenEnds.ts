import { overlaps, type TextRange } from '../../text/range.ts';
import type { DatasetRelation, DatasetSpan } from '../dataset.ts';
import {
  CHAIN_LINK,
  CHAIN_TYPE,
  DEPENDENCY,
  LAYER_ATTRIBUTE,
  type LayerName,
  layerOf,
  POS,
  ROLE,
  shortName,
  TOKEN,
} from './layers.ts';
import type { Line, TokenLines } from './lines.ts';

/** Tokens that relations join without anything else being said of them. */
export interface TokenEnds<T> {
  /** Lines that relations may name without an id, by the id of the span that stands there. */
  readonly lines: ReadonlyMap<string, Line<T>>;
  /** Those of `lines` that are mere tokens: they have no cell. */
  readonly tokens: ReadonlySet<string>;
  /** The relations whose two ends are such. */
  readonly relations: ReadonlySet<string>;
}

/**
 * Relations of a layer may join tokens (or, of dependencies, the only part of speech on a token): their ends are then
 * named by lines alone. That holds for all relations of a layer or for none, and a token stands for itself only where
 * every relation at it is of such a layer.
 */
export function tokenEnds<T>(
  spans: readonly DatasetSpan[],
  relations: readonly DatasetRelation[],
  lines: TokenLines<T>,
): TokenEnds<T> {
  const tokens = new Map<string, Line<T>>();
  const taken = new Set<Line<T>>();
  const onPos = new Map<Line<T>, DatasetSpan[]>();
  // Parts of speech that are no tokens, gaps included, since lines in a gap are theirs too: few, if there are any.
  const wide: TextRange[] = [];
  for (const span of spans)
    if (layerOf(span.attributes.get(LAYER_ATTRIBUTE))?.type === POS) {
      const line = span.parts ? undefined : lines.token(span);
      if (line) added(onPos, line, span);
      else wide.push(span);
    }
  const hasPos = (line: Line<T>) => onPos.has(line) || wide.some((stretch) => overlaps(stretch, line));
  for (const span of spans) {
    const line = lines.token(span);
    if (!line || taken.has(line) || !isMereToken(span)) continue;
    tokens.set(span.id, line);
    taken.add(line);
  }
  const groups = new Map<string, DatasetRelation[]>();
  const at = new Map<string, (string | undefined)[]>();
  for (const relation of relations) {
    const name = layerOf(relation.attributes.get(LAYER_ATTRIBUTE));
    const group = name ? (OTHERWISE.includes(name.labelFeature) ? undefined : layerKey(name)) : '';
    if (group !== undefined) added(groups, group, relation);
    for (const end of new Set([relation.from, relation.to])) added(at, end, group);
  }
  const loneOnPos = new Map<string, Line<T>>();
  for (const [line, [only, ...others]] of onPos)
    if (only && others.length === 0) loneOnPos.set(only.id, line);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [group, members] of groups) {
      const fits = (end: string): boolean => {
        const line = tokens.get(end);
        return group === DEPENDENCIES
          ? loneOnPos.has(end) || (line !== undefined && !hasPos(line))
          : line !== undefined;
      };
      if (members.every((r) => fits(r.from) && fits(r.to))) continue;
      groups.delete(group);
      changed = true;
    }
    for (const id of tokens.keys()) {
      const own = at.get(id) ?? [];
      if (own.length > 0 && own.every((group) => group !== undefined && groups.has(group))) continue;
      tokens.delete(id);
      changed = true;
    }
  }
  const named = new Set([...groups.values()].flatMap((members) => members.map((r) => r.id)));
  return { lines: new Map([...loneOnPos, ...tokens]), tokens: new Set(tokens.keys()), relations: named };
}

/** Relations of these layers are slots and chains. */
const OTHERWISE: readonly string[] = [ROLE, CHAIN_TYPE, CHAIN_LINK];

function layerKey({ type, labelFeature }: LayerName): string {
  return `${type}:${labelFeature}`;
}
const DEPENDENCIES = layerKey({ type: DEPENDENCY, labelFeature: 'DependencyType' });

function added<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function isMereToken({ label, attributes, note, entity, parts }: DatasetSpan): boolean {
  return (
    attributes.get(LAYER_ATTRIBUTE) === TOKEN &&
    attributes.size === 1 &&
    label === shortName(TOKEN) &&
    note === undefined &&
    entity === undefined &&
    parts === undefined
  );
}
