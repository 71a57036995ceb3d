import { newId } from '../annotations/create.ts';
import type { AnnotationRecord } from '../annotations/model.ts';
import type { Operation } from '../annotations/operations.ts';
import { speaksOf } from '../annotations/records/weigh.ts';
import { annotationLine } from '../annotations/serialize.ts';
import { type Message, msg } from '../message.ts';
import type { TextRange } from '../text/range.ts';
import { revisionOf } from '../text/revision.ts';
import { type Adjudication, goldEnd, type JudgedGroup } from './adjudicate.ts';
import type { Deciding } from './deciding.ts';
import type { GoldLine } from './gold.ts';
import { goldFrom, type LineMaker, ownSpan } from './goldLine.ts';
import { isLost, type Version } from './group.ts';
import type { Member } from './member.ts';
import { sourceEntry } from './source.ts';

/** What becomes of a group. Versions that are neither taken nor refused stay open. */
export interface Outcome {
  readonly take: readonly Version[];
  readonly refuse: readonly Version[];
  /** Another label or range (UTF-16 units) than anybody's, instead of all versions. */
  readonly own?: { readonly label: string; readonly range: TextRange };
}

/** The changes of the gold layer that carry out an outcome, none where it says so already; or why it cannot. */
export function outcomeOperations(
  adjudication: Adjudication,
  group: JudgedGroup,
  outcome: Outcome,
  deciding: Deciding,
): readonly Operation[] | { readonly refused: Message } {
  const wanted: LineMaker[] = [];
  for (const version of outcome.take) {
    const maker = lineFor(adjudication, version, deciding);
    if ('refused' in maker) return maker;
    wanted.push(maker);
  }
  if (outcome.own) wanted.push(ownSpan(group, outcome.own, deciding));
  const ids = new Set(adjudication.gold.ids);
  const fresh: FreshId = (start, says, first) => freshId(ids, start, says, first);
  const complete =
    outcome.own !== undefined || outcome.take.length + outcome.refuse.length === group.versions.length;
  const gone = new Set(outcome.refuse.map((v) => v.content));
  const operations: Operation[] = [];
  const rest: GoldLine[] = [];
  const unmet = new Set(wanted);
  for (const line of group.gold) {
    const same = wanted.find((w) => unmet.has(w) && w.content === line.content);
    if (same) {
      unmet.delete(same);
      operations.push(...restated(line, same, group, deciding));
    } else if (complete || (line.content !== undefined && gone.has(line.content))) rest.push(line);
  }
  for (const line of rest) {
    const others = line.sources.filter((s) => !names(group).has(s.ref));
    // Also made from what is decided elsewhere: only this group's part is taken back.
    if (others.length > 0) {
      const sources = others.map(sourceEntry);
      operations.push({ kind: 'replace', annotation: { ...line.annotation, sources } });
      continue;
    }
    const [next] = [...unmet].filter((w) => w.kind === line.annotation.kind);
    if (next) unmet.delete(next);
    const { id } = line.annotation;
    operations.push(next ? { kind: 'replace', annotation: next.make(id) } : { kind: 'remove', id });
  }
  for (const maker of unmet)
    operations.push({
      kind: 'add',
      annotation: maker.make(fresh(maker.start, maker.content ?? maker.sources.join(' '))),
    });
  const taken = outcome.own ? group.versions : outcome.take;
  operations.push(...withdrawn(adjudication, taken), ...refused(adjudication, outcome, deciding, fresh));
  return operations;
}

function lineFor(
  adjudication: Adjudication,
  version: Version,
  deciding: Deciding,
): LineMaker | { readonly refused: Message } {
  if (isLost(version)) {
    return {
      refused: msg(
        'Its words are no longer in the article. Take none, or select the right place and change it.',
      ),
    };
  }
  const [member] = version.members;
  if (version.annotation.kind !== 'relation' || !member) return goldFrom(version, deciding);
  const [from, to] = [goldEnd(adjudication, member, 'from'), goldEnd(adjudication, member, 'to')];
  if (from === undefined || to === undefined) {
    return {
      refused: msg(
        'First decide about both tags that this relation links: it can only link tags of the gold layer.',
      ),
    };
  }
  return goldFrom(version, deciding, { from, to });
}

/** A gold line that says what is wanted: as it is where its sources are complete and no person decides anew. */
function restated(line: GoldLine, maker: LineMaker, group: JudgedGroup, deciding: Deciding): Operation[] {
  const { annotation } = line;
  const known = new Set(line.sources.map(sourceEntry));
  const isComplete = maker.sources.every((s) => known.has(s));
  if (deciding.decision !== 'decided' && isComplete && annotation.decision === deciding.decision) return [];
  const others = line.sources.filter((s) => !names(group).has(s.ref));
  const made = maker.make(annotation.id);
  const sources = [...new Set([...maker.sources, ...others.map(sourceEntry)])].sort();
  const next = { ...made, sources, extra: annotation.extra };
  return annotationLine(next) === annotationLine(annotation) ? [] : [{ kind: 'replace', annotation: next }];
}

function names({ versions }: JudgedGroup): ReadonlySet<string> {
  return new Set(versions.flatMap((v) => v.members.map((m) => m.ref)));
}

/** Takes back what was said against members that are gold now. */
function withdrawn({ gold }: Adjudication, versions: readonly Version[]): Operation[] {
  const records = versions.flatMap((v) => v.members.flatMap((m) => gold.refusalsOf(m)));
  return [...new Set(records.map((r) => r.id))].map((id) => ({ kind: 'remove', id }));
}

/** Says of each member that it was looked at and is not gold. */
function refused({ gold }: Adjudication, outcome: Outcome, deciding: Deciding, fresh: FreshId): Operation[] {
  const members = new Map<string, Member>();
  for (const version of outcome.refuse) for (const member of version.members) members.set(member.ref, member);
  // The reason stands with what became gold, where anything did.
  const said = deciding.note !== undefined && outcome.take.length === 0 ? { note: deciding.note } : {};
  const by = deciding.by === undefined ? {} : { by: deciding.by };
  return [...members.values()].flatMap((member): Operation[] => {
    const records = gold.refusalsOf(member);
    const current = records.find((r) => speaksOf(member.annotation, r.was));
    if (current && (deciding.decision !== 'decided' || !('note' in said))) return [];
    const known = current ?? records[0];
    const start = member.range ? deciding.article.offsets.toCodePoint(member.range.start) : 0;
    const record: AnnotationRecord = {
      kind: 'record',
      id: known?.id ?? fresh(start, `not ${member.ref}@${member.hash}`, AFTER_GOLD),
      ref: member.ref,
      delete: true,
      was: member.hash,
      ...said,
      ...by,
      extra: known?.extra ?? [],
    };
    return [{ kind: known ? 'replace' : 'add', annotation: record }];
  });
}

type FreshId = (start: number, says: string, first?: string) => string;

/** What the ids of refusals begin with, so that they stand below what became gold at the same place. */
const AFTER_GOLD = 'z';
const SUFFIX_LENGTH = 6;

/**
 * An id that follows from what the line says, so that two people who decide alike on two branches write one line, and a
 * merge holds no doubles.
 */
function freshId(taken: Set<string>, start: number, says: string, first = ''): string {
  const idOf = (draw: number) =>
    newId(start, `${first}${revisionOf(`${draw} ${says}`)}`.slice(0, SUFFIX_LENGTH));
  let draw = 0;
  while (taken.has(idOf(draw))) draw++;
  const id = idOf(draw);
  taken.add(id);
  return id;
}
