import type { TextRange } from '../text/range.ts';
import { revisionOf } from '../text/revision.ts';
import { common, isSamePlace, similarity } from './extent.ts';
import type { Judgeable, Member } from './member.ts';

/**
 * agreed: all annotators say the same. details: same label and boundaries, other entity or attributes. label: same
 * boundaries. boundaries: same label. overlap: neither. value: other values of a label of the article, or other verdicts
 * on a finding. missing: who has it says the same, but not all have it. lost: the words that it was about are gone.
 */
export type GroupKind =
  | 'agreed'
  | 'details'
  | 'label'
  | 'boundaries'
  | 'overlap'
  | 'value'
  | 'missing'
  | 'lost';

/** What one or several annotators say, all of them the same. */
export interface Version {
  readonly content: string;
  /** In the order of their lines' names. */
  readonly members: readonly Member[];
  /** Whose version it is, sorted. */
  readonly annotators: readonly string[];
  /** An annotation that says it; its note, id and anchor are one member's own. */
  readonly annotation: Judgeable;
  readonly range?: TextRange;
  readonly parts?: readonly TextRange[];
  readonly certain: boolean;
}

/** What has to be decided together: versions of which each could stand in another's place. */
export interface Group {
  /** The same as long as the same lines say the same, whatever gold says. Tells no names. */
  readonly key: string;
  readonly kind: GroupKind;
  /** Most supported first. */
  readonly versions: readonly Version[];
  /** From the first to the last unit of all versions. */
  readonly range?: TextRange;
  /** How many annotators have any of it. */
  readonly having: number;
  /** Of how many. */
  readonly of: number;
}

/** Spans with different labels are two readings of one thing from this Jaccard index on; below it, two things. Our own threshold. */
const SAME_THING = 0.5;

/** The groups of some members, in the order of the text. `annotators`: how many people could have said something. */
export function groupMembers(members: readonly Member[], annotators: number): Group[] {
  const versions = versionsOf(members);
  const open = versions.filter((v) => v.annotators.length < annotators || isLost(v));
  const groups = versions.filter((v) => !open.includes(v)).map((v) => groupOf([v], annotators));
  for (const linked of components(open)) groups.push(groupOf(linked, annotators));
  return groups.sort(compareGroups);
}

function versionsOf(members: readonly Member[]): Version[] {
  const byContent = new Map<string, Member[]>();
  for (const member of members) {
    const same = byContent.get(member.content);
    if (same) same.push(member);
    else byContent.set(member.content, [member]);
  }
  return [...byContent].flatMap(([content, all]) => versionOf(content, all) ?? []);
}

function versionOf(content: string, said: readonly Member[]): Version | undefined {
  const members = said.toSorted((a, b) => order(a.ref, b.ref) || order(a.annotator, b.annotator));
  const [first] = members;
  if (!first) return undefined;
  const { annotation, range, parts } = first;
  return {
    content,
    members,
    annotators: [...new Set(members.map((m) => m.annotator))].sort(),
    annotation,
    ...(range === undefined ? {} : { range }),
    ...(parts === undefined ? {} : { parts }),
    certain: members.every((m) => m.certain),
  };
}

/** Versions that hang together, each by being an alternative to another one. */
function components(versions: readonly Version[]): Version[][] {
  const parents = versions.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  for (const [i, j] of neighbours(versions)) {
    const [a, b] = [versions[i], versions[j]];
    if (a && b && areAlternatives(a, b)) parents[root(i)] = root(j);
  }
  const linked = new Map<number, Version[]>();
  for (const [i, version] of versions.entries()) {
    const same = linked.get(root(i));
    if (same) same.push(version);
    else linked.set(root(i), [version]);
  }
  return [...linked.values()];
}

/** The pairs that are worth a look: those that overlap in the text, and those without a place of the same subject. */
function* neighbours(versions: readonly Version[]): Generator<[number, number]> {
  const placed = versions
    .flatMap(({ range }, index) => (range ? [{ range, index }] : []))
    .sort((a, b) => a.range.start - b.range.start);
  for (const [i, { range, index }] of placed.entries()) {
    for (let j = i + 1; j < placed.length; j++) {
      const next = placed[j];
      if (!next || next.range.start > range.end) break;
      yield [index, next.index];
    }
  }
  const subjects = new Map<string, number[]>();
  for (const [index, version] of versions.entries()) {
    const subject = version.range ? undefined : subjectOf(version);
    if (subject === undefined) continue;
    const others = subjects.get(subject) ?? [];
    for (const other of others) yield [other, index];
    subjects.set(subject, [...others, index]);
  }
}

/** What a version without a place speaks of; undefined where nothing else can be about the same. */
function subjectOf({ annotation, content }: Version): string | undefined {
  if (annotation.kind === 'documentLabel') return `label ${annotation.label}`;
  if (annotation.kind !== 'relation') return undefined;
  const [, from, to] = JSON.parse(content) as string[];
  return `link ${JSON.stringify([from, to])}`;
}

/**
 * True where two versions answer the same question, so that mostly one of them can be right. Who has both himself has
 * said that they go together.
 */
export function areAlternatives(a: Version, b: Version): boolean {
  const [x, y] = [a.annotation, b.annotation];
  if (x.kind !== y.kind || isLost(a) || isLost(b)) return false;
  if (x.kind === 'span' && y.kind === 'span' && x.label === y.label && isSamePlace(a, b)) return true;
  if (a.annotators.some((name) => b.annotators.includes(name))) return false;
  if (x.kind === 'span' && y.kind === 'span') {
    return x.label === y.label ? common(a, b) > 0 : similarity(a, b) >= SAME_THING;
  }
  if (x.kind === 'review' && y.kind === 'review')
    return x.rule === y.rule && (common(a, b) > 0 || isSamePlace(a, b));
  return subjectOf(a) !== undefined && subjectOf(a) === subjectOf(b);
}

function groupOf(linked: readonly Version[], annotators: number): Group {
  const versions = linked.toSorted(
    (a, b) => b.annotators.length - a.annotators.length || comparePlaces(a, b) || order(a.content, b.content),
  );
  const lines = new Set(versions.flatMap((v) => v.members.map((m) => `${m.ref}@${m.hash}`)));
  const ranges = versions.flatMap((v) => v.range ?? []);
  const start = Math.min(...ranges.map((r) => r.start));
  const end = Math.max(...ranges.map((r) => r.end));
  const having = new Set(versions.flatMap((v) => v.annotators)).size;
  return {
    key: revisionOf([...lines].sort().join('\n')),
    kind: kindOf(versions, annotators),
    versions,
    ...(ranges.length === 0 ? {} : { range: { start, end } }),
    having,
    of: annotators,
  };
}

function kindOf(versions: readonly Version[], annotators: number): GroupKind {
  const [first, ...others] = versions;
  if (!first || isLost(first)) return 'lost';
  if (others.length === 0) return first.annotators.length >= annotators ? 'agreed' : 'missing';
  if (first.annotation.kind === 'documentLabel') return 'value';
  const here = others.every((v) => isSamePlace(v, first));
  if (first.annotation.kind === 'review') return here ? 'value' : 'boundaries';
  const label = labelOf(first);
  const same = others.every((v) => labelOf(v) === label);
  if (here) return same ? 'details' : 'label';
  return same ? 'boundaries' : 'overlap';
}

/** The label of a version; the rule of a verdict. */
export function labelOf({ annotation }: Version): string {
  return 'label' in annotation ? annotation.label : annotation.rule;
}

/** True for a span or a verdict whose words are gone. */
export function isLost({ annotation, range }: Version): boolean {
  return (annotation.kind === 'span' || annotation.kind === 'review') && range === undefined;
}

const KINDS: readonly Judgeable['kind'][] = ['span', 'review', 'relation', 'documentLabel', 'articleReview'];

/** In the order of the text, outer before inner; then what links its places, then what is about the whole article. */
export function compareGroups(a: Group, b: Group): number {
  const rank = ({ range, versions: [first] }: Group) =>
    range ? 0 : first && !isLost(first) ? 1 + KINDS.indexOf(first.annotation.kind) : 1 + KINDS.length;
  return rank(a) - rank(b) || comparePlaces(a, b) || b.having - a.having || order(a.key, b.key);
}

function comparePlaces(a: { readonly range?: TextRange }, b: { readonly range?: TextRange }): number {
  if (!a.range || !b.range) return 0;
  return a.range.start - b.range.start || b.range.end - a.range.end;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
