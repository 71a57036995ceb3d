import type { AttributeValue } from '../../annotations/model.ts';
import { grouped } from '../../grouped.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset.ts';

/** On a span: it is an event of brat's, whose trigger these words are; relations from it are the event's arguments. */
export const EVENT = 'event';
/** On a relation from an event: it is none of the event's arguments. */
export const RELATION = 'relation';
/** On a relation: brat has it as one of a set of equivalent things. */
export const EQUIV = 'equiv';
/** On a relation: what its two ends are called, where that is not `Arg1` and `Arg2`. */
export const ROLES = 'roles';

const USUAL_ROLES: Roles = ['Arg1', 'Arg2'];
export type Roles = readonly [string, string];

/** True for a span that is one of brat's events. */
export function isEvent(span: DatasetSpan): boolean {
  return span.attributes.get(EVENT) === true;
}

/** A relation as a line of its own: what is left of its attributes once the line is as it is. */
export interface RelationLine {
  readonly relation: DatasetRelation;
  readonly roles: Roles;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

/** A set of equivalent things, by their ids in the order of its line. */
export interface Equivalence {
  readonly label: string;
  readonly members: readonly string[];
}

/** How brat writes an article's relations: each of them in one of three ways. */
export interface Links {
  /** By the event's id. */
  readonly args: ReadonlyMap<string, readonly DatasetRelation[]>;
  readonly relations: readonly RelationLine[];
  readonly equivalences: readonly Equivalence[];
}

/** Arguments of events and equivalences have no id in brat: what is referred to, or says more, is a relation. */
export function linksOf({ spans, relations }: DatasetArticle): Links {
  const events = new Set(spans.filter(isEvent).map((s) => s.id));
  const referred = new Set(relations.flatMap((r) => [r.from, r.to]));
  const chains = chainsOf(relations.filter((r) => isEquiv(r) && !referred.has(r.id)));
  const chained = new Set(chains.flatMap((c) => c.relations));
  const args: DatasetRelation[] = [];
  const lines: RelationLine[] = [];
  for (const relation of relations) {
    if (chained.has(relation)) continue;
    const { id, from, attributes, note } = relation;
    const fromEvent = events.has(from);
    const bare = note === undefined && !referred.has(id);
    if (fromEvent && bare && attributes.size === 0) args.push(relation);
    else if (fromEvent && bare && says(attributes, RELATION))
      lines.push({ relation, roles: USUAL_ROLES, attributes: new Map() });
    else lines.push({ relation, ...rolesOf(attributes) });
  }
  return { args: by(args, 'from'), relations: lines, equivalences: chains };
}

function isEquiv({ attributes, note }: DatasetRelation): boolean {
  return note === undefined && says(attributes, EQUIV);
}

/** True where that is all that the attributes say. */
function says(attributes: ReadonlyMap<string, AttributeValue>, name: string): boolean {
  return attributes.size === 1 && attributes.get(name) === true;
}

/** The names of the ends, where they can stand in the line, and the attributes without them. */
function rolesOf(attributes: ReadonlyMap<string, AttributeValue>): Omit<RelationLine, 'relation'> {
  const value = attributes.get(ROLES);
  const [first, second, ...more] = Array.isArray(value) ? value : [];
  const isRole = (role: string | undefined): role is string =>
    role !== undefined && /^[^\s:\p{C}]+$/u.test(role);
  if (!isRole(first) || !isRole(second) || first === second || more.length > 0 || areUsual(first, second))
    return { roles: USUAL_ROLES, attributes };
  return { roles: [first, second], attributes: new Map([...attributes].filter(([name]) => name !== ROLES)) };
}

/** True for `Arg1` and `Arg2`, in whichever order. */
export function areUsual(first: string, second: string): boolean {
  return USUAL_ROLES.includes(first) && USUAL_ROLES.includes(second) && first !== second;
}

interface Chain extends Equivalence {
  readonly relations: readonly DatasetRelation[];
}

/**
 * Runs of relations of one label, each of which leads from where the last one ended, so that a line of brat's says
 * exactly them. None shares anything with another one: brat would make one of the two.
 */
function chainsOf(relations: readonly DatasetRelation[]): Chain[] {
  const used = new Set<string>();
  const chains: Chain[] = [];
  for (const [label, own] of grouped(relations, (r) => r.label)) {
    const [out, into] = [by(own, 'from'), by(own, 'to')];
    const next = (id: string): DatasetRelation | undefined => {
      const [relation, ...others] = out.get(id) ?? [];
      return relation && others.length === 0 && into.get(relation.to)?.length === 1 ? relation : undefined;
    };
    for (const first of own) {
      const run: DatasetRelation[] = [];
      // A thing may be said to be like itself; else what leads to it comes first.
      if (first.from === first.to && next(first.from)) run.push(first);
      else if (!into.has(first.from)) for (let r = next(first.from); r; r = next(r.to)) run.push(r);
      const members = [first.from, ...run.map((r) => r.to)];
      if (run.length === 0 || members.some((m) => used.has(m))) continue;
      for (const member of members) used.add(member);
      chains.push({ label, members, relations: run });
    }
  }
  return chains;
}

function by(relations: readonly DatasetRelation[], end: 'from' | 'to'): Map<string, DatasetRelation[]> {
  const map = new Map<string, DatasetRelation[]>();
  for (const relation of relations) {
    const own = map.get(relation[end]);
    if (own) own.push(relation);
    else map.set(relation[end], [relation]);
  }
  return map;
}
