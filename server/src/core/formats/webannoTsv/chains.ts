import type { Layer } from './header.ts';
import type { CellAnnotation } from './readCells.ts';

/**
 * The links of each chain, in their order. Each is joined to the next by what it says of its relation; what the last one
 * says stays with it.
 */
export function chainsOf(annotations: readonly CellAnnotation[]): CellAnnotation[][] {
  const chains = new Map<Layer, Map<string, { place: number; link: CellAnnotation }[]>>();
  for (const link of annotations) {
    if (link.layer.kind !== 'chain' || link.link === undefined) continue;
    const [chain = '', place] = link.link.split('-');
    const ofLayer = chains.get(link.layer) ?? new Map<string, { place: number; link: CellAnnotation }[]>();
    chains.set(link.layer, ofLayer);
    const links = ofLayer.get(chain) ?? [];
    ofLayer.set(chain, links);
    links.push({ place: Number(place), link });
  }
  return [...chains.values()].flatMap((ofLayer) =>
    [...ofLayer.values()].map((links) => links.sort((a, b) => a.place - b.place).map((l) => l.link)),
  );
}
