import { jsonMembers } from '../../json/scan.ts';
import { compareIds } from '../model.ts';
import { readAnnotation } from '../readAnnotation.ts';
import { annotationLine } from '../serialize.ts';
import { mergedPlace, ofRevision } from './places.ts';
import { ANCHOR, type Unit, unitsOf } from './units.ts';
import { type Members, membersOf, type Version } from './version.ts';

/** The versions of one line; `revision` is that of the merged article, where it is known. */
interface Sides {
  readonly base: Members | undefined;
  readonly ours: Members;
  readonly theirs: Members;
  readonly revision: string | undefined;
}

/** The side that a unit's values come from; or the one value of a key that was put together from both. */
type MergedUnit = { readonly from: Members } | { readonly json: string | undefined };

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
  const sides: Sides = {
    base: base && membersOf(base.line),
    ours: membersOf(ours.line),
    theirs: membersOf(theirs.line),
    revision,
  };
  const members: string[] = [];
  for (const unit of unitsOf(kind, allKeys(sides.base, sides.ours, sides.theirs))) {
    const merged = mergeUnit(unit, sides);
    if (!merged) return undefined;
    for (const key of unit) {
      const json = 'from' in merged ? merged.from.get(key) : merged.json;
      if (json !== undefined) members.push(`${JSON.stringify(key)}:${json}`);
    }
  }
  const annotation = readAnnotation(`{${members.join(',')}}`)?.annotation;
  return annotation?.kind === kind ? annotationLine(annotation) : undefined;
}

/** The base's keys in their order, then the added ones sorted, so that every machine writes the same line. */
function allKeys(base: Members | undefined, ours: Members, theirs: Members): string[] {
  const added = new Set<string>();
  for (const key of ours.keys()) if (!base?.has(key)) added.add(key);
  for (const key of theirs.keys()) if (!base?.has(key)) added.add(key);
  return [...(base?.keys() ?? []), ...[...added].sort(compareIds)];
}

function mergeUnit(unit: Unit, sides: Sides): MergedUnit | undefined {
  const { base, ours, theirs, revision } = sides;
  const same = (a: Members, b: Members) => unit.every((key) => a.get(key) === b.get(key));
  if (same(ours, theirs) || (base && same(theirs, base))) return { from: ours };
  if (base && same(ours, base)) return { from: theirs };
  if (unit === ANCHOR) {
    const from = mergedPlace(base, ours, theirs, revision);
    return from && { from };
  }
  if (unit.includes('status') && ours.get('status') === theirs.get('status')) {
    return { from: ofRevision(ours, theirs, revision) };
  }
  const [key = ''] = unit;
  if (key === 'attributes') return mergeAttributes(sides);
  if (key === 'sources') return { json: mergeSources(sides) };
  if (base) return undefined;
  const has = (side: Members) => unit.some((k) => side.has(k));
  if (!has(ours)) return { from: theirs };
  return has(theirs) ? undefined : { from: ours };
}

function mergeAttributes({ base, ours, theirs }: Sides): MergedUnit | undefined {
  const [b, o, t] = [attributesOf(base), attributesOf(ours), attributesOf(theirs)];
  const merged: string[] = [];
  for (const name of allKeys(b, o, t)) {
    const [was, mine, other] = [b.get(name), o.get(name), t.get(name)];
    if (mine !== other && mine !== was && other !== was) return undefined;
    const value = mine === was ? other : mine;
    if (value !== undefined) merged.push(`${JSON.stringify(name)}:${value}`);
  }
  return { json: merged.length === 0 ? undefined : `{${merged.join(',')}}` };
}

/** Sources are a set: what either side added is there, what either side took out is not. */
function mergeSources({ base, ours, theirs }: Sides): string | undefined {
  const [b, o, t] = [sourcesOf(base), sourcesOf(ours), sourcesOf(theirs)];
  const merged = [...new Set([...o, ...t])].filter((s) => (o.includes(s) && t.includes(s)) || !b.includes(s));
  return merged.length === 0 ? undefined : JSON.stringify(merged.sort(compareIds));
}

function attributesOf(side: Members | undefined): Members {
  const json = side?.get('attributes');
  return json === undefined
    ? new Map()
    : new Map(jsonMembers(json).map((m) => [m.key, json.slice(m.start, m.end)]));
}

function sourcesOf(side: Members | undefined): readonly string[] {
  const json = side?.get('sources');
  return json === undefined ? [] : (JSON.parse(json) as string[]);
}
