import { jsonMembers } from '../../json/scan.ts';
import { compareIds } from '../model.ts';
import { type KnownKind, knownKeys } from '../schema.ts';
import { mergedPlace, ofRevision } from './places.ts';
import { ANCHOR, STATUS, UNITS, type Unit } from './units.ts';
import type { Members, Version } from './version.ts';

/** The versions of one line; `revision` is that of the merged article, where it is known. */
interface Sides {
  readonly base: Members | undefined;
  readonly ours: Members;
  readonly theirs: Members;
  readonly revision: string | undefined;
}

/**
 * The line in which both sides' changes of independent keys stand together; undefined where both changed the same thing
 * differently, or where the lines are of different or unknown kinds. Without a base (both sides added the id) keys that
 * only one side has are taken from it. `revision` is that of the merged article, where it is known.
 */
export function mergeFields(
  base: Version | undefined,
  ours: Version,
  theirs: Version,
  revision: string | undefined,
): string | undefined {
  const { kind } = ours;
  if (!kind || theirs.kind !== kind || (base && base.kind !== kind)) return undefined;
  const sides = { base: base?.members, ours: ours.members, theirs: theirs.members, revision };
  const first = saidFirst(sides.ours, sides.theirs);
  if (first) return lineOf(kind, first, [...first.keys()]);
  const merged = new Map<string, string>();
  for (const unit of UNITS[kind]) {
    const from = mergeUnit(unit, sides);
    if (!from) return undefined;
    for (const key of unit) put(merged, key, from.get(key));
  }
  const keys = allKeys(sides.base, sides.ours, sides.theirs);
  for (const key of keys) {
    if (UNITS[kind].some((unit) => unit.includes(key))) continue;
    const value = mergeKey(key, sides);
    if (!value) return undefined;
    put(merged, key, value.json);
  }
  return lineOf(kind, merged, keys);
}

function put(members: Map<string, string>, key: string, json: string | undefined): void {
  if (json !== undefined) members.set(key, json);
}

/** Known keys in the order of the format, others as they come. */
function lineOf(kind: KnownKind, members: Members, keys: readonly string[]): string {
  const known = knownKeys(kind);
  const parts: string[] = [];
  for (const key of [...known, ...keys.filter((k) => !known.includes(k))]) {
    const json = members.get(key);
    if (json !== undefined) parts.push(`${JSON.stringify(key)}:${json}`);
  }
  return `{${parts.join(',')}}`;
}

/** The base's keys in their order, then the added ones sorted, so that every machine writes the same line. */
function allKeys(base: Members | undefined, ours: Members, theirs: Members): string[] {
  const added: string[] = [];
  for (const key of ours.keys()) if (!base?.has(key)) added.push(key);
  for (const key of theirs.keys()) if (!base?.has(key) && !ours.has(key)) added.push(key);
  return [...(base?.keys() ?? []), ...added.sort(compareIds)];
}

/** The side whose values of the unit the merged line has. */
function mergeUnit(unit: Unit, { base, ours, theirs, revision }: Sides): Members | undefined {
  const isSame = (a: Members, b: Members) => unit.every((key) => a.get(key) === b.get(key));
  if (isSame(ours, theirs) || (base && isSame(theirs, base))) return ours;
  if (base && isSame(ours, base)) return theirs;
  if (unit === ANCHOR) return mergedPlace(base, ours, theirs, revision);
  if (unit === STATUS && ours.get('status') === theirs.get('status')) {
    return ofRevision(ours, theirs, revision);
  }
  if (base) return undefined;
  const has = (side: Members) => unit.some((key) => side.has(key));
  if (!has(ours)) return theirs;
  return has(theirs) ? undefined : ours;
}

/** Who said it, when, and how they came to it: of two lines that differ in nothing else nobody has to choose one. */
const WHO: readonly string[] = ['decision', 'by', 'time'];

/** The side whose line stands, whichever is ours, where both say the same; a person's decision before a rule's. */
function saidFirst(ours: Members, theirs: Members): Members | undefined {
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  for (const key of keys) if (!WHO.includes(key) && ours.get(key) !== theirs.get(key)) return undefined;
  const order = (side: Members) => JSON.stringify(WHO.map((key) => side.get(key) ?? null));
  return compareIds(order(ours), order(theirs)) <= 0 ? ours : theirs;
}

/** The value of a key that stands for itself; `json` undefined: the key is gone. */
function mergeKey(
  key: string,
  { base, ours, theirs }: Sides,
): { readonly json: string | undefined } | undefined {
  const [was, mine, other] = [base?.get(key), ours.get(key), theirs.get(key)];
  if (mine === other || other === was) return { json: mine };
  if (mine === was) return { json: other };
  if (key === 'attributes') return mergeAttributes(was, mine, other);
  return key === 'sources' ? { json: mergeSources(was, mine, other) } : undefined;
}

function mergeAttributes(
  was: string | undefined,
  mine: string | undefined,
  other: string | undefined,
): { readonly json: string | undefined } | undefined {
  const sides = { base: attributesOf(was), ours: attributesOf(mine), theirs: attributesOf(other) };
  const merged: string[] = [];
  for (const name of allKeys(sides.base, sides.ours, sides.theirs)) {
    const [b, o, t] = [sides.base.get(name), sides.ours.get(name), sides.theirs.get(name)];
    if (o !== t && o !== b && t !== b) return undefined;
    const value = o === b ? t : o;
    if (value !== undefined) merged.push(`${JSON.stringify(name)}:${value}`);
  }
  return { json: merged.length === 0 ? undefined : `{${merged.join(',')}}` };
}

/** Sources are a set: what either side added is there, what either side took out is not. */
function mergeSources(
  was: string | undefined,
  mine: string | undefined,
  other: string | undefined,
): string | undefined {
  const [b, o, t] = [sourcesOf(was), sourcesOf(mine), sourcesOf(other)];
  const merged = [...new Set([...o, ...t])].filter((s) => (o.includes(s) && t.includes(s)) || !b.includes(s));
  return merged.length === 0 ? undefined : JSON.stringify(merged.sort(compareIds));
}

function attributesOf(json: string | undefined): Members {
  if (!json?.startsWith('{')) return new Map();
  return new Map(jsonMembers(json).map((m) => [m.key, json.slice(m.start, m.end)]));
}

function sourcesOf(json: string | undefined): readonly string[] {
  const list: unknown = json === undefined ? [] : JSON.parse(json);
  return Array.isArray(list) ? list.filter((source) => typeof source === 'string') : [];
}
