import { jsonMembers } from '../../json/scan.ts';
import { compareIds } from '../model.ts';
import { readAnnotation } from '../readAnnotation.ts';
import { annotationLine } from '../serialize.ts';
import { mergedPlace, ofRevision } from './places.ts';
import { ANCHOR, type Unit, unitsOf } from './units.ts';
import { membersOf, type Version } from './version.ts';

/** Values as JSON, by key, in their order. */
export type Members = ReadonlyMap<string, string>;

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
  const kind = ours.known?.kind;
  if (!kind || theirs.known?.kind !== kind || (base && base.known?.kind !== kind)) return undefined;
  const [b, o, t] = [base && membersOf(base.line), membersOf(ours.line), membersOf(theirs.line)];
  const merged = new Map<string, string>();
  const added = (side: Members) => [...side.keys()].filter((key) => !b?.has(key));
  const keys = [...(b?.keys() ?? []), ...[...added(o), ...added(t)].sort(compareIds)];
  for (const unit of unitsOf(kind, keys)) {
    const values = mergeUnit(unit, b && pick(b, unit), pick(o, unit), pick(t, unit), revision);
    if (!values) return undefined;
    for (const [key, json] of values) merged.set(key, json);
  }
  const line = `{${[...merged].map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
  const annotation = readAnnotation(line)?.annotation;
  return annotation?.kind === kind ? annotationLine(annotation) : undefined;
}

function mergeUnit(
  unit: Unit,
  base: Members | undefined,
  ours: Members,
  theirs: Members,
  revision: string | undefined,
): Members | undefined {
  if (same(ours, theirs) || (base && same(theirs, base))) return ours;
  if (base && same(ours, base)) return theirs;
  if (unit === ANCHOR) return mergedPlace(base, ours, theirs, revision);
  if (unit.includes('status') && ours.get('status') === theirs.get('status'))
    return ofRevision(ours, theirs, revision);
  const [key] = unit;
  if (key === 'attributes' && ours.size + theirs.size > 0) return mergeAttributes(base, ours, theirs);
  if (key === 'sources') return mergeSources(base, ours, theirs);
  if (!base && ours.size === 0) return theirs;
  return !base && theirs.size === 0 ? ours : undefined;
}

function mergeAttributes(base: Members | undefined, ours: Members, theirs: Members): Members | undefined {
  const [b, o, t] = [base, ours, theirs].map((side) => objectOf(side?.get('attributes')));
  if (!b || !o || !t) return undefined;
  const added = (side: Members) => [...side.keys()].filter((name) => !b.has(name));
  const merged: string[] = [];
  for (const name of new Set([...b.keys(), ...[...added(o), ...added(t)].sort(compareIds)])) {
    const [was, mine, other] = [b.get(name), o.get(name), t.get(name)];
    if (mine !== other && mine !== was && other !== was) {
      return undefined;
    }
    const value = mine === was ? other : mine;
    if (value !== undefined) merged.push(`${JSON.stringify(name)}:${value}`);
  }
  return new Map(merged.length === 0 ? [] : [['attributes', `{${merged.join(',')}}`]]);
}

/** Sources are a set: what either side added is there, what either side took out is not. */
function mergeSources(base: Members | undefined, ours: Members, theirs: Members): Members {
  const [b, o, t] = [base, ours, theirs].map((side) => listOf(side?.get('sources')));
  const was = new Set(b);
  const union = new Set([...(o ?? []), ...(t ?? [])]);
  const merged = [...union].filter((s) => (o?.includes(s) && t?.includes(s)) || !was.has(s));
  return new Map(merged.length === 0 ? [] : [['sources', JSON.stringify(merged.sort(compareIds))]]);
}

function pick(members: Members, unit: Unit): Members {
  const found = unit.flatMap((key): [string, string][] => {
    const json = members.get(key);
    return json === undefined ? [] : [[key, json]];
  });
  return new Map(found);
}

function same(a: Members, b: Members): boolean {
  return a.size === b.size && [...a].every(([key, json]) => b.get(key) === json);
}

function objectOf(json: string | undefined): Members {
  return new Map(
    (json === undefined ? [] : jsonMembers(json)).map((m) => [m.key, (json ?? '').slice(m.start, m.end)]),
  );
}

function listOf(json: string | undefined): readonly string[] {
  return json === undefined ? [] : (JSON.parse(json) as string[]);
}
