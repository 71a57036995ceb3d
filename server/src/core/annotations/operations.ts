import { type Annotation, compareIds } from './model.ts';

/** One change of a sidecar. A replacement keeps the id. */
export type Operation =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'replace'; readonly annotation: Annotation };

/** The id that an operation is about. */
export function operationId(operation: Operation): string {
  return operation.kind === 'remove' ? operation.id : operation.annotation.id;
}

/**
 * The annotations after an operation. Additions go before the first annotation of a greater id, so that a sorted list
 * stays sorted. The list is returned unchanged where an addition's id is taken, or where a removal's or replacement's
 * id is missing or not the only one of its name.
 */
export function applyOperation(
  annotations: readonly Annotation[],
  operation: Operation,
): readonly Annotation[] {
  const id = operationId(operation);
  const count = annotations.filter((a) => a.id === id).length;
  switch (operation.kind) {
    case 'add': {
      if (count > 0) return annotations;
      const next = annotations.findIndex((a) => compareIds(a.id, id) > 0);
      return annotations.toSpliced(next < 0 ? annotations.length : next, 0, operation.annotation);
    }
    case 'remove':
      return count === 1 ? annotations.filter((a) => a.id !== id) : annotations;
    case 'replace':
      return count === 1 ? annotations.map((a) => (a.id === id ? operation.annotation : a)) : annotations;
  }
}

/** The operation that takes `operation` back, given the annotations before it; undefined where it changed nothing. */
export function inverse(operation: Operation, before: readonly Annotation[]): Operation | undefined {
  const id = operationId(operation);
  const old = before.filter((a) => a.id === id);
  if (operation.kind === 'add') return old.length === 0 ? { kind: 'remove', id } : undefined;
  const annotation = old.length === 1 ? old[0] : undefined;
  return annotation && { kind: operation.kind === 'remove' ? 'add' : 'replace', annotation };
}
