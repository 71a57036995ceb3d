import type { UnitsRead } from './readUnits.ts';

/** A sentence that has an id: from its first token to its last. */
export interface NamedSentenceRead {
  readonly id: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The sentences of a file that have an id. */
export function namedSentences({ sentences, units }: UnitsRead): NamedSentenceRead[] {
  const bounds = new Map<number, { start: number; end: number }>();
  for (const unit of units) {
    const known = bounds.get(unit.sentence);
    if (!known) bounds.set(unit.sentence, { start: unit.start, end: unit.end });
    else if (unit.isToken) known.end = unit.end;
  }
  return sentences.flatMap(({ id, line }, i): NamedSentenceRead[] => {
    const place = bounds.get(i);
    return place && id !== undefined && id.trim() !== '' ? [{ id, line, ...place }] : [];
  });
}
