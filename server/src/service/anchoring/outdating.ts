import { readSource } from '../../core/adjudication/source.ts';
import type { Annotation } from '../../core/annotations/model.ts';
import { qualified } from '../../core/annotations/records.ts';
import { lineHash } from '../../core/annotations/serialize.ts';
import { type Person, personNamed } from '../../core/project.ts';
import type { Layer } from '../sidecars.ts';

/**
 * Tells which new versions of a layer's lines would outdate what others say of them: a record or a gold line means one
 * state of a line. A line that only stands elsewhere now says what it said.
 */
export function outdating(
  layers: readonly Layer[],
  people: readonly Person[],
): (layer: Layer, next: Annotation) => boolean {
  const isSpokenOf = spokenOf(layers, people);
  return (layer, next) => {
    if (!isSpokenOf(layer, next.id)) return false;
    const old = layer.sidecar?.annotations.find(({ annotation }) => annotation.id === next.id)?.annotation;
    return !old || lineHash(old) !== lineHash(next);
  };
}

function spokenOf(
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
