import { stateOf } from '../../core/annotations/articleStatus.ts';
import type { Annotation } from '../../core/annotations/model.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { Message } from '../../core/message.ts';
import { type Layer, lossIn } from '../sidecars.ts';

/** The sidecars of one person for an article; several where files of a former name are still there. */
export interface PersonLayers {
  readonly annotator: string;
  readonly layers: readonly Layer[];
  readonly annotations: readonly Annotation[];
  /** The person called the article done or reviewed; the gold layer is done where it is there. */
  readonly done: boolean;
  /** Why not all that the person said can be read. */
  readonly loss: Message | undefined;
}

/** The layers of an article by person, of those who are compared. */
export function personLayers(layers: readonly Layer[], annotators: readonly string[]): PersonLayers[] {
  return annotators.flatMap((annotator) => {
    const own = layers.filter((layer) => layer.annotator === annotator);
    if (own.length === 0) return [];
    const annotations = own.flatMap(({ sidecar }) => (sidecar?.annotations ?? []).map((e) => e.annotation));
    const loss = own.map(lossIn).find((message) => message !== undefined);
    const done = annotator === GOLD || stateOf(annotations) !== 'open';
    return [{ annotator, layers: own, annotations, done, loss }];
  });
}
