import { locate } from '../../core/annotations/locate.ts';
import type { SpanAnnotation } from '../../core/annotations/model.ts';
import { reanchored } from '../../core/annotations/reanchor.ts';
import type { DatasetSpan } from '../../core/formats/dataset.ts';
import type { Reason } from '../../core/formats/loss.ts';
import type { PlacedLoss } from '../../core/formats/lossLines.ts';
import { msg } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { AnchorPlace } from '../anchorPlaces.ts';
import type { Workspace } from '../workspace.ts';
import type { ExportChoice } from './exportChoice.ts';
import type { SourceText } from './sourceText.ts';

/** A span annotation with other people's records applied, the sidecar that it stands in, and its id in the dataset. */
export interface KnownSpan {
  readonly id: string;
  readonly sidecar: string;
  readonly annotation: SpanAnnotation;
}

export interface PlacedSpans {
  readonly spans: DatasetSpan[];
  readonly losses: PlacedLoss[];
  /** How many have a place that is a guess. */
  readonly review: number;
}

const ORPHAN: Reason = {
  code: 'orphan',
  message: msg('Its words are nowhere in the article any more.'),
};
const REVIEW: Reason = {
  code: 'review',
  message: msg('Its place is a guess, since the article has changed: somebody should look at it.'),
};
const GAP: Reason = {
  code: 'review',
  message: msg('Where its gap is now nobody knows, since the words around it have changed.'),
};

/** Puts spans at their places in the article as it is now; those of its present revision at once. */
export async function placeSpans(
  workspace: Workspace,
  source: SourceText,
  known: readonly KnownSpan[],
  review: ExportChoice['review'],
): Promise<PlacedSpans> {
  const moved = known.filter(({ annotation }) => annotation.rev !== source.revision);
  if (moved.length > 0) {
    const uses = moved.map(({ id, sidecar, annotation }) => ({ id, sidecar, anchor: annotation }));
    await workspace.anchoring.place(source, uses, 'thorough');
  }
  const spans: DatasetSpan[] = [];
  const losses: PlacedLoss[] = [];
  let guesses = 0;
  for (const one of known) {
    const place = placeOf(source, one);
    if (!place) {
      const near = source.places.near(one.sidecar, one.id, one.annotation) ?? 0;
      const item = spanAt(one, { start: near, end: near });
      losses.push({ loss: { kind: 'span', item, reasons: [ORPHAN] }, quote: one.annotation.text });
      continue;
    }
    const parts = partsAt(source, one.annotation, place.range);
    const span = spanAt(one, place.range, parts);
    const isGuess = place.status === 'review' || parts === 'unknown';
    if (isGuess) guesses++;
    // A span whose gap is nowhere known would take words in that nobody meant.
    if (parts === 'unknown') losses.push({ loss: { kind: 'span', item: span, reasons: [GAP] } });
    else if (isGuess && review === 'drop')
      losses.push({ loss: { kind: 'span', item: span, reasons: [REVIEW] } });
    else spans.push(span);
  }
  return { spans, losses, review: guesses };
}

function placeOf(source: SourceText, { id, sidecar, annotation }: KnownSpan): AnchorPlace | undefined {
  if (annotation.rev !== source.revision) return source.places.of(sidecar, id, annotation, source);
  const { range, status } = locate(annotation, source);
  return range && status !== 'orphan' ? { range, status } : undefined;
}

/** The stretches of a span with gaps; undefined where it has none, `unknown` where nobody knows where they are now. */
function partsAt(
  { text, offsets, revision }: SourceText,
  annotation: SpanAnnotation,
  range: TextRange,
): readonly TextRange[] | undefined | 'unknown' {
  if (!annotation.parts) return undefined;
  const now = reanchored(annotation, { article: text, range, offsets, revision });
  if (!now?.parts) return 'unknown';
  const parts: { start: number; end: number }[] = [];
  for (const { start, end } of now.parts) {
    const [from, to] = [offsets.toUtf16(start), offsets.toUtf16(end)];
    const last = parts.at(-1);
    // A sidecar may have pieces that touch each other: there is no gap between those.
    if (last?.end === from) last.end = to;
    else parts.push({ start: from, end: to });
  }
  return parts.length > 1 ? parts : undefined;
}

function spanAt(
  { id, annotation }: KnownSpan,
  { start, end }: TextRange,
  parts?: readonly TextRange[] | 'unknown',
): DatasetSpan {
  const { label, note, attributes, entity } = annotation;
  return {
    id,
    start,
    end,
    label,
    attributes: attributes ?? NO_ATTRIBUTES,
    ...(parts && parts !== 'unknown' ? { parts } : {}),
    ...(note === undefined ? {} : { note }),
    ...(entity === undefined ? {} : { entity }),
  };
}

const NO_ATTRIBUTES: DatasetSpan['attributes'] = new Map();
