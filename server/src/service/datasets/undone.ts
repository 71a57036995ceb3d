import { stateOf } from '../../core/annotations/articleStatus.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { Layer } from '../sidecars.ts';
import { ALL_LAYERS, SHARED_LAYER } from './exportChoice.ts';

/** The layers that a choice names: an annotator's, `gold`, `shared`, or `all`. */
export function chosenLayers(layers: readonly Layer[], choice: string): Layer[] {
  const wanted = choice === SHARED_LAYER ? undefined : choice;
  return layers.filter(({ annotator }) => choice === ALL_LAYERS || annotator === wanted);
}

/** True where nobody, in the chosen layers, has called the article done. The gold layer is done where it is there. */
export function isUndone(layers: readonly Layer[], choice: string): boolean {
  const chosen = chosenLayers(layers, choice);
  if (chosen.some(({ annotator, sidecar }) => annotator === GOLD && sidecar !== undefined)) return false;
  return chosen.every(
    ({ sidecar }) => stateOf((sidecar?.annotations ?? []).map(({ annotation }) => annotation)) === 'open',
  );
}
