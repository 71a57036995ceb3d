import fc from 'fast-check';
import { type Annotation, type SpanAnnotation, sortById } from '../../server/src/core/annotations/model.ts';
import { applyOperation } from '../../server/src/core/annotations/operations.ts';
import { anyAnnotation, anyAnnotations } from './sidecarArbitraries.ts';

/** A change of an annotation, as one person makes it; the same annotation where it does not apply. */
export interface Change {
  /** What the change writes: two changes of different facets of one annotation are independent. */
  readonly facet: 'label' | 'note' | 'entity' | 'place' | `attribute ${string}`;
  readonly apply: (annotation: Annotation) => Annotation;
}

export type Edit =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  /** `index` of the annotation among those of the base, modulo their number. */
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'change'; readonly index: number; readonly change: Change }
  | { readonly kind: 'overwrite'; readonly index: number; readonly annotation: Annotation };

function ofSpan(facet: Change['facet'], apply: (span: SpanAnnotation) => Annotation): Change {
  return { facet, apply: (annotation) => (annotation.kind === 'span' ? apply(annotation) : annotation) };
}

const word = fc.constantFrom('ORG', 'PER', 'GPE', '__proto__');
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  word.map((label) => ofSpan('label', (span) => ({ ...span, label }))),
  word.map((note) => ofSpan('note', (span) => ({ ...span, note }))),
  fc.constant(ofSpan('note', ({ note: _, ...span }) => span)),
  word.map((entity) => ofSpan('entity', (span) => ({ ...span, entity }))),
  fc.tuple(fc.nat(5), fc.constantFrom('0', '1', '2')).map(([by, digit]) =>
    ofSpan('place', ({ parts: _, ...span }) => {
      return { ...span, start: span.start + by, end: span.end + by, rev: digit.repeat(12) };
    }),
  ),
  fc.tuple(word, fc.option(word, { nil: undefined })).map(([name, value]) =>
    ofSpan(`attribute ${name}`, ({ attributes = new Map(), ...span }) => {
      const changed = new Map(attributes);
      if (value === undefined) changed.delete(name);
      else changed.set(name, value);
      return changed.size === 0 ? span : { ...span, attributes: changed };
    }),
  ),
);

const index = fc.nat(7);
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: anyAnnotation.map((annotation): Edit => ({ kind: 'add', annotation })) },
  { weight: 2, arbitrary: index.map((i): Edit => ({ kind: 'remove', index: i })) },
  {
    weight: 6,
    arbitrary: fc.tuple(index, anyChange).map(([i, change]): Edit => ({ kind: 'change', index: i, change })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(index, anyAnnotation)
      .map(([i, annotation]): Edit => ({ kind: 'overwrite', index: i, annotation })),
  },
);
export const anyEdits = fc.array(anyEdit, { maxLength: 6 });
/** Annotations with ids of their own, in the order of a file. */
export const anySorted = anyAnnotations.map((annotations) => sortById(annotations));

/** The annotations after the edits; an edit of an annotation that the base does not have changes nothing. */
export function afterEdits(base: readonly Annotation[], edits: readonly Edit[]): readonly Annotation[] {
  let after = base;
  for (const edit of edits) {
    if (edit.kind === 'add') {
      after = applyOperation(after, edit);
      continue;
    }
    const id = base[edit.index % Math.max(1, base.length)]?.id;
    const now = after.find((a) => a.id === id);
    if (id === undefined || !now) continue;
    if (edit.kind === 'remove') after = applyOperation(after, { kind: 'remove', id });
    else if (edit.kind === 'change')
      after = applyOperation(after, { kind: 'replace', annotation: edit.change.apply(now) });
    else after = applyOperation(after, { kind: 'replace', annotation: withId(edit.annotation, id) });
  }
  return after;
}

function withId(annotation: Annotation, id: string): Annotation {
  if (annotation.kind === 'status') {
    return id === annotation.id ? annotation : { kind: 'unknown', id, json: `{"id":${JSON.stringify(id)}}` };
  }
  if (annotation.kind !== 'unknown') return { ...annotation, id };
  return {
    ...annotation,
    id,
    json: annotation.json.replace(/^\{"id":"(?:[^"\\]|\\.)*"/, () => `{"id":${JSON.stringify(id)}`),
  };
}
