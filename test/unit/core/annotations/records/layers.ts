import type { Annotation, AnnotationRecord } from '../../../../../server/src/core/annotations/model.ts';
import { readAnnotation } from '../../../../../server/src/core/annotations/readAnnotation.ts';
import { lineHash } from '../../../../../server/src/core/annotations/serialize.ts';

/** What one person's file says. */
export interface TestLayer {
  readonly annotator: string | undefined;
  readonly annotations: readonly Annotation[];
}

/** A file of somebody's. */
export function layer(annotator: string | undefined, ...annotations: readonly Annotation[]): TestLayer {
  return { annotator, annotations };
}

/** An annotation from its keys. */
export function annotation(keys: object): Annotation {
  const read = readAnnotation(JSON.stringify(keys));
  if (!read || read.fault) throw new Error(`no annotation: ${JSON.stringify(keys)}`);
  return read.annotation;
}

/** A tag of four characters. */
export function span(id: string, more: object = {}): Annotation {
  const place = { start: 4, end: 8, text: 'Bank', before: 'The ', after: ' is', rev: '0123456789ab' };
  return annotation({ id, label: 'PER', ...place, ...more });
}

/** A word on an annotation as it is. */
export function record(id: string, about: Annotation, says: object): AnnotationRecord {
  const made = annotation({ id, ref: about.id, was: lineHash(about), ...says });
  if (made.kind !== 'record') throw new Error('no record');
  return made;
}
