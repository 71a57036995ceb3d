import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation, SpanAnnotation } from '../../server/src/core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';

/** An article of plain words, each of which can be tagged. */
export const ARTICLE = Array.from({ length: 60 }, (_, i) => `word${String(i).padStart(2, '0')}`).join(' ');
export const FILE = 'news/a b.txt.ann.json';

/** A tag on the n-th word. */
export function tag(n: number, label = 'ORG', more: Partial<SpanAnnotation> = {}): SpanAnnotation {
  const start = n * 7;
  const suffix = `s${String(n).padStart(5, '0')}`;
  return { ...newSpan({ article: ARTICLE, range: { start, end: start + 6 }, label, suffix }), ...more };
}

/** The sidecar's text with these tags. */
export function sidecar(...annotations: readonly Annotation[]): string {
  return serializeSidecar(annotations);
}

/** What a sidecar says in short: `word03=ORG`, with `!` where somebody has to decide. */
export function said(text: string): string[] {
  return annotationsOf(parseSidecar(text)).map((a) =>
    a.kind === 'span' ? `${a.text}=${a.label}${a.note ? `(${a.note})` : ''}${a.conflict ? '!' : ''}` : a.kind,
  );
}
