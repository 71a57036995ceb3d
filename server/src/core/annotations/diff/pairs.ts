import type { Annotation } from '../model.ts';
import { annotationLine } from '../serialize.ts';
import { isAnchored } from './change.ts';

/** What of two lists belongs together. */
export interface Pairs {
  /** Older and newer version, which may read the same. */
  readonly pairs: readonly (readonly [Annotation, Annotation])[];
  readonly removed: readonly Annotation[];
  readonly added: readonly Annotation[];
}

/**
 * Pairs by id. Where an id stands on several lines, as it must not, lines that read the same belong together, and the
 * others in their order. Lines of another kind are other lines.
 */
export function pairById(before: readonly Annotation[], after: readonly Annotation[]): Pairs {
  const pairs: (readonly [Annotation, Annotation])[] = [];
  const left = grouped(before, annotationLine);
  const rest: Annotation[] = [];
  for (const now of after) {
    const same = left.get(annotationLine(now))?.shift();
    if (same) pairs.push([same, now]);
    else rest.push(now);
  }
  const kindAndId = ({ kind, id }: Annotation) => `${kind} ${id}`;
  const byId = grouped([...left.values()].flat(), kindAndId);
  const added: Annotation[] = [];
  for (const now of rest) {
    const old = byId.get(kindAndId(now))?.shift();
    if (old) pairs.push([old, now]);
    else added.push(now);
  }
  return { pairs, removed: [...byId.values()].flat(), added };
}

/**
 * Pairs what was removed with what was added on the same words of the same text: somebody tagged it anew. Only where
 * one alone was removed there and one alone was added, since else nobody can tell which became which.
 */
export function pairRetagged(removed: readonly Annotation[], added: readonly Annotation[]): Pairs {
  const old = grouped(removed, placeKey);
  const now = grouped(added, placeKey);
  const pairs: (readonly [Annotation, Annotation])[] = [];
  for (const [key, [first, ...others]] of old) {
    const [made, ...more] = now.get(key) ?? [];
    if (key !== '' && first && made && others.length === 0 && more.length === 0) pairs.push([first, made]);
  }
  const used = new Set(pairs.flat());
  return {
    pairs,
    removed: removed.filter((annotation) => !used.has(annotation)),
    added: added.filter((annotation) => !used.has(annotation)),
  };
}

/** The same for spans on the same words of the same text; empty for whatever is no span. */
function placeKey(annotation: Annotation): string {
  if (!isAnchored(annotation) || annotation.kind !== 'span') return '';
  const { rev, start, end, text, parts } = annotation;
  return JSON.stringify([rev, start, end, text, parts?.map((part) => [part.start, part.end]) ?? []]);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
