import type { TextRange } from '../../text/range.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Candidate, Reading } from '../mention.ts';
import { type Crossing, namesAcross } from './junctions.ts';
import type { NamedParagraph } from './paragraphNames.ts';

/** A name at its place in the article; UTF-16 units of it. */
export interface PlacedName extends TextRange {
  readonly readings: readonly Reading[];
  /** As its paragraph has it; undefined where a line break splits it. */
  readonly candidate: Candidate | undefined;
}

/**
 * The names of a paragraph at their places in the article, with the one that goes on in the next line, and without
 * what such names cover. `open` is where the name that began on the line before ends.
 */
export function placedNames(
  paragraph: NamedParagraph,
  next: NamedParagraph | undefined,
  open: number,
  gazetteer: Gazetteer,
  language: string,
): PlacedName[] {
  const names: PlacedName[] = [];
  for (const candidate of paragraph.candidates) {
    const start = candidate.start + paragraph.start;
    if (start < open) continue;
    names.push({ start, end: candidate.end + paragraph.start, readings: candidate.readings, candidate });
  }
  if (next?.follows !== true) return names;
  for (const crossing of namesAcross(gazetteer, paragraph.text, next.text, language)) {
    const placed = place(crossing, paragraph, next);
    const covered = names.filter(({ end }) => end > placed.start);
    const below = next.candidates[0];
    const longer = (range: TextRange): boolean => range.end - range.start < placed.end - placed.start;
    if (placed.start < open || !covered.every((name) => name.start >= placed.start && longer(name))) continue;
    if (below !== undefined && below.start < crossing.endBelow && below.end > crossing.endBelow) continue;
    names.splice(names.length - covered.length, covered.length, placed);
    break;
  }
  return names;
}

function place(
  { start, endBelow, readings }: Crossing,
  paragraph: NamedParagraph,
  next: NamedParagraph,
): PlacedName {
  return { start: start + paragraph.start, end: endBelow + next.start, readings, candidate: undefined };
}
