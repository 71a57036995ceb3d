import {
  type Adjudication,
  adjudicate,
  type JudgedGroup,
} from '../../server/src/core/adjudication/adjudicate.ts';
import type { Deciding } from '../../server/src/core/adjudication/deciding.ts';
import type { AnnotatorLayer, PlacedLine } from '../../server/src/core/adjudication/member.ts';
import { placedLine } from '../../server/src/core/adjudication/settle.ts';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation, AttributeValue, SpanAnnotation } from '../../server/src/core/annotations/model.ts';
import { applyOperation, type Operation } from '../../server/src/core/annotations/operations.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';

/** An article whose offsets in files and in memory differ from its first word on. */
export const TEXT = '😀 Wartawan New York Times tiba di Universitas Hanoi, kata Nguyen Van An kemarin.';
export const ARTICLE = { text: TEXT, offsets: new TextOffsets(TEXT), revision: revisionOf(TEXT) };

let drawn = 0;
/** Another suffix each time. */
export function suffix(): string {
  drawn += 1;
  return drawn.toString(36).padStart(6, '0');
}

/** A span on the first place of some words. */
export function span(words: string, label: string, more: Partial<SpanAnnotation> = {}): SpanAnnotation {
  const start = TEXT.indexOf(words);
  const range = { start, end: start + words.length };
  return { ...newSpan({ article: TEXT, range, label, suffix: suffix() }), ...more };
}

/** A label of the whole article. */
export function value(label: string, said: AttributeValue): Annotation {
  return { kind: 'documentLabel', id: `00000000-${suffix()}`, label, value: said, extra: [] };
}

/** A line at its place. */
export function placed(annotation: Annotation): PlacedLine {
  return placedLine(annotation, ARTICLE);
}

/** What each annotator says. */
export type Said = Readonly<Record<string, readonly Annotation[]>>;

export function layersOf(said: Said): AnnotatorLayer[] {
  return Object.entries(said).map(([annotator, annotations]) => ({
    annotator,
    lines: annotations.map(placed),
  }));
}

export function judge(said: Said, gold: readonly Annotation[] = []): Adjudication {
  return adjudicate(layersOf(said), gold.map(placed));
}

/** The one group, of several where `words` stands in it. */
export function groupAt({ groups }: Adjudication, words: string): JudgedGroup {
  const at = TEXT.indexOf(words);
  const found = groups.find((g) => g.range && g.range.start <= at && at + words.length <= g.range.end);
  if (!found) throw new Error(`no group at “${words}”`);
  return found;
}

export function deciding(more: Partial<Deciding> = {}): Deciding {
  return { article: ARTICLE, decision: 'decided', ...more };
}

/** The gold layer after some operations. */
export function goldAfter(
  gold: readonly Annotation[],
  operations: readonly Operation[],
): readonly Annotation[] {
  return operations.reduce(applyOperation, gold);
}
