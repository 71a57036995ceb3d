import { speaksOf } from '../annotations/records/weigh.ts';
import { qualified } from '../annotations/records.ts';
import { Gold, type GoldLine, type Standing } from './gold.ts';
import { compareGroups, type Group, groupMembers, type Version } from './group.ts';
import {
  type AnnotatorLayer,
  isJudgeable,
  type Judgeable,
  type Member,
  memberOf,
  type PlacedLine,
} from './member.ts';
import { type PresentName, presentRef } from './source.ts';

/** settled: gold says something of every member. changed: one was changed since that was said. open: one is new. */
export type GroupState = 'open' | 'changed' | 'settled';

/** A group and what the gold layer says of it. */
export interface JudgedGroup extends Group {
  readonly state: GroupState;
  /** What is gold here. */
  readonly gold: readonly GoldLine[];
  /** A person decided, not a rule: no rule decides it again. */
  readonly byHand: boolean;
}

/** One article's layers side by side, with what is settled. */
export interface Adjudication {
  /** Whose layers were compared, sorted; empty is the shared one. */
  readonly annotators: readonly string[];
  readonly groups: readonly JudgedGroup[];
  readonly gold: Gold;
}

/**
 * Groups what the layers say of an article, and reads from the gold layer what is settled. Every line that gold could
 * hold is a member of exactly one group; the order of the layers decides nothing. A line that somebody accepted by a
 * record counts as said by both. `present`: the name of today for one that the gold layer or a record uses.
 */
export function adjudicate(
  layers: readonly AnnotatorLayer[],
  goldLines: readonly PlacedLine[],
  present: PresentName = (name) => name,
): Adjudication {
  const annotators = layers.map((l) => l.annotator).sort();
  const plain = groupMembers(
    membersOf(layers, present, (a) => a.kind !== 'relation'),
    layers.length,
  );
  // The ends of relations are known by their groups, since every layer has ids of its own.
  const groupOfRef = new Map(plain.flatMap((g) => refsOf(g).map((ref): [string, string] => [ref, g.key])));
  const end = (annotator: string) => (id: string) =>
    groupOfRef.get(qualified(annotator, id)) ?? qualified(annotator, id);
  const links = groupMembers(
    membersOf(layers, present, (a) => a.kind === 'relation', end),
    layers.length,
  );
  const unlinked = new Gold(goldLines, present);
  const groupOfGold = new Map(
    plain.flatMap((g) => unlinked.linesOf(g).map((l): [string, string] => [l.annotation.id, g.key])),
  );
  const gold =
    links.length === 0 ? unlinked : new Gold(goldLines, present, (id) => groupOfGold.get(id) ?? `gold:${id}`);
  const groups = [...plain, ...links].sort(compareGroups).map((g) => judged(g, gold));
  return { annotators, groups, gold };
}

/** The gold annotation that stands for an end of a relation, where there is just one. */
export function goldEnd({ groups }: Adjudication, member: Member, end: 'from' | 'to'): string | undefined {
  const relation = member.annotation;
  if (relation.kind !== 'relation') return undefined;
  const ref = qualified(ownerOf(member), relation[end]);
  const group = groups.find((g) => refsOf(g).includes(ref));
  const own = group?.gold.filter((l) => l.sources.some((s) => s.ref === ref)) ?? [];
  const lines = own.length > 0 ? own : (group?.gold ?? []);
  return lines.length === 1 ? lines[0]?.annotation.id : undefined;
}

/** Whose layer a member's line stands in. */
function ownerOf({ ref, annotation }: Member): string {
  return ref.slice(0, ref.length - annotation.id.length - 1);
}

function refsOf({ versions }: Group): string[] {
  return versions.flatMap((v) => v.members.map((m) => m.ref));
}

function membersOf(
  layers: readonly AnnotatorLayer[],
  present: PresentName,
  wanted: (annotation: Judgeable) => boolean,
  ends?: (annotator: string) => (id: string) => string,
): Member[] {
  const members: Member[] = [];
  const byRef = new Map<string, Member[]>();
  for (const { annotator, lines } of layers) {
    for (const line of lines) {
      const { annotation } = line;
      if (!isJudgeable(annotation) || !wanted(annotation)) continue;
      const member = memberOf(annotator, line, annotation, ends?.(annotator));
      members.push(member);
      for (const name of [member.ref, annotation.id]) byRef.set(name, [...(byRef.get(name) ?? []), member]);
    }
  }
  for (const { annotator, lines } of layers) {
    for (const { annotation: record } of lines) {
      if (record.kind !== 'record' || !record.accept) continue;
      const [target, ...others] = byRef.get(presentRef(record.ref, present)) ?? [];
      if (
        target &&
        others.length === 0 &&
        speaksOf(target.annotation, record.was) &&
        target.annotator !== annotator
      )
        members.push({ ...target, annotator });
    }
  }
  return members;
}

function judged(group: Group, gold: Gold): JudgedGroup {
  const lines = gold.linesOf(group);
  const standings = group.versions.flatMap((v) => v.members.map((m) => gold.standing(m)));
  const state = standings.length > 0 && isDoubled(lines) ? 'changed' : stateOf(standings);
  return { ...group, state, gold: lines, byHand: isByHand(group, gold, lines) };
}

/** True where gold says the same twice, as after a merge of two people's decisions. */
function isDoubled(lines: readonly GoldLine[]): boolean {
  const said = lines.flatMap(({ content }) => content ?? []);
  return new Set(said).size < said.length;
}

function stateOf(standings: readonly Standing[]): GroupState {
  if (standings.includes('changed')) return 'changed';
  return standings.includes('open') ? 'open' : 'settled';
}

/** A rule never refuses everything, so that a group with nothing but refusals was a person's to decide. */
function isByHand({ versions }: Group, gold: Gold, lines: readonly GoldLine[]): boolean {
  if (lines.some(({ annotation: { decision } }) => decision !== 'unanimous' && decision !== 'majority'))
    return true;
  const refused = (v: Version) => v.members.some((m) => gold.refusalsOf(m).length > 0);
  return lines.length === 0 && versions.some(refused);
}

/** True where a relation's ends are both gold, so that it can be. */
export function canBeGold(adjudication: Adjudication, { annotation, members: [member] }: Version): boolean {
  if (annotation.kind !== 'relation') return true;
  return (
    member !== undefined &&
    goldEnd(adjudication, member, 'from') !== undefined &&
    goldEnd(adjudication, member, 'to') !== undefined
  );
}
