import type { Entity } from '../entity.ts';
import { foldName } from '../fold.ts';
import { mergeEntities } from '../mergeEntities.ts';
import { entityAt, idAt } from './entityRecord.ts';
import { EQUAL, RANKS, searchTexts } from './searchTexts.ts';
import type { Segment } from './segment.ts';
import { indexesOf } from './tables.ts';

/** So many entities are kept as they were read: whoever lists mentions asks for the same ones again and again. */
const MOST_KEPT = 2000;

/** The entities of several segments; those of one id are one. Read when asked for. */
export class KnownEntities {
  private readonly segments: readonly Segment[];
  private readonly kept = new Map<string, Entity>();

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
  }

  entity(id: string): Entity | undefined {
    const kept = this.kept.get(id);
    if (kept !== undefined) return kept;
    const entity = this.read(id);
    if (entity === undefined) return undefined;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(id, entity);
    return entity;
  }

  /** All of them, in the order of the segments. */
  *[Symbol.iterator](): Generator<Entity> {
    for (const [number, segment] of this.segments.entries()) {
      for (let index = 0; index < segment.entities; index++) {
        const id = idAt(segment, index);
        if (!this.isFirst(id, number, index)) continue;
        const entity = this.read(id);
        if (entity !== undefined) yield entity;
      }
    }
  }

  /** At most `limit` of them by a part of a name, see {@link searchTexts}; an empty query gives the first ones. */
  search(query: string, limit: number): readonly Entity[] {
    if (foldName(query) === '') return this.first(limit);
    const ranks = new Map<string, number>();
    const room = new Array<number>(RANKS).fill(limit);
    // A name of a rank is of use while fewer than `limit` are as good; names come in order, so the first ones stay.
    const wants = (rank: number) => (room[rank] ?? 0) > 0;
    const note = (segment: Segment) => (index: number, rank: number) => {
      const id = idAt(segment, index);
      const before = ranks.get(id);
      if (before !== undefined && before <= rank) return true;
      if (before !== undefined) room[before] = (room[before] ?? 0) + 1;
      room[rank] = (room[rank] ?? 0) - 1;
      ranks.set(id, rank);
      return wants(EQUAL);
    };
    for (const segment of this.segments) if (wants(EQUAL)) searchTexts(segment, query, wants, note(segment));
    const best = [...ranks].sort((one, other) => one[1] - other[1]).slice(0, Math.max(0, limit));
    return best.flatMap(([id]) => this.entity(id) ?? []);
  }

  private first(limit: number): readonly Entity[] {
    const first: Entity[] = [];
    if (limit <= 0) return first;
    for (const entity of this) if (first.push(entity) >= limit) break;
    return first;
  }

  /** True for the first record of an id over all segments, and for one that its id does not find. */
  private isFirst(id: string, number: number, index: number): boolean {
    for (const segment of this.segments.slice(0, number)) if (indexesOf(segment, id).length > 0) return false;
    const segment = this.segments[number];
    return segment !== undefined && indexesOf(segment, id)[0] === index;
  }

  private read(id: string): Entity | undefined {
    const records = this.segments.flatMap((segment) =>
      indexesOf(segment, id).map((index) => entityAt(segment, index)),
    );
    const [first, ...further] = records;
    return first === undefined ? undefined : mergeEntities(first, further);
  }
}
