import type { AttributeValue } from '../../annotations/model.ts';
import { msg } from '../../message.ts';
import { completeRelations } from '../completeRelations.ts';
import type { FileProblem, ReadArticle, ReadDocumentLabel, ReadRelation, ReadSpan } from '../readArticle.ts';
import { Details } from './details.ts';
import { areUsual, EQUIV, EVENT, RELATION, ROLES } from './links.ts';
import { nameOf } from './names.ts';
import type { BinaryLine, BoundLine, BratLine, EventLine } from './parseLine.ts';
import { QuotedParts } from './quotes.ts';

/** What the lines of an `.ann` file say, as spans and relations. */
export interface BratAnnotations {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
  readonly documentLabels: readonly ReadDocumentLabel[];
  readonly article: Pick<ReadArticle, 'name' | 'language' | 'annotator'>;
  readonly problems: readonly FileProblem[];
}

/**
 * Makes spans and relations of lines. An event becomes a span on its trigger with the attribute `event`, its arguments
 * relations from there; a trigger is no span of its own. `text`: the article as it stands in the file beside.
 */
export function readAnnotations(lines: readonly BratLine[], text: string | undefined): BratAnnotations {
  const problems: FileProblem[] = [];
  const words = new Map(lines.flatMap((l) => (l.kind === 'T' ? [[l.id, l] as const] : [])));
  const ids = new Set(lines.map((l) => l.id));
  const missing = ({ id, line }: BratLine, target: string) => {
    const message = msg(
      '{0} refers to {1}, which is not in this file. If the file was cut short, get it whole; else take this line out.',
      id,
      target,
    );
    problems.push({ code: 'brat/no-target', severity: 'error', message, line });
  };
  const events = lines
    .filter((l) => l.kind === 'E')
    .filter((event) => {
      if (words.has(event.trigger)) return true;
      missing(event, event.trigger);
      return false;
    });
  /** The first event of a trigger stands for it: brat shows them as one. */
  const eventOf = new Map<string, string>();
  for (const { id, trigger } of events) if (!eventOf.has(trigger)) eventOf.set(trigger, id);
  const resolve = (line: BratLine, target: string): string | undefined => {
    if (/^[TER]/.test(target) && ids.has(target)) return eventOf.get(target) ?? target;
    missing(line, target);
    return undefined;
  };
  const details = new Details(resolve, problems);
  for (const line of lines) details.add(line);

  const quoted = new QuotedParts(text);
  const span = ({ id, label, line }: BoundLine | EventLine, bound: BoundLine): ReadSpan => {
    const { attributes, note, entity, extra } = details.of(id);
    if (id !== bound.id) attributes.set(EVENT, true);
    return {
      id,
      label: nameOf(label),
      parts: quoted.parts(bound.fragments, bound.quote, extra),
      attributes,
      ...(note === undefined ? {} : { note }),
      ...(entity === undefined ? {} : { entity }),
      line,
    };
  };
  const spans = lines.flatMap((l): ReadSpan[] => {
    if (l.kind === 'T') return eventOf.has(l.id) ? [] : [span(l, l)];
    const trigger = l.kind === 'E' ? words.get(l.trigger) : undefined;
    return l.kind === 'E' && trigger ? [span(l, trigger)] : [];
  });
  return {
    spans,
    relations: withEnds(spans, relationsOf(lines, new Set(events), resolve, details)),
    documentLabels: details.documentLabels,
    article: details.article,
    problems,
  };
}

/** Without relations whose ends turned out to be nothing; why was reported with the end. */
function withEnds(spans: readonly ReadSpan[], relations: readonly ReadRelation[]): ReadRelation[] {
  const joining = relations.map(({ id, from, to }) => ({ id, ends: [from, to] }));
  const complete = completeRelations(joining, new Set(spans.map((s) => s.id)));
  return relations.filter((r) => complete.has(r.id));
}

type Resolve = (line: BratLine, target: string) => string | undefined;

function relationsOf(
  lines: readonly BratLine[],
  events: ReadonlySet<BratLine>,
  resolve: Resolve,
  details: Details,
): ReadRelation[] {
  const binary: { line: BinaryLine; from: string; to: string; roles: readonly string[] }[] = [];
  const relations: ReadRelation[] = [];
  for (const line of lines) {
    if (line.kind === 'R') {
      const [first, second] = line.args;
      const turned = areUsual(first.role, second.role) && first.role === 'Arg2';
      const from = resolve(line, (turned ? second : first).target);
      const to = resolve(line, (turned ? first : second).target);
      const roles = areUsual(first.role, second.role) ? [] : [first.role, second.role];
      if (from !== undefined && to !== undefined) binary.push({ line, from, to, roles });
    } else if (line.kind === 'E' && events.has(line)) {
      for (const [i, { role, target }] of line.args.entries()) {
        const to = resolve(line, target);
        if (to !== undefined) relations.push(link(line, i, role, line.id, to, new Map()));
      }
    } else if (line.kind === '*') {
      const members = line.members.map((m) => resolve(line, m)).filter((m) => m !== undefined);
      for (const [i, to] of members.entries()) {
        const from = members[i - 1];
        if (from !== undefined) relations.push(link(line, i, line.label, from, to, new Map([[EQUIV, true]])));
      }
    }
  }
  const referred = new Set([...binary, ...relations].flatMap(({ from, to }) => [from, to]));
  const eventIds = new Set([...events].map((e) => e.id));
  for (const { line, from, to, roles } of binary) {
    const { attributes, note } = details.of(line.id);
    if (roles.length > 0) attributes.set(ROLES, roles);
    const bare = attributes.size === 0 && note === undefined && !referred.has(line.id);
    if (bare && eventIds.has(from)) attributes.set(RELATION, true);
    relations.push({
      id: line.id,
      label: nameOf(line.label),
      from,
      to,
      attributes,
      ...(note === undefined ? {} : { note }),
      line: line.line,
    });
  }
  return relations;
}

/** A relation that has no id of its own: no id of brat's has a tab. */
function link(
  { id, line }: BratLine,
  number: number,
  label: string,
  from: string,
  to: string,
  attributes: ReadonlyMap<string, AttributeValue>,
): ReadRelation {
  return { id: `${id}\t${line}.${number}`, label: nameOf(label), from, to, attributes, line };
}
