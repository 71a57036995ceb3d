import type { SpanAnnotation } from '../model.ts';
import { readAnnotation } from '../readAnnotation.ts';
import type { Row } from './rows.ts';

/** Two annotations that say the same of the same words. */
export interface Twice {
  readonly ours: string;
  readonly theirs: string;
  readonly label: string;
  readonly text: string;
}

/** The spans that both sides added with the same label at the same place of the same text, under two ids. */
export function addedTwice(ours: readonly Row[], theirs: readonly Row[]): Twice[] {
  // An id begins with the place where the annotation was made: the same place has the same beginning.
  const begins = new Set(ours.map(beginning));
  const others = theirs.filter((row) => begins.has(beginning(row)));
  if (others.length === 0) return [];
  const mine = new Map<string, SpanAnnotation>();
  for (const span of spansOf(ours)) mine.set(placeOf(span), span);
  return spansOf(others).flatMap((span) => {
    const same = mine.get(placeOf(span));
    return same ? [{ ours: same.id, theirs: span.id, label: span.label, text: span.text }] : [];
  });
}

function beginning({ id }: Row): string {
  return id.slice(0, id.indexOf('-'));
}

function spansOf(rows: readonly Row[]): SpanAnnotation[] {
  return rows.flatMap(({ line }) => {
    const annotation = readAnnotation(line)?.annotation;
    return annotation?.kind === 'span' ? [annotation] : [];
  });
}

function placeOf({ label, start, end, rev, parts }: SpanAnnotation): string {
  return JSON.stringify([label, start, end, rev, parts ?? []]);
}
