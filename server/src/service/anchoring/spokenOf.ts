import { readSource } from '../../core/adjudication/source.ts';
import { qualified } from '../../core/annotations/records.ts';
import { type Person, personNamed } from '../../core/project.ts';
import type { Layer } from '../sidecars.ts';

/**
 * Tells of which lines others speak: a record or a gold line says which state of the line it means, and would be
 * outdated by any change of it.
 */
export function spokenOf(
  layers: readonly Layer[],
  people: readonly Person[],
): (layer: Layer, id: string) => boolean {
  const names = new Set<string>();
  const add = (ref: string) => {
    names.add(ref);
    const colon = ref.indexOf(':');
    if (colon <= 0) return;
    const name = ref.slice(0, colon);
    names.add(qualified(personNamed(people, name)?.name ?? name, ref.slice(colon + 1)));
  };
  for (const { sidecar } of layers) {
    for (const { annotation } of sidecar?.annotations ?? []) {
      if (annotation.kind === 'record') add(annotation.ref);
      if (annotation.kind === 'span')
        for (const source of annotation.sources ?? []) add(readSource(source).ref);
    }
  }
  return ({ annotator }, id) => names.has(id) || names.has(qualified(annotator, id));
}
