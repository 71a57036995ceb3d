import { readAnnotation } from '../../server/src/core/annotations/readAnnotation.ts';
import { annotationLine, lineHash } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import type { Random } from '../rules/random.ts';
import { anchorIn, anyCover, textOf } from './article.ts';
import { correctText, freshId, type Json, type Side } from './side.ts';

const LABELS = ['PER', 'ORG', 'GPE', 'LOC', 'EVENT'];
const ENTITIES = ['Q1', 'Q159', 'Q42418'];
const WORDS = ['checked', 'not sure', 'see line 3', '“as he said”', 'tên riêng'];

/** What a branch draws from. */
export interface Draw {
  readonly random: Random;
  /** Keys for new words that no other branch has. */
  readonly fresh: () => number;
}

export type Operation = (draw: Draw, side: Side) => void;

/** What people do, each as often as its number says. */
export const OPERATIONS: readonly (readonly [number, Operation])[] = [
  [30, add],
  [12, remove],
  [12, relabel],
  [8, (draw, side) => setKey(draw, side, 'note', WORDS)],
  [8, (draw, side) => setKey(draw, side, 'entity', ENTITIES)],
  [8, setAttribute],
  [4, moveEnd],
  [6, correctAndFind],
  [5, comment],
  [3, review],
  [3, documentLabel],
  [3, relation],
  [4, status],
];

const QUIET = OPERATIONS.filter(([, operation]) => operation !== correctAndFind);

/** One operation, drawn by the weights. */
export function anyOperation({ random }: Draw): Operation {
  return drawn(random, OPERATIONS);
}

/** One that leaves the article as it is. */
export function anyQuietOperation({ random }: Draw): Operation {
  return drawn(random, QUIET);
}

function drawn(random: Random, operations: typeof OPERATIONS): Operation {
  let n = random.below(operations.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, operation] of operations) {
    n -= weight;
    if (n < 0) return operation;
  }
  return add;
}

/** Tags words; mostly somewhere new. */
export function add({ random }: Draw, side: Side): void {
  const cover = anyCover(random, side.article);
  const anchor = anchorIn(side.article, cover);
  if (!anchor) return;
  const { start, end, ...words } = anchor;
  const id = freshId(random, start);
  side.lines.set(id, { id, start, end, label: random.pick(LABELS), ...words });
  side.covers.set(id, cover);
}

function remove({ random }: Draw, side: Side): void {
  const id = random.pick([...side.lines.keys()]);
  if (id === undefined) return;
  side.lines.delete(id);
  side.covers.delete(id);
}

function anySpan(random: Random, side: Side): Json | undefined {
  return random.pick([...side.lines.values()].filter((line) => 'label' in line && 'start' in line));
}

function change(side: Side, line: Json, changes: Json): void {
  const changed = Object.entries({ ...line, ...changes }).filter(([, value]) => value !== undefined);
  side.lines.set(String(line.id), Object.fromEntries(changed));
}

function relabel({ random }: Draw, side: Side): void {
  const span = anySpan(random, side);
  if (span) change(side, span, { label: random.pick(LABELS) });
}

function setKey({ random }: Draw, side: Side, key: string, values: readonly string[]): void {
  const span = anySpan(random, side);
  if (span) change(side, span, { [key]: random.below(5) === 0 ? undefined : random.pick(values) });
}

function setAttribute({ random }: Draw, side: Side): void {
  const span = anySpan(random, side);
  if (!span) return;
  const name = random.pick(['quoted', 'certain', 'role']) ?? '';
  const value = random.below(4) === 0 ? undefined : random.pick<unknown>([true, false, 'victim', 2]);
  const attributes = Object.entries({ ...(span.attributes ?? {}), [name]: value }).filter(
    ([, v]) => v !== undefined,
  );
  change(side, span, { attributes: attributes.length === 0 ? undefined : Object.fromEntries(attributes) });
}

/** Somebody corrects the article, and finds tags again. */
function correctAndFind({ random, fresh }: Draw, side: Side): void {
  correctText(random, side, fresh);
}

/** A person says that one word less, or another one, is meant. */
function moveEnd({ random }: Draw, side: Side): void {
  const span = anySpan(random, side);
  const cover = span && side.covers.get(String(span.id));
  if (!span || !cover) return;
  const wanted = { first: cover.first, last: cover.last + (random.below(2) === 0 ? 1 : -1) };
  const anchor = anchorIn(side.article, wanted);
  if (!anchor || anchor.end <= anchor.start) return;
  change(side, span, anchor);
  side.covers.set(String(span.id), wanted);
  side.placed.set(String(span.id), 'chosen');
}

function comment({ random }: Draw, side: Side): void {
  const span = anySpan(random, side);
  const read = span && readAnnotation(JSON.stringify(span))?.annotation;
  if (!read || annotationLine(read) === '') return;
  const id = freshId(random, Number(span.start));
  const said = random.pick<Json>([
    { comment: random.pick(WORDS) },
    { accept: true },
    { delete: true },
    { set: { label: random.pick(LABELS) } },
  ]);
  side.lines.set(id, {
    id,
    ref: span.id,
    ...said,
    was: lineHash(read),
    by: 'ana',
    time: '2026-11-22T08:05:00Z',
  });
}

function review({ random }: Draw, side: Side): void {
  const cover = anyCover(random, side.article);
  const anchor = anchorIn(side.article, cover);
  if (!anchor) return;
  const id = freshId(random, anchor.start);
  const verdict = random.pick(['dismissed', 'confirmed']);
  side.lines.set(id, { id, rule: 'text/repeated-word', ...anchor, verdict });
  side.covers.set(id, cover);
}

function documentLabel({ random }: Draw, side: Side): void {
  const known = random.pick([...side.lines.values()].filter((line) => 'value' in line));
  const value = random.pick(['sport', 'politics', 'weather']);
  if (known && random.below(2) === 0) {
    change(side, known, { value });
    return;
  }
  const id = freshId(random, 0);
  side.lines.set(id, { id, label: 'topic', value });
}

function relation({ random }: Draw, side: Side): void {
  const [from, to] = [anySpan(random, side), anySpan(random, side)];
  if (!from || !to) return;
  const id = freshId(random, Number(from.start));
  side.lines.set(id, { id, from: from.id, to: to.id, label: 'worksFor' });
}

function status({ random }: Draw, side: Side): void {
  const rev = revisionOf(textOf(side.article));
  side.lines.set('status', { id: 'status', status: random.pick(['open', 'done', 'reviewed']), rev });
}
