import type { LocatedArticle } from '../annotations/locate.ts';
import type { Annotation } from '../annotations/model.ts';
import { applyOperation, type Operation } from '../annotations/operations.ts';
import { type Adjudication, adjudicate, type JudgedGroup } from './adjudicate.ts';
import type { Deciding } from './deciding.ts';
import type { AnnotatorLayer, PlacedLine } from './member.ts';
import { type AdjudicationRule, ruleOperations, ruleOutcomes } from './rules.ts';
import type { PresentName } from './source.ts';

/** What a rule did to an article. */
export interface SettledByRule {
  /** The changes of the gold layer, in the order in which they are made. */
  readonly operations: readonly Operation[];
  /** How many groups the rule settled, in whole or in part. */
  readonly groups: number;
  /** How things stand after them. */
  readonly adjudication: Adjudication;
}

/** Relations need their ends in gold first; nothing needs relations. */
const PASSES = 2;

/** Carries out a rule on an article's layers. A second run finds nothing to do. */
export function settleByRule(
  layers: readonly AnnotatorLayer[],
  goldLines: readonly PlacedLine[],
  rule: AdjudicationRule,
  deciding: Omit<Deciding, 'decision'>,
  { wanted, present }: { wanted?: (group: JudgedGroup) => boolean; present?: PresentName } = {},
): SettledByRule {
  const operations: Operation[] = [];
  const touched = new Set<string>();
  let gold = goldLines;
  let adjudication = adjudicate(layers, gold, present);
  for (let pass = 0; pass < PASSES; pass++) {
    const outcomes = ruleOutcomes(adjudication, rule, wanted);
    const made = ruleOperations(adjudication, outcomes, deciding);
    if (made.length === 0) break;
    for (const { group } of outcomes) touched.add(group.key);
    operations.push(...made);
    gold = afterwards(gold, made, deciding.article);
    adjudication = adjudicate(layers, gold, present);
  }
  return { operations, groups: touched.size, adjudication };
}

/** Gold lines after operations, the new ones at their places. */
function afterwards(
  gold: readonly PlacedLine[],
  operations: readonly Operation[],
  article: LocatedArticle,
): PlacedLine[] {
  const known = new Map(gold.map((line) => [line.annotation, line]));
  const before: readonly Annotation[] = gold.map((line) => line.annotation);
  return operations.reduce(applyOperation, before).map((a) => known.get(a) ?? placedLine(a, article));
}

/** A line that was anchored in this very text, at its place. */
export function placedLine(annotation: Annotation, { offsets }: LocatedArticle): PlacedLine {
  if (annotation.kind !== 'span' && annotation.kind !== 'review') return { annotation, certain: true };
  const units = ({ start, end }: { start: number; end: number }) => ({
    start: offsets.toUtf16(start),
    end: offsets.toUtf16(end),
  });
  const parts = annotation.kind === 'span' && annotation.parts ? { parts: annotation.parts.map(units) } : {};
  return { annotation, range: units(annotation), ...parts, certain: true };
}
