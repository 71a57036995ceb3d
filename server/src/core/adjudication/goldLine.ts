import { anchorOf } from '../annotations/create.ts';
import type { Anchor, Judged, SpanAnnotation } from '../annotations/model.ts';
import type { TextRange } from '../text/range.ts';
import type { Deciding } from './deciding.ts';
import type { Group, Version } from './group.ts';
import { contentOf, type Judgeable } from './member.ts';
import { sourcesOf } from './source.ts';

/** A line of the gold layer that only lacks its id. */
export interface LineMaker {
  readonly kind: Judgeable['kind'];
  /** Code points at which it starts; 0 where it has no place. */
  readonly start: number;
  /** As a member's; undefined for a relation, whose ends have other names in the gold layer. */
  readonly content: string | undefined;
  readonly sources: readonly string[];
  make(id: string): Judgeable;
}

/** The line that says what a version says. `ends`: the gold annotations that a relation links. */
export function goldFrom(
  version: Version,
  deciding: Deciding,
  ends?: { readonly from: string; readonly to: string },
): LineMaker {
  const { annotation, range, parts, content } = version;
  const sources = sourcesOf(version.members);
  const judged = judgedKeys(sources, deciding);
  const start = range ? deciding.article.offsets.toCodePoint(range.start) : 0;
  const base = { kind: annotation.kind, start, content, sources };
  switch (annotation.kind) {
    case 'span': {
      const place = placeOf(deciding, range ?? { start: 0, end: 0 }, parts);
      const { label, entity, attributes } = annotation;
      const details = {
        ...(entity === undefined ? {} : { entity }),
        ...(attributes === undefined ? {} : { attributes }),
      };
      return {
        ...base,
        make: (id) => ({ kind: 'span', id, label, ...place, ...details, ...judged, extra: [] }),
      };
    }
    case 'review': {
      const { parts: _, ...place } = placeOf(deciding, range ?? { start: 0, end: 0 }, undefined);
      const { rule, verdict } = annotation;
      return {
        ...base,
        make: (id) => ({ kind: 'review', id, rule, ...place, verdict, ...judged, extra: [] }),
      };
    }
    case 'articleReview': {
      const { rule, verdict } = annotation;
      const word = annotation.word === undefined ? {} : { word: annotation.word };
      return {
        ...base,
        make: (id) => ({ kind: 'articleReview', id, rule, ...word, verdict, ...judged, extra: [] }),
      };
    }
    case 'documentLabel': {
      const { label, value } = annotation;
      return { ...base, make: (id) => ({ kind: 'documentLabel', id, label, value, ...judged, extra: [] }) };
    }
    case 'relation': {
      const { label, attributes } = annotation;
      const { from, to } = ends ?? annotation;
      const details = attributes === undefined ? {} : { attributes };
      return {
        ...base,
        make: (id) => ({ kind: 'relation', id, from, to, label, ...details, ...judged, extra: [] }),
      };
    }
  }
}

/**
 * The span that somebody chose instead of everybody's. Entity and attributes stay where all who gave that label, or all
 * if nobody did, say the same.
 */
export function ownSpan(
  group: Group,
  { label, range }: { readonly label: string; readonly range: TextRange },
  deciding: Deciding,
): LineMaker {
  const spans = group.versions.flatMap(({ annotation }) => (annotation.kind === 'span' ? [annotation] : []));
  const alike = spans.filter((s) => s.label === label);
  const details = sharedDetails(alike.length > 0 ? alike : spans);
  const sources = sourcesOf(group.versions.flatMap((v) => v.members));
  const judged = judgedKeys(sources, deciding);
  const place = placeOf(deciding, range, undefined);
  const make = (id: string): SpanAnnotation => ({
    kind: 'span',
    id,
    label,
    ...place,
    ...details,
    ...judged,
    extra: [],
  });
  const content = contentOf(make(''), { range, parts: undefined });
  return { kind: 'span', start: place.start, content, sources, make };
}

function sharedDetails(spans: readonly SpanAnnotation[]): Pick<SpanAnnotation, 'entity' | 'attributes'> {
  const told = (s: SpanAnnotation) => JSON.stringify([s.entity ?? null, [...(s.attributes ?? [])].sort()]);
  const [first, ...others] = spans;
  if (!first || others.some((s) => told(s) !== told(first))) return {};
  const { entity, attributes } = first;
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

function judgedKeys(
  sources: readonly string[],
  { decision, by, note }: Deciding,
): Judged & { note?: string } {
  return {
    sources,
    decision,
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
  };
}

function placeOf(
  { article }: Deciding,
  range: TextRange,
  parts: readonly TextRange[] | undefined,
): Anchor & { parts?: { start: number; end: number }[] } {
  const { text, offsets, revision } = article;
  const anchor = anchorOf({ article: text, range, offsets, revision, suffix: '' });
  if (!parts) return anchor;
  const points = (offset: number) => offsets.toCodePoint(offset);
  return { ...anchor, parts: parts.map((p) => ({ start: points(p.start), end: points(p.end) })) };
}
