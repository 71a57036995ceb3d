import { anchorOf } from '../../annotations/create.ts';
import type { Anchor, SpanAnnotation } from '../../annotations/model.ts';
import { type DatasetSpan, partsOf } from '../../formats/dataset.ts';
import type { Unsure } from '../../formats/offsets/placeRead.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { revisionOf } from '../../text/revision.ts';

/** The article that annotations are added to. */
export interface ImportTarget {
  /** Canonical. */
  readonly text: string;
  readonly offsets: TextOffsets;
  readonly revision: string;
}

/** The text that a file speaks of, canonical, with what is computed from it once. */
export class FileText {
  readonly text: string;
  private counted: TextOffsets | undefined;
  private hash: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get offsets(): TextOffsets {
    this.counted ??= new TextOffsets(this.text);
    return this.counted;
  }

  get revision(): string {
    this.hash ??= revisionOf(this.text);
    return this.hash;
  }
}

/** Where a span is, as its line says it. */
export type Anchored = Anchor & Pick<SpanAnnotation, 'parts'>;

/** The revision of a text that nobody knows: an annotation of it is always looked at by a person. */
export const UNKNOWN_REVISION = '000000000000';

/**
 * Where a span is, as its line says it. What somebody should look at refers to the text that the file speaks of
 * (`base`), or to one that nobody knows, so that the editor shows it as it does annotations of older texts.
 */
export function anchoredSpan(
  { text, offsets, revision }: ImportTarget,
  base: FileText,
  span: DatasetSpan,
  doubt: Unsure | undefined,
): Anchored {
  if (doubt?.doubt.code === 'changed') {
    return anchoredAt(base.text, base.offsets, base.revision, doubt.claimed);
  }
  const here = anchoredAt(text, offsets, revision, partsOf(span));
  const [claimed, ...more] = doubt?.claimed ?? [];
  if (doubt?.doubt.code !== 'requoted' || !claimed || more.length > 0) return here;
  const [start, end] = [base.offsets.toCodePoint(claimed.start), base.offsets.toCodePoint(claimed.end)];
  return { start, end, text: here.text, before: '', after: '', rev: UNKNOWN_REVISION };
}

function anchoredAt(
  text: string,
  offsets: TextOffsets,
  revision: string,
  parts: readonly TextRange[],
): Anchored {
  const hull = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
  const anchor = anchorOf({ article: text, range: hull, offsets, revision, suffix: '' });
  if (parts.length < 2) return anchor;
  const points = parts.map(({ start, end }) => ({
    start: offsets.toCodePoint(start),
    end: offsets.toCodePoint(end),
  }));
  return { ...anchor, parts: points };
}
