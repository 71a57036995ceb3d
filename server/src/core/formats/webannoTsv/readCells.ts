import { NO_ANNOTATION, NO_VALUE, splitUnescaped, unescapeValue, withoutMark } from './escaping.ts';
import type { Column, Header, Layer } from './header.ts';
import type { Unit } from './readUnits.ts';

/** An annotation of a layer as the cells of its lines say it. */
export interface CellAnnotation {
  readonly layer: Layer;
  /** The lines that it stands in, in order; of a relation only the first, that of its second end. */
  readonly units: Unit[];
  /** Values of its features, those without a value left out. */
  readonly values: Map<string, string>;
  /** What fills its slots, by feature: roles, where they have a name, and references. */
  readonly slots: Map<string, Slot>;
  /** `1-2`: the second link of the first chain. */
  link?: string;
  /** Of a relation: its first end, and the id of its second. */
  from?: Reference;
  toId?: string;
  id?: string;
}

/** What fills a slot: roles and targets in the same order, and the types that the head declares. */
export interface Slot {
  roles: (string | undefined)[];
  targets: Reference[];
  linkType?: string;
  targetType?: string;
}

/** A line, and the id of an annotation on it where there are several. */
export interface Reference {
  readonly unit: string;
  readonly id?: string;
}

/** All annotations of a file, and where they can be found. */
export interface CellsRead {
  readonly annotations: readonly CellAnnotation[];
  readonly byId: ReadonlyMap<string, CellAnnotation>;
  /** What stands on a line, by layer, in the order of the cell. */
  readonly onUnit: ReadonlyMap<string, ReadonlyMap<Layer, readonly CellAnnotation[]>>;
}

/** Puts together the annotations that stand in the cells of tokens. */
export function readCells(header: Header, units: readonly Unit[]): CellsRead {
  const annotations: CellAnnotation[] = [];
  const byId = new Map<string, CellAnnotation>();
  const byLink = new Map<Layer, Map<string, CellAnnotation>>();
  const onUnit = new Map<string, Map<Layer, CellAnnotation[]>>();
  for (const unit of units) {
    if (unit.cells.every((cell) => cell === NO_ANNOTATION)) continue;
    const layers = new Map<Layer, CellAnnotation[]>();
    onUnit.set(unit.id, layers);
    const stackOf = (layer: Layer): CellAnnotation[] => {
      const stack = layers.get(layer) ?? [];
      layers.set(layer, stack);
      return stack;
    };
    // Links of chains are told apart by the column of links only, which may come last.
    for (const first of [true, false])
      for (const [i, column] of header.columns.entries()) {
        const cell = unit.cells[i] ?? NO_ANNOTATION;
        if (cell === NO_ANNOTATION || (column.kind === 'link') !== first) continue;
        const stack = stackOf(column.layer);
        for (const [place, piece] of splitUnescaped(cell, '|').entries()) {
          const { value, mark } = column.kind === 'target' ? { value: piece } : withoutMark(piece);
          const id = column.layer.kind === 'span' || column.kind === 'value' ? mark : undefined;
          let annotation = stack[place];
          if (!annotation) {
            const links = byLink.get(column.layer) ?? new Map<string, CellAnnotation>();
            byLink.set(column.layer, links);
            const known =
              column.kind === 'link'
                ? links.get(mark ?? '')
                : column.layer.kind === 'span' && id !== undefined
                  ? sameLayer(byId.get(id), column.layer)
                  : undefined;
            annotation = known ?? { layer: column.layer, units: [], values: new Map(), slots: new Map() };
            if (!known) annotations.push(annotation);
            annotation.units.push(unit);
            stack[place] = annotation;
            if (column.kind === 'link' && mark !== undefined) {
              annotation.link = mark;
              links.set(mark, annotation);
            }
          }
          if (id !== undefined && column.layer.kind !== 'chain') {
            annotation.id = id;
            if (!byId.has(id)) byId.set(id, annotation);
          }
          // What a line further down says again is the same.
          if (annotation.units.length === 1) take(annotation, column, value, mark);
        }
      }
  }
  return { annotations, byId, onUnit };
}

function sameLayer(annotation: CellAnnotation | undefined, layer: Layer): CellAnnotation | undefined {
  return annotation?.layer === layer ? annotation : undefined;
}

function take(annotation: CellAnnotation, column: Column, value: string, mark: string | undefined): void {
  const { kind, feature } = column;
  if (kind === 'value' || kind === 'link') {
    if (value !== NO_VALUE) annotation.values.set(feature, unescapeValue(value));
  } else if (kind === 'base') {
    const [from, to] = mark?.split('_') ?? [];
    annotation.from = { unit: value, ...(from === undefined || from === '0' ? {} : { id: from }) };
    if (to !== undefined && to !== '0') annotation.toId = to;
  } else if (kind === 'role' || kind === 'target') {
    const slot: Slot = annotation.slots.get(feature) ?? { roles: [], targets: [] };
    annotation.slots.set(feature, slot);
    if (kind === 'role') {
      if (column.type !== undefined) slot.linkType = column.type;
      if (value !== NO_ANNOTATION)
        slot.roles = splitUnescaped(value, ';').map((r) => (r === NO_VALUE ? undefined : unescapeValue(r)));
      return;
    }
    if (column.type !== undefined) slot.targetType = column.type;
    if (value !== NO_VALUE && value !== NO_ANNOTATION)
      slot.targets = splitUnescaped(value, ';').map((target) => {
        const { value: unit, mark: id } = withoutMark(target);
        return { unit, ...(id === undefined ? {} : { id }) };
      });
  }
}
