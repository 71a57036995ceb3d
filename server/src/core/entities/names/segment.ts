import { finish, type Steps } from '../../steps.ts';
import type { Entity } from '../entity.ts';

/** All names of one source of entities, compiled: what is compiled, kept and replaced as one. Immutable. */
export interface Segment {
  readonly entities: readonly Entity[];
}

/** Compiles the entities of one source. */
export function* compileSegment(entities: Iterable<Entity>): Steps<Segment> {
  yield;
  return { entities: [...entities] };
}

/** {@link compileSegment} at once. */
export function segmentOf(entities: Iterable<Entity>): Segment {
  return finish(compileSegment(entities));
}
