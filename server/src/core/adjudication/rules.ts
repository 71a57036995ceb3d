import type { Operation } from '../annotations/operations.ts';
import { type Adjudication, canBeGold, type JudgedGroup } from './adjudicate.ts';
import type { Deciding } from './deciding.ts';
import { common } from './extent.ts';
import { areAlternatives, isLost, labelOf, type Version } from './group.ts';
import { outcomeOperations } from './outcome.ts';

/** unanimous: what all annotators have. majority: what more than half of them have. */
export const ADJUDICATION_RULES = ['unanimous', 'majority'] as const;
export type AdjudicationRule = (typeof ADJUDICATION_RULES)[number];

/** Nobody can agree alone. */
export const LEAST_ANNOTATORS = 2;

/** What a rule settles in a group. */
export interface RuleOutcome {
  readonly group: JudgedGroup;
  readonly take: readonly Version[];
  readonly refuse: readonly Version[];
  readonly decision: AdjudicationRule;
}

/**
 * What a rule settles. It takes versions that enough annotators have (same label, boundaries, entity and attributes),
 * and refuses what stands against them; that few have something is no vote against it, since people overlook things.
 * Left to people: ties; results of a majority that overlap another one of the same label; places that are a guess;
 * whatever a person has decided already.
 */
export function ruleOutcomes(
  adjudication: Adjudication,
  rule: AdjudicationRule,
  wanted: (group: JudgedGroup) => boolean = () => true,
): RuleOutcome[] {
  if (adjudication.annotators.length < LEAST_ANNOTATORS) return [];
  const tangled = tangledGroups(adjudication);
  const groups = adjudication.groups.filter(
    (g) => g.state !== 'settled' && !g.byHand && !tangled.has(g) && wanted(g),
  );
  const candidates = groups.flatMap((group) =>
    group.versions
      .filter((v) => holds(v, group, rule) && canBeGold(adjudication, v))
      .map((version) => ({ group, version })),
  );
  const results = [...candidates.map((c) => c.version), ...standing(adjudication)];
  const clashing = clashesOf(results);
  const taken = candidates.filter(
    ({ group, version }) => isUnanimous(version, group) || !clashing.has(version),
  );
  return groups.flatMap((group) => {
    const take = taken.filter((c) => c.group === group).map((c) => c.version);
    if (take.length === 0) return [];
    const rest = group.versions.filter((v) => !take.includes(v));
    const refuse = rest.filter(
      (v) => !candidates.some((c) => c.version === v) && take.some((t) => areAlternatives(t, v)),
    );
    const decision = take.every((v) => isUnanimous(v, group)) ? 'unanimous' : 'majority';
    return [{ group, take, refuse, decision }];
  });
}

/** The changes of the gold layer that a rule makes; none on the second run. */
export function ruleOperations(
  adjudication: Adjudication,
  outcomes: readonly RuleOutcome[],
  deciding: Omit<Deciding, 'decision'>,
): Operation[] {
  return outcomes.flatMap(({ group, take, refuse, decision }) => {
    const operations = outcomeOperations(adjudication, group, { take, refuse }, { ...deciding, decision });
    return 'refused' in operations ? [] : operations;
  });
}

function holds(version: Version, group: JudgedGroup, rule: AdjudicationRule): boolean {
  if (!version.certain || isLost(version)) return false;
  return rule === 'unanimous' ? isUnanimous(version, group) : 2 * version.annotators.length > group.of;
}

function isUnanimous(version: Version, group: JudgedGroup): boolean {
  return version.annotators.length === group.of;
}

/** Groups that share a line of the gold layer: what was one thing has become several, which takes a person's eye. */
function tangledGroups({ groups }: Adjudication): Set<JudgedGroup> {
  const firsts = new Map<string, JudgedGroup>();
  const tangled = new Set<JudgedGroup>();
  for (const group of groups) {
    for (const { annotation } of group.gold) {
      const first = firsts.get(annotation.id);
      if (first) tangled.add(first).add(group);
      else firsts.set(annotation.id, group);
    }
  }
  return tangled;
}

/** What is gold already in other groups. */
function standing({ groups }: Adjudication): Version[] {
  return groups
    .filter((g) => g.state === 'settled')
    .flatMap((g) => g.versions.filter((v) => g.gold.some((l) => l.content === v.content)));
}

/** The spans and verdicts that overlap another one of the same label or rule. */
function clashesOf(versions: readonly Version[]): Set<Version> {
  const placed = versions
    .flatMap((version) => (version.range ? [{ version, range: version.range }] : []))
    .sort((a, b) => a.range.start - b.range.start);
  const clashing = new Set<Version>();
  for (const [i, a] of placed.entries()) {
    for (let j = i + 1; j < placed.length; j++) {
      const b = placed[j];
      if (!b || b.range.start > a.range.end) break;
      const same =
        a.version.annotation.kind === b.version.annotation.kind && labelOf(a.version) === labelOf(b.version);
      if (same && a.version !== b.version && common(a.version, b.version) > 0)
        clashing.add(a.version).add(b.version);
    }
  }
  return clashing;
}
